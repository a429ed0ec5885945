"""Slides as a file for PowerPoint: real text and real shapes, that can be edited on."""
