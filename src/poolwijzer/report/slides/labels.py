"""How what stands on slides is written, the same in every format."""

from __future__ import annotations


def label_of(label: str) -> str:
    """A label as it stands right before its value."""
    return label if label.rstrip().endswith(("?", "!", ":", ".", "…")) or not label.strip() else f"{label}:"
