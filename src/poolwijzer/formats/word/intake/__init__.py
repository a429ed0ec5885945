"""What comes in of a Word document that somebody else made: only what is known here, and nothing that does anything."""
