"""What comes back from everyone: taken in, held to what fits, and brought together in the initiative's file."""
