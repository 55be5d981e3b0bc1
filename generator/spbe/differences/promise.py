"""The form of ``spbe diff --format json``: its keys and their types are a promise.

Numbers that came from decimals are strings. Lists are empty, never absent.
"""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict


class NodeRow(TypedDict):
    """One thing: a record by kind and id, or ``jawaban``, ``nilai``, ``halaman``, ``lampiran`` …; ``name`` for people.

    ``office`` is the id of its owner, null where it has none.
    """

    kind: str
    id: str
    name: str
    office: str | None


class RenamedRow(NodeRow):
    """A record that has another id now.

    ``former_id`` is the id that it had; ``merged`` when the new id was another record's before.
    """

    former_id: str
    merged: bool


class FieldRow(TypedDict):
    """One field: its keys joined with ``/``, and its label.

    A list has ``added`` and ``removed`` (both empty when only its order changed); a text of which only its identity
    is told has ``content``; all others ``before`` and ``after``, null where nothing was said.
    """

    field: str
    label: str
    before: NotRequired[Any]
    after: NotRequired[Any]
    added: NotRequired[list[Any]]
    removed: NotRequired[list[Any]]
    content: NotRequired[bool]


class ChangedRow(NodeRow):
    """A record whose ``fields`` changed, in the order of its class."""

    fields: list[FieldRow]


class UnreadableRow(NodeRow):
    """Something that cannot be read on a side.

    ``side`` is ``before``, ``after`` or ``both``; ``file`` where the edition may know it.
    """

    side: str
    file: str | None


class RecordsPart(TypedDict):
    """What is there, gone, renamed, changed, or cannot be read."""

    added: list[NodeRow]
    removed: list[NodeRow]
    renamed: list[RenamedRow]
    changed: list[ChangedRow]
    unreadable: list[UnreadableRow]


class CauseRow(TypedDict):
    """One indicator that moved an index; ``share`` is what it carried, exactly, null while an index is not whole."""

    indikator: str
    name: str
    level: list[str | None]
    weight: list[str | None]
    share: str | None


class FigureRow(TypedDict):
    """One stage of one assessment.

    ``before`` and ``after`` are the printed index, computed, else as published; null where there is none. The others
    are pairs of before and after, ``domain`` and ``aspek`` by code, only those that changed.
    """

    penilaian: str
    tahun: int
    tahap: str
    before: str | None
    after: str | None
    predikat: list[str | None]
    resmi: list[str | None]
    domain: dict[str, list[str | None]]
    aspek: dict[str, list[str | None]]
    causes: list[CauseRow]


class RelationRow(TypedDict):
    """A relation that came, went or broke.

    ``source`` names ``target`` in its ``field``; ``relation`` is what that is called.
    """

    source: NodeRow
    target: NodeRow
    field: str
    relation: str
    planned: bool


class RelationsPart(TypedDict):
    """Relations by what became of them; those that lead nowhere now are broken, and not removed."""

    added: list[RelationRow]
    removed: list[RelationRow]
    broken: list[RelationRow]


class ProblemRow(NodeRow):
    """A problem of one side alone.

    ``key`` is the path of keys in the record; ``file`` and ``message`` are those of ``spbe check``.

    Other editions than the internal one get as the message what the rule is good for, and the file only where its path
    says no more than they know.
    """

    rule: str
    severity: str
    key: str
    file: str | None
    message: str


class ProblemsPart(TypedDict):
    """Matched by rule, record and key, never by line."""

    new: list[ProblemRow]
    fixed: list[ProblemRow]


class ClaimRow(TypedDict):
    """The verdict on what a level implies; null on a side where nothing implies it."""

    penilaian: str
    indikator: str
    rule: str
    statement: str
    before: str | None
    after: str | None


class ImpactRow(NodeRow):
    """How many services stop with this record; null on a side where it is no record of today."""

    before: int | None
    after: int | None


class FindingRow(TypedDict):
    """Records with a shortcoming: those that have it now, and those that have it no more."""

    finding: str
    title: str
    added: list[NodeRow]
    removed: list[NodeRow]


class CompletenessRow(TypedDict):
    """Answered fields of all fields of a kind: ``["812/1000", "815/1000"]``."""

    kind: str
    before: str
    after: str


class LimitRow(TypedDict):
    """A limit of data quality: ``key`` as in the file; ``before`` and ``after`` the measures, ``broken`` afterwards."""

    key: str
    limit: str
    before: str
    after: str
    broken: bool


class StoppedRow(NodeRow):
    """Services that lost what they need: ``services`` of today need this record, which is none of today any more."""

    services: list[NodeRow]


class ServicesPart(TypedDict):
    """What services lose; ``uncarried`` had an application and have none now."""

    stopped: list[StoppedRow]
    uncarried: list[NodeRow]


class AnswerRow(TypedDict):
    """Evidence that an answer gained or lost, by id, and its state."""

    penilaian: str
    indikator: str
    evidence_added: list[str]
    evidence_removed: list[str]
    state: list[str | None]


class StageRow(TypedDict):
    """A stage of a calendar: first and last day on both sides, null where the stage or the day is not there."""

    penilaian: str
    stage: str
    before: list[str | None] | None
    after: list[str | None] | None


class SentenceRow(TypedDict):
    """One sentence of the summary; ``topic`` is what it is about."""

    topic: str
    text: str


class QualityPart(TypedDict):
    """What got better or worse in the data; ``limits`` for administrators."""

    limits: list[LimitRow]
    findings: list[FindingRow]
    completeness: list[CompletenessRow]


class PublicRow(NodeRow):
    """What of a record the public sees on one side only.

    ``fields`` that the public sees on one side only; ``whole`` when it sees nothing on the other.
    """

    fields: list[str]
    whole: bool


class PublicPart(TypedDict):
    """What appears in, or vanishes from, the public edition."""

    appeared: list[PublicRow]
    vanished: list[PublicRow]


class ReviewerRow(TypedDict):
    """An office that owns something that is touched; ``accounts`` where the edition tells them."""

    id: str
    name: str
    accounts: list[str]
    records: list[NodeRow]


class TimePart(TypedDict):
    """What time alone changed: the newer data at the older side's own date and at the reference date."""

    before: str
    after: str
    claims: list[ClaimRow]
    findings: list[FindingRow]


class DifferenceRows(TypedDict):
    """What ``spbe diff --format json`` prints, part by part.

    Unless it is ``meaningful`` there is nothing to comment on: what is written says what it said, and time changed
    nothing. ``decision`` is ``tahan``, ``timbang`` or ``terima``.
    """

    edition: str
    records: RecordsPart
    index: list[FigureRow]
    relations: RelationsPart
    problems: ProblemsPart
    claims: list[ClaimRow]
    impact: list[ImpactRow]
    quality: QualityPart
    public_fields: PublicPart
    reviewers: list[ReviewerRow]
    time: TimePart
    services: ServicesPart
    answers: list[AnswerRow]
    calendar: list[StageRow]
    meaningful: bool
    decision: str
    verdict: str
    sentences: list[SentenceRow]
