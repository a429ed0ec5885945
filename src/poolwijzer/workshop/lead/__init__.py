"""Leading a session on the beamer: which part, how much time is left, what to do now, and how far each group is."""
