"""Claims of a region: what the levels of its newest assessments imply, held against its records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from spbe.catalogue.claims.claim_rule import Case, ClaimRule
from spbe.catalogue.claims.registry import rules_for
from spbe.catalogue.claims.verdict import Fact, Verdict, verdict_seen
from spbe.catalogue.visible_fields import Visible, every_field
from spbe.region import Assessment, Region
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.outcomes import Outcomes


@dataclass(frozen=True)
class Claim:
    """What ``level``, given to ``code`` at the stage ``stage``, implies by ``rule``, and the verdict on it."""

    rule: ClaimRule
    code: str
    stage: str
    level: Fraction
    facts: tuple[Fact, ...]
    verdict: Verdict


Claims = Mapping[str, tuple[Claim, ...]]
"""Name of an assessment to its claims: by indicator in the order of the instrument, then by rule."""


def claims_of(region: Region, outcomes: Outcomes, visible: Visible = every_field, *, whole: bool = True) -> Claims:
    """The claims of the newest assessment of each instrument: records describe today, so only those are held to them.

    ``region`` is all that the reader sees, with the fields that ``visible`` tells; ``whole`` says whether it is all
    that there is. Where it is not, absence contradicts nothing.
    """
    newest = {one.instrumen.id: name for name, one in region.assessments.items() if one.values}
    return {
        name: tuple(_claims(region, assessment, outcomes, visible, whole=whole))
        for name, assessment in region.assessments.items()
        if name in newest.values()
    }


def _claims(
    region: Region, assessment: Assessment, outcomes: Outcomes, visible: Visible, *, whole: bool
) -> Iterator[Claim]:
    lead = HasilPenilaian(assessment, outcomes[assessment.nama]).lead
    if lead is None:
        return
    for indicator in assessment.instrumen.all_indicators():
        level = lead.values.get(indicator.kode)
        for rule in rules_for(assessment.instrumen.id, indicator.kode):
            if level is None or level < rule.level:
                continue
            facts = rule.facts(Case(region, assessment, indicator.kode, visible))
            if whole:
                yield Claim(rule, indicator.kode, lead.tahap, level, facts, rule.judge.verdict(facts))
            else:
                told = tuple(fact.as_seen() for fact in facts)
                yield Claim(rule, indicator.kode, lead.tahap, level, told, verdict_seen(rule.judge, facts))
