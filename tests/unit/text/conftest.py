"""Hypothesis without a deadline: no test here depends on the speed of the machine."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
