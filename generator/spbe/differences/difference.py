"""The difference between two opened regions, in the words of an edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from spbe.catalogue.impact import impact_of
from spbe.catalogue.quality_gate import with_broken_limits
from spbe.checks import Opened
from spbe.differences.aligning import WhichSide, aligned
from spbe.differences.answer_changes import AnswerChange, answer_changes
from spbe.differences.concealing import concealed
from spbe.differences.consequences import (
    ClaimChange,
    FindingChange,
    ImpactChange,
    QualityChanges,
    claim_changes,
    finding_changes,
    impact_changes,
    quality_changes,
)
from spbe.differences.contents import ContentIdentity, contents_of, under_present_names
from spbe.differences.index_changes import FigureChange, figure_changes
from spbe.differences.places import place_of
from spbe.differences.problems import ProblemChanges, Side, leaking, problem_changes
from spbe.differences.publicity import PublicChanges, public_changes
from spbe.differences.record_changes import RecordChanges, record_changes
from spbe.differences.relation_changes import RelationChanges, relation_changes
from spbe.differences.reviewers import Reviewer, reviewers_of
from spbe.differences.schedule_changes import StageChange, stage_changes
from spbe.differences.scorable import without_impossible_values
from spbe.differences.services import ServiceChanges, service_changes
from spbe.differences.things import Thing, things_of
from spbe.differences.withholding import withheld
from spbe.editions import PUBLIC, Audience, Edition, redact
from spbe.model.base import Base
from spbe.model.kualitas import Kualitas
from spbe.region import Node, Region
from spbe.scoring.outcomes import outcomes


@dataclass(frozen=True)
class TimeChanges:
    """What the passing of time alone changed: the newer data at the older side's own date and at the reference date."""

    since: date
    until: date
    claims: tuple[ClaimChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()


@dataclass(frozen=True)
class Difference:
    """What leads from one state of a region to another, as ``after.audience`` may know it.

    ``before`` and ``after`` are both reduced; nothing in them is hidden at the newer side. What one side cannot read
    stands in both as the other has it. The older records have the ids of the newer side. ``leaking`` are the first
    keys of what a check warns of as leaks, with what they stand in, the empty key for all: it is told nowhere.
    """

    before: Edition
    after: Edition
    records: RecordChanges
    relations: RelationChanges
    figures: tuple[FigureChange, ...]
    claims: tuple[ClaimChange, ...]
    impact: tuple[ImpactChange, ...]
    services: ServiceChanges
    answers: tuple[AnswerChange, ...]
    stages: tuple[StageChange, ...]
    quality: QualityChanges
    problems: ProblemChanges
    public: PublicChanges
    reviewers: tuple[Reviewer, ...]
    time: TimeChanges
    owners: Mapping[Node, str]
    leaking: frozenset[tuple[Node, str]] = frozenset()

    def owner(self, node: Node) -> str | None:
        """The office that ``node`` belongs to now, or did before it went."""
        return self.owners.get(node)

    def place(self, node: Node) -> str | None:
        """The file of ``node``, now or before, where readers may know it."""
        return place_of(self.after, node) or place_of(self.before, node)

    def __bool__(self) -> bool:
        """Whether anything that somebody wrote is another one; what time changed is none of that."""
        records = self.records
        return bool(records.touched or records.unreadable or self.problems.new or self.problems.fixed)


def difference_between(
    older: Opened, newer: Opened, audience: Audience = PUBLIC, since: date | None = None
) -> Difference:
    """What leads from ``older`` to ``newer``, which were opened for one reference date.

    The office of an ``opd`` edition has its id on the newer side; ``since`` is the older side's own date.
    Never raises for what the regions hold: errors on either side are told.
    """
    older, newer = (without_impossible_values(with_broken_limits(side)) for side in (older, newer))
    sides = withheld(aligned(older, newer), newer, audience)
    before, after = (redact(region, outcomes(region), audience) for region in (sides.older, sides.newer))
    told, told_now = things_of(before, _limits(older)), things_of(after, _limits(newer))
    known: dict[str, ContentIdentity] = {}
    now = told_now | contents_of(newer, after, known)
    was = under_present_names(told | contents_of(older, before, known), now)
    public = (told, told_now) if audience.is_public else (_public(sides.older), _public(sides.newer))
    former = dict(sides.renamed)
    relations = relation_changes(before, after, older, newer, former)
    impact = impact_of(before.region), impact_of(after.region)
    limits = _limits(newer)
    unread = sides.unreadable
    problems = (
        Side(older, before, was, _unread(older, sides.older, unread, "before")),
        Side(newer, after, now, _unread(newer, sides.newer, unread, "after")),
    )
    leaks = leaking(problems[0], former) | leaking(problems[1], {})
    records = concealed(record_changes(was, now, sides, relations.broken), leaks)
    return Difference(
        before,
        after,
        records,
        relations,
        tuple(figure_changes(before, after)),
        tuple(claim_changes(before, after)),
        tuple(impact_changes(*impact)),
        service_changes(before, after, *impact),
        tuple(answer_changes(before, after)),
        tuple(stage_changes(before, after)),
        quality_changes(before, after, limits if isinstance(limits, Kualitas) else None),
        problem_changes(*problems, former),
        public_changes(*public),
        reviewers_of(records.touched, was, now, former),
        _time(after, since or after.region.date),
        {node: thing.owner for node, thing in (was | now).items() if thing.owner},
        leaks,
    )


def _unread(opened: Opened, region: Region, unreadable: Mapping[Node, WhichSide], side: WhichSide) -> dict[str, Node]:
    """What stands in files of which nothing can be understood on ``side``, by the file."""
    understood = {entry.file for entry in opened.entries}
    found = {
        region.files[node]: node
        for node, where in unreadable.items()
        if where in {side, "both"} and node in region.files
    }
    return {file: node for file, node in found.items() if file not in understood}


def _limits(opened: Opened) -> Base | None:
    return opened.limits.record if opened.limits else None


def _public(region: Region) -> dict[Node, Thing]:
    return things_of(redact(region, outcomes(region), PUBLIC))


def _time(after: Edition, since: date) -> TimeChanges:
    """One and the same view at two dates; what the whole region's levels say does not age."""
    until = after.region.date
    if since == until:
        return TimeChanges(since, until)
    then = replace(after, region=replace(after.region, date=since))
    return TimeChanges(since, until, tuple(claim_changes(then, after)), tuple(finding_changes(then, after)))
