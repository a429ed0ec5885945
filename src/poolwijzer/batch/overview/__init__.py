"""Everything about many initiatives at once: as a report, and on screen."""
