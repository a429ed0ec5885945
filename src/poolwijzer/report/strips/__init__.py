"""The card of strips, as it is told: what everybody may use, used and has left, and how that was counted."""
