"""Sanad: an offline reference browser for people who work from articles."""
