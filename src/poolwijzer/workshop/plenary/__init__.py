"""What is shown in the plenary: a session as slides."""
