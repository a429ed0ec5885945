"""What of a table is understood, before anything counts: as values, as a report and as data."""
