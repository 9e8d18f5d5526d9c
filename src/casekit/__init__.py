"""Figures on communities, read from Chinese news reports."""

__version__ = "0.1.0"
