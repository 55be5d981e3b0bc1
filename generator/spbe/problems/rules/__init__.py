"""Every rule by its id. A rule that is not here cannot be reported, and one that is here is documented."""

from collections.abc import Iterable
from types import ModuleType
from typing import Final

from spbe.problems.rule import Rule
from spbe.problems.rules import (
    assessment_rules,
    effort_rules,
    file_rules,
    git_rules,
    mapping_rules,
    page_rules,
    peer_rules,
    policy_rules,
    quality_rules,
    record_rules,
    reference_rules,
    sensitive_rules,
    settings_rules,
    standards_rules,
    template_rules,
    value_rules,
    yaml_rules,
)

FAMILIES: Final = (
    file_rules,
    git_rules,
    page_rules,
    sensitive_rules,
    yaml_rules,
    record_rules,
    value_rules,
    reference_rules,
    assessment_rules,
    effort_rules,
    peer_rules,
    standards_rules,
    quality_rules,
    policy_rules,
    settings_rules,
    template_rules,
    mapping_rules,
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
