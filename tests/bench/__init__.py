"""Timings side by side in one run, as ratios; never a test. `make bench` runs them all."""
