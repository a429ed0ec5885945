"""Many initiatives in one typology, drawn as a map is: its parts, where the marks go, and its writers."""
