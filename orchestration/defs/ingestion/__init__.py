"""Register to landing."""
