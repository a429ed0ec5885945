"""What somebody set once for all commands in `poolwijzer.toml`: where it stands, what it says, and what counts."""
