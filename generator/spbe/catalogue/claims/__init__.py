"""Claims held against the architecture: what a level implies, counted in the records. It never changes a score."""

from spbe.catalogue.claims.claim_rule import Case, ClaimRule
from spbe.catalogue.claims.evaluation import Claim, Claims, claims_of
from spbe.catalogue.claims.queries import ENOUGH_RECORDS
from spbe.catalogue.claims.registry import RULES, rules_for
from spbe.catalogue.claims.verdict import (
    LABELS,
    STATES,
    VERDICTS,
    Exists,
    Fact,
    Judge,
    Share,
    State,
    Verdict,
    verdict_seen,
)

__all__ = [
    "ENOUGH_RECORDS",
    "LABELS",
    "RULES",
    "STATES",
    "VERDICTS",
    "Case",
    "Claim",
    "ClaimRule",
    "Claims",
    "Exists",
    "Fact",
    "Judge",
    "Share",
    "State",
    "Verdict",
    "claims_of",
    "rules_for",
    "verdict_seen",
]
