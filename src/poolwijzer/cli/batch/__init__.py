"""`poolwijzer batch`: many initiatives at once, unattended."""
