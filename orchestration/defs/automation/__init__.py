"""What starts runs: jobs, schedule and sensor."""
