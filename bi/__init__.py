"""What BI servers are given: the release as they like to find it."""
