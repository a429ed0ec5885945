"""What the page does with files: opening and saving, reports, answers of others, and own menus."""
