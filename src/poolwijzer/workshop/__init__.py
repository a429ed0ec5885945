"""A session of several groups: its folder, leading it, and what it leaves on paper."""
