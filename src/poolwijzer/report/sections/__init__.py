"""The parts of a report, each put together from the advice and the menus."""
