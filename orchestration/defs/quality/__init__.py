"""The gate as asset checks."""
