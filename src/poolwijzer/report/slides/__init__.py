"""What is shown to a whole room: slides, as a value, and what of it fits on them."""
