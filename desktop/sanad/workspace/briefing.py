"""Gathers from the library what goes into a printed briefing."""
