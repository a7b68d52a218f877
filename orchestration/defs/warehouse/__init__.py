"""Landing to candidate."""
