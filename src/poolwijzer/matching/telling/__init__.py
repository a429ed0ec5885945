"""A matching of hours in words: as a report, as tables with figures, and as data."""
