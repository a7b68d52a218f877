"""SDMX: the series and the targets as SDMX-CSV 2.0, with their structure as SDMX-ML.

What belongs here: one data structure, its code lists, its data. What does not: other files (``exports``).
"""
