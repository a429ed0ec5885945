"""The pure heart: from an assessment and the menus to a placement and an advice."""
