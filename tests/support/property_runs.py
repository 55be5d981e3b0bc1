"""How often a property is tried that wants more examples than the others."""

from __future__ import annotations

from hypothesis import settings


def at_least(number: int) -> settings:
    """``number`` examples, or those of the run's profile where they are more, as in a deep one."""
    return settings(max_examples=max(number, settings().max_examples))
