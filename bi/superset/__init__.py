"""Superset as code: database, datasets, charts and dashboards as files, and the server that shows them."""
