"""What follows from changed records: claims that turned, services that hang on less or more, quality of data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from spbe.catalogue.claims import ClaimRule, Verdict, claims_of
from spbe.catalogue.impact import impact_of
from spbe.catalogue.quality import Tally, by_kind, examine, total
from spbe.catalogue.shortcomings import TITLES, shortcomings
from spbe.editions import View
from spbe.region import Node

SERVICES: Final = "layanan"


@dataclass(frozen=True)
class ClaimChange:
    """The verdict on what a level implies; ``None`` on a side on which nothing implies it."""

    penilaian: str
    code: str
    rule: ClaimRule
    before: Verdict | None
    after: Verdict | None


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
class QualityChanges:
    """What got better or worse in the data."""

    findings: tuple[FindingChange, ...] = ()
    completeness: tuple[CompletenessChange, ...] = ()


def claim_changes(before: View, after: View) -> Iterator[ClaimChange]:
    """Claims whose verdict is another one, in the order of the newer side."""
    was, now = _verdicts(before), _verdicts(after)
    for name, code, rule in dict.fromkeys((*now, *was)):
        key = name, code, rule
        if was.get(key) != now.get(key):
            yield ClaimChange(name, code, rule, was.get(key), now.get(key))


def impact_changes(before: View, after: View) -> Iterator[ImpactChange]:
    """Records of today with which more or fewer services stop, in the order of the newer side."""
    was, now = _services(before), _services(after)
    for node in dict.fromkeys((*now, *was)):
        if was.get(node, 0) != now.get(node, 0):
            yield ImpactChange(node, was.get(node), now.get(node))


def quality_changes(before: View, after: View) -> QualityChanges:
    """Shortcomings that came and went, and how complete the records of each kind are."""
    kinds = [
        {kind: total(found) for kind, found in by_kind(examine(view.region, view.visible_fields)).items()}
        for view in (before, after)
    ]
    told = (CompletenessChange(kind, kinds[0].get(kind, Tally()), kinds[1].get(kind, Tally())) for kind in kinds[1])
    return QualityChanges(tuple(finding_changes(before, after)), tuple(one for one in told if one.before != one.after))


def finding_changes(before: View, after: View) -> Iterator[FindingChange]:
    """Shortcomings that some record has on one side only."""
    was, now = ({one.id: one.nodes for one in shortcomings(view.region)} for view in (before, after))
    for name, title in TITLES.items():
        old, new = was.get(name, ()), now.get(name, ())
        if old != new:
            came, went = set(new) - set(old), set(old) - set(new)
            if came or went:
                yield FindingChange(name, title, tuple(sorted(came)), tuple(sorted(went)))


def _verdicts(view: View) -> Mapping[tuple[str, str, ClaimRule], Verdict]:
    found = claims_of(view.region, view.outcomes, view.visible_fields, whole=view.audience.is_whole)
    return {(name, one.code, one.rule): one.verdict for name, claims in found.items() for one in claims}


def _services(view: View) -> Mapping[Node, int]:
    """How many services stop with each record of today."""
    impact = impact_of(view.region)
    return {node: impact.count(node, SERVICES) for node in impact.graph.nodes}
