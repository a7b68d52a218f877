"""Dagster objects only, thin: each calls a function of the other packages."""
