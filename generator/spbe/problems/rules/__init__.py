"""Every rule by its id. A rule that is not here cannot be reported, and one that is here is documented."""

from spbe.problems.rule import Rule
from spbe.problems.rules import (
    assessment,
    effort,
    files,
    git,
    pages,
    quality,
    records,
    references,
    settings,
    standards,
    templates,
    values,
    yaml,
)

RULES: dict[str, Rule] = {}
for _family in (
    files,
    git,
    pages,
    yaml,
    records,
    values,
    references,
    assessment,
    effort,
    standards,
    quality,
    settings,
    templates,
):
    for _rule in _family.FAMILY:
        if _rule.id in RULES:
            raise ValueError(f"rule id used twice: {_rule.id}")
        RULES[_rule.id] = _rule

__all__ = ["RULES", "Rule"]
