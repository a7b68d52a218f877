"""Tests mirror the package in ``unit``; ``golden`` holds expectations, ``integration`` whole ways."""
