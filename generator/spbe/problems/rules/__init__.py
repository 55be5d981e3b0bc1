"""Every rule by its id. A rule that is not here cannot be reported, and one that is here is documented."""

from collections.abc import Iterable
from types import ModuleType
from typing import Final

from spbe.problems.rule import Rule
from spbe.problems.rules import (
    assessment,
    effort,
    files,
    git,
    pages,
    peers,
    quality,
    records,
    references,
    settings,
    standards,
    templates,
    values,
    yaml,
)

FAMILIES: Final = (
    files,
    git,
    pages,
    yaml,
    records,
    values,
    references,
    assessment,
    effort,
    peers,
    standards,
    quality,
    settings,
    templates,
)
"""The modules of rules, in the order in which they are documented."""


def _by_id(families: Iterable[ModuleType]) -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for family in families:
        for rule in family.FAMILY:
            if rule.id in found:
                raise ValueError(f"rule id used twice: {rule.id}")
            found[rule.id] = rule
    return found


RULES: Final = _by_id(FAMILIES)

__all__ = ["FAMILIES", "RULES", "Rule"]
