"""Claims of a region, computed on the whole of it, and what of them may be told to readers of a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from spbe.catalogue.claims.registry import rules_for
from spbe.catalogue.claims.rule import Case, Rule
from spbe.catalogue.claims.verdict import Fact, Verdict
from spbe.region import Assessment, Region
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.outcomes import Outcomes


@dataclass(frozen=True)
class Claim:
    """What ``level``, given to ``code`` at the stage ``stage``, implies by ``rule``, and the verdict on it.

    ``withheld``: the reader may not see the records that the verdict rests on, so that none is given.
    """

    rule: Rule
    code: str
    stage: str
    level: Fraction
    facts: tuple[Fact, ...]
    verdict: Verdict
    withheld: bool = False


Claims = Mapping[str, tuple[Claim, ...]]
"""Name of an assessment to its claims: by indicator in the order of the instrument, then by rule."""


def claims_of(region: Region, outcomes: Outcomes) -> Claims:
    """The claims of the assessments that readers of any edition see tested.

    Records describe today, so only the newest assessment of each instrument is held against them: the newest of all,
    and the newest that is published, where the newest is a draft.
    """
    published = {
        name: assessment
        for name, assessment in region.assessments.items()
        if assessment.penilaian.publikasi.status == "terbit"
    }
    tested = {*_newest(region.assessments), *_newest(published)}
    return {
        name: tuple(_claims(region, region.assessments[name], outcomes))
        for name in region.assessments
        if name in tested
    }


def tell(claims: Claims, seen: Region) -> Claims:
    """``claims`` as readers of ``seen``, a reduced region, may know them.

    The rules count once more in ``seen``, so that nothing is listed that is not there. What they find otherwise than
    in the whole region becomes unknown: a list is never false. The verdict stays if the lists lead to it as well;
    if they do not, it would tell what was hidden, and is withheld.
    """
    newest = _newest(seen.assessments)
    return {
        name: tuple(_told(claim, seen, seen.assessments[name]) for claim in found)
        for name, found in claims.items()
        if name in newest
    }


def _newest(assessments: Mapping[str, Assessment]) -> set[str]:
    """The last assessment of each instrument that has values."""
    return set({one.instrumen.id: name for name, one in assessments.items() if one.values}.values())


def _claims(region: Region, assessment: Assessment, outcomes: Outcomes) -> Iterator[Claim]:
    lead = HasilPenilaian(assessment, outcomes[assessment.nama]).lead
    if lead is None:
        return
    for indicator in assessment.instrumen.all_indicators():
        level = lead.values.get(indicator.kode)
        for rule in rules_for(assessment.instrumen.id, indicator.kode):
            if level is not None and level >= rule.level:
                facts = rule.facts(Case(region, assessment, indicator.kode))
                yield Claim(rule, indicator.kode, lead.tahap, level, facts, rule.judge.verdict(facts))


def _told(claim: Claim, seen: Region, assessment: Assessment) -> Claim:
    whole = {fact.subject: fact.state for fact in claim.facts}
    facts = tuple(
        fact if whole.get(fact.subject) == fact.state else Fact(fact.subject, "tak-diketahui")
        for fact in claim.rule.facts(Case(seen, assessment, claim.code))
    )
    if claim.rule.judge.verdict(facts) == claim.verdict:
        return replace(claim, facts=facts)
    return replace(claim, facts=facts, verdict="tak-dinilai", withheld=True)
