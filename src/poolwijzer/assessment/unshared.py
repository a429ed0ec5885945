"""What stands in a file that goes to others for a text that its group did not share."""

UNSHARED = "een eigen keuze, niet gedeeld"
"""That something else was chosen than the menus have is worth knowing, whatever it was."""
