"""What follows from changed records: claims that turned, services that hang on less or more, quality of data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spbe.catalogue.claims import Claim, ClaimRule, Verdict, claims_of
from spbe.catalogue.impact import Impact
from spbe.catalogue.quality import Tally, by_kind, examine, total
from spbe.catalogue.quality_gate import LimitState, limit_states
from spbe.catalogue.shortcomings import TITLES, shortcomings
from spbe.differences.services import SERVICES
from spbe.editions import Edition
from spbe.model.kualitas import Kualitas
from spbe.region import Node


@dataclass(frozen=True)
class ClaimChange:
    """The verdict on what a level implies; ``None`` on a side on which nothing implies it.

    ``against`` are the records that speak against it now.
    """

    penilaian: str
    code: str
    rule: ClaimRule
    before: Verdict | None
    after: Verdict | None
    against: tuple[Node, ...] = ()


@dataclass(frozen=True)
class ImpactChange:
    """How many services stop with ``node``: ``None`` where it is no record of today on that side."""

    node: Node
    before: int | None
    after: int | None


@dataclass(frozen=True)
class FindingChange:
    """Records that have a shortcoming now, and those that have it no more."""

    id: str
    title: str
    came: tuple[Node, ...]
    went: tuple[Node, ...]


@dataclass(frozen=True)
class CompletenessChange:
    """The fields of a kind by their state."""

    kind: str
    before: Tally
    after: Tally


@dataclass(frozen=True)
class LimitChange:
    """One limit of the newer side, with what both sides come to."""

    before: LimitState
    after: LimitState


@dataclass(frozen=True)
class QualityChanges:
    """What got better or worse in the data; ``limits`` of the region that are broken, or were, for administrators."""

    findings: tuple[FindingChange, ...] = ()
    completeness: tuple[CompletenessChange, ...] = ()
    limits: tuple[LimitChange, ...] = ()


def claim_changes(before: Edition, after: Edition) -> Iterator[ClaimChange]:
    """Claims whose verdict is another one, in the order of the newer side.

    Only the newest assessment of an instrument is held to the records: one that another took the place of did not turn.
    """
    found = [_claims(view) for view in (before, after)]
    examined = [{name for name, _code, _rule in claims} for claims in found]
    was, now = (
        {key: claim for key, claim in claims.items() if key[0] in others or key[0] not in view.region.assessments}
        for claims, others, view in zip(found, reversed(examined), (after, before), strict=True)
    )
    for key in dict.fromkeys((*now, *was)):
        old, new = was.get(key), now.get(key)
        verdicts = old.verdict if old else None, new.verdict if new else None
        if verdicts[0] != verdicts[1]:
            yield ClaimChange(*key, *verdicts, against=_against(new))


def impact_changes(before: Impact, after: Impact) -> Iterator[ImpactChange]:
    """Records of today with which more or fewer services stop, in the order of the newer side."""
    was, now = _services(before), _services(after)
    for node in dict.fromkeys((*now, *was)):
        if was.get(node, 0) != now.get(node, 0):
            yield ImpactChange(node, was.get(node), now.get(node))


def quality_changes(before: Edition, after: Edition, limits: Kualitas | None) -> QualityChanges:
    """Shortcomings that came and went, how complete the records of each kind are, and what that is to ``limits``."""
    kinds = [
        {kind: total(found) for kind, found in by_kind(examine(view.region, view.visible_fields)).items()}
        for view in (before, after)
    ]
    told = (CompletenessChange(kind, kinds[0].get(kind, Tally()), kinds[1].get(kind, Tally())) for kind in kinds[1])
    changed = tuple(one for one in told if one.before != one.after)
    return QualityChanges(tuple(finding_changes(before, after)), changed, tuple(_limit_changes(before, after, limits)))


def _limit_changes(before: Edition, after: Edition, limits: Kualitas | None) -> Iterator[LimitChange]:
    """Limits that are kept on one side only, or broken on both by another measure; for whoever sees everything."""
    if limits is None or not after.audience.is_whole:
        return
    was = {one.key: one for one in limit_states(limits, before.region)}
    for now in limit_states(limits, after.region):
        old = was.get(now.key, now)
        if old.broken != now.broken or (now.broken and old.present != now.present):
            yield LimitChange(old, now)


def finding_changes(before: Edition, after: Edition) -> Iterator[FindingChange]:
    """Shortcomings that some record has on one side only."""
    was, now = ({one.id: one.nodes for one in shortcomings(view.region)} for view in (before, after))
    for name, title in TITLES.items():
        old, new = was.get(name, ()), now.get(name, ())
        if old != new:
            came, went = set(new) - set(old), set(old) - set(new)
            if came or went:
                yield FindingChange(name, title, tuple(sorted(came)), tuple(sorted(went)))


def _claims(view: Edition) -> Mapping[tuple[str, str, ClaimRule], Claim]:
    found = claims_of(view.region, view.outcomes, view.visible_fields, whole=view.audience.is_whole)
    return {(name, one.code, one.rule): one for name, claims in found.items() for one in claims}


def _against(claim: Claim | None) -> tuple[Node, ...]:
    """The records of which some fact does not bear the claim out."""
    facts = [fact for fact in claim.facts if fact.state not in {"ya", "tak-diketahui"}] if claim else []
    named = (node for fact in facts for node in (fact.subject, *fact.records))
    return tuple(dict.fromkeys(node for node in named if isinstance(node, Node)))


def _services(impact: Impact) -> Mapping[Node, int]:
    """How many services stop with each record of today."""
    return {node: impact.count(node, SERVICES) for node in impact.graph.nodes}
