"""Every rule. A new one is a ``ClaimRule`` in the module of its family; a new family is one more line here."""

from __future__ import annotations

from functools import cache

from spbe.catalogue.claims import (
    application_building,
    architecture,
    data_management,
    electronic_services,
    facilities,
    governance,
    networks,
    pemdi,
    risk_management,
    security,
)
from spbe.catalogue.claims.claim_rule import ClaimRule

RULES: tuple[ClaimRule, ...] = (
    *governance.RULES,
    *architecture.RULES,
    *application_building.RULES,
    *facilities.RULES,
    *networks.RULES,
    *data_management.RULES,
    *risk_management.RULES,
    *security.RULES,
    *electronic_services.RULES,
    *pemdi.RULES,
)
"""All rules, in the order of their families."""


@cache
def rules_for(instrument: str, code: str) -> tuple[ClaimRule, ...]:
    """The rules on one indicator, those of lower levels first."""
    found = (rule for rule in RULES if rule.instrument == instrument and code in rule.codes)
    return tuple(sorted(found, key=lambda rule: rule.level))
