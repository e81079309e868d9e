"""Sanad: an offline reference browser for people who work from articles."""

__version__ = "0.1.0"
