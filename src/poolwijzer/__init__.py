"""Poolwijzer: advice on pooling people and knowledge between Dutch municipalities."""

__version__ = "0.1.0"
