"""Two states of a region brought to one footing, so that only what changed differs.

Records of the older one get the ids that the newer one has for them. What one side cannot read is taken as the other
has it: it is told as unreadable, and never as gone, with nothing that hangs on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from spbe.checks import Opened
from spbe.model.penilaian import TAHAP, Jawaban
from spbe.model.record import Entri
from spbe.region import Assessment, Node, Region
from spbe.region.region import Values, former_ids, relations_between

WhichSide = Literal["before", "after", "both"]

Records = dict[str, dict[str, Entri]]


@dataclass(frozen=True)
class Aligned:
    """Both regions, comparable by node.

    ``renamed``: ids of the older side to those of the newer one, for records that changed theirs; ``merged`` are those
    whose new id another record had already. ``unreadable``: on which side a node cannot be read.
    """

    older: Region
    newer: Region
    renamed: Mapping[Node, Node] = field(default_factory=dict)
    merged: frozenset[Node] = frozenset()
    unreadable: Mapping[Node, WhichSide] = field(default_factory=dict)


def aligned(older: Opened, newer: Opened) -> Aligned:
    """The regions of ``older`` and ``newer`` on one footing; they share the reference date already."""
    renamed = {node: now for node, _record in older.region.nodes() if (now := _present(newer, node)) != node}
    merged = _merged(older.region, renamed)
    was = _under_present_ids(older.region, {node: now for node, now in renamed.items() if node not in merged})
    unreadable: dict[Node, WhichSide] = {}
    first, missing = _completed(was, older, newer.region)
    unreadable |= dict.fromkeys((*missing, *sorted(_wrong(older) - set(missing))), "before")
    last, missing = _completed(newer.region, newer, was)
    unreadable |= {node: "both" if node in _wrong(older) else "after" for node in (*missing, *sorted(_wrong(newer)))}
    return Aligned(first, last, renamed, merged, unreadable)


def related(region: Region) -> Region:
    """``region`` with the former ids and relations that follow from its records."""
    made = replace(region, renamed=former_ids(region.records))
    return replace(made, relations=relations_between(made.records, made.assessments, made.teams, made.renamed))


def _present(newer: Opened, node: Node) -> Node:
    """What the record at ``node`` is called on the newer side, whether or not that can be read."""
    if newer.region.get(node) is not None or node in newer.entries.at:
        return node
    return newer.region.renamed.get(node) or newer.entries.former.get(node) or node


def _merged(region: Region, renamed: Mapping[Node, Node]) -> frozenset[Node]:
    """Those whose new id is taken on the older side too, or by an earlier one of them."""
    taken: set[Node] = set()
    found = set()
    for node, now in renamed.items():
        if region.get(now) is not None or now in taken:
            found.add(node)
        taken.add(now)
    return frozenset(found)


def _under_present_ids(region: Region, renamed: Mapping[Node, Node]) -> Region:
    if not renamed:
        return region
    records: Records = {kind: {} for kind in region.records}
    for node, record in region.nodes():
        now = renamed.get(node, node)
        if now != node:
            former = {"id": now.id, "dahulu": (*record.dahulu, node.id)}
            records[now.kind][now.id] = record.model_copy(update=former)
        else:
            records[node.kind][node.id] = record
    files = {renamed.get(node, node): file for node, file in region.files.items()}
    ordered = {kind: dict(sorted(found.items())) for kind, found in records.items()}
    return related(replace(region, records=ordered, files=files))


def _wrong(opened: Opened) -> set[Node]:
    """Everything that was found with errors, or in files that cannot be understood."""
    found = {node for node, entry in opened.entries.at.items() if entry.record is None}
    return found | {node for node in opened.entries.unread.nodes if node not in opened.entries.at}


def _cannot_tell(opened: Opened, node: Node) -> bool:
    """Whether something is at ``node`` that cannot be read, or may be."""
    entry = opened.entries.at.get(node)
    return entry.record is None if entry is not None else opened.state(node) == "unread"


def _completed(region: Region, opened: Opened, other: Region) -> tuple[Region, list[Node]]:
    """``region``, read from ``opened``, with what cannot be read there as ``other`` has it; and what that is."""
    missing: list[Node] = []
    records: Records = {kind: dict(found) for kind, found in region.records.items()}
    for node, record in other.nodes():
        if node.id not in records[node.kind] and _cannot_tell(opened, node):
            records[node.kind][node.id] = record
            missing.append(node)
    assessments = _assessments(region, opened, other, missing)
    profile, teams, efforts, peers = (Node(kind, kind) for kind in ("profil", "tim", "upaya", "pembanding"))
    missing += [node for node in (profile, teams, efforts, peers) if _cannot_tell(opened, node)]
    codes = "referensi" in opened.entries.unread.kinds
    if not missing and not codes:
        return region, missing
    ordered = {kind: dict(sorted(found.items())) for kind, found in records.items()}
    files = {node: other.files[node] for node in missing if node in other.files} | dict(region.files)
    made = replace(
        region,
        profil=other.profil if profile in missing else region.profil,
        teams=other.teams if teams in missing else region.teams,
        efforts=other.efforts if efforts in missing else region.efforts,
        peers=other.peers if peers in missing else region.peers,
        reference=other.reference if codes else region.reference,
        records=ordered,
        assessments=assessments,
        files=files,
    )
    return related(made), missing


def _assessments(region: Region, opened: Opened, other: Region, missing: list[Node]) -> dict[str, Assessment]:
    found = dict(region.assessments)
    for name, assessment in other.assessments.items():
        own = found.get(name)
        if own is not None:
            found[name] = _answers(own, opened, assessment, missing)
        elif opened.state(Node("penilaian", name)) != "gone":  # its head, or the instrument that it names
            found[name] = assessment
            missing.append(Node("penilaian", name))
    ordered = sorted(found.values(), key=lambda one: (one.penilaian.tahun, one.nama))
    return {one.nama: one for one in ordered}


def _answers(own: Assessment, opened: Opened, other: Assessment, missing: list[Node]) -> Assessment:
    """``own`` with the answers and values of ``other`` that may stand in what cannot be read."""
    answers = dict(own.answers)
    values = {stage: dict(given) for stage, given in own.values.items()}
    unknown = set()
    for code, answer in other.answers.items():
        node = Node("jawaban", f"{own.nama}/{code}")
        if code not in answers and _cannot_tell(opened, node):
            answers[code] = answer
            unknown.add(node)
    whole = Node("nilai", own.nama)  # a file of values tells nothing of its lines
    for stage, given in other.values.items():
        for code, value in given.items():
            line = whole if whole in opened.entries.unread.nodes else Node("nilai", f"{own.nama}/{code}")
            doubtful = [place for place in (Node("jawaban", f"{own.nama}/{code}"), line) if _cannot_tell(opened, place)]
            if code not in values.get(stage, {}) and doubtful:
                values.setdefault(stage, {})[code] = value
                unknown.update(doubtful)
    if not unknown:
        return own
    missing.extend(sorted(unknown))
    return _ordered(own, answers, values)


def _ordered(own: Assessment, answers: Mapping[str, Jawaban], values: Mapping[str, Values]) -> Assessment:
    """In the orders of instrument and stages, which a list shows."""
    codes = [one.kode for one in own.instrumen.all_indicators()]
    stages = [stage for stage in TAHAP.nilai if stage in values]
    return replace(
        own,
        answers={code: answers[code] for code in codes if code in answers},
        values={stage: {code: values[stage][code] for code in codes if code in values[stage]} for stage in stages},
    )
