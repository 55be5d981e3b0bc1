"""What an edition hides at the newer side is taken out of the older one, so that a difference cannot name it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spbe.checks import Opened
from spbe.differences.aligning import Aligned, related
from spbe.editions import Audience
from spbe.editions.redaction import strip
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.penilaian import STATUS_PUBLIKASI, Jawaban
from spbe.model.record import KLASIFIKASI, Entri
from spbe.region import Assessment, Node, Region
from spbe.yamlio.limits import FILE_BYTES

_CLASSIFIED = re.compile(r"""klasifikasi["']?\s*[:\uff1a]\s*["']?([^"'\s,}#]*)""")
_STATUS = re.compile(r"""status["']?\s*[:\uff1a]\s*["']?terbit\b""")


@dataclass(frozen=True)
class _Closed:
    """What readers of an edition may not see at the newer side: records by node, assessments by name."""

    records: frozenset[Node]
    assessments: frozenset[str]


def withheld(sides: Aligned, newer: Opened, audience: Audience) -> Aligned:
    """``sides`` without what ``audience`` may not see at the newer one, on both where it cannot be read there."""
    if audience.is_whole:
        return sides
    closed = _closed(sides, newer, audience)
    older = _without(sides.older, closed)
    if not audience.is_public:
        older = _with_classes_of(older, sides.newer, audience)
    unreadable = {
        node: side
        for node, side in sides.unreadable.items()
        if node not in closed.records and _name_of(node) not in closed.assessments and _known(node, sides)
    }
    return replace(sides, older=older, newer=_without(sides.newer, closed), unreadable=unreadable)


def _closed(sides: Aligned, newer: Opened, audience: Audience) -> _Closed:
    hidden = {
        Node(kind, name)
        for kind, found in sides.newer.records.items()
        for name, record in found.items()
        if not audience.sees_classification(record.klasifikasi)
        or _unread_and_closed(Node(kind, name), sides, newer, audience)
    }
    former = {
        Node(node.kind, name)
        for node in hidden
        if (record := sides.newer.get(node)) is not None
        for name in record.dahulu
        if Node(node.kind, name) in hidden or sides.newer.get(Node(node.kind, name)) is None
    }
    drafts = {
        name
        for name, one in sides.newer.assessments.items()
        if not audience.sees_result(
            published=one.penilaian.publikasi.is_published and not _unread_and_draft(name, sides, newer)
        )
    }
    return _Closed(frozenset(hidden | former), frozenset(drafts))


def _unread_and_closed(node: Node, sides: Aligned, newer: Opened, audience: Audience) -> bool:
    """Whether what cannot be read at ``node`` may say that these readers may not know of it."""
    if sides.unreadable.get(node) not in {"after", "both"}:
        return False
    entry = newer.entries.at.get(node)
    if entry is not None and isinstance(entry.raw, dict):
        written = entry.raw.get("klasifikasi")
        words = [] if written in (None, "") else [str(written)]
    else:
        text = _text(newer, sides.newer.files.get(node))
        if text is None:
            return True
        words = _CLASSIFIED.findall(text)
    return any((code := KLASIFIKASI.find(word)) is None or not audience.sees_classification(code) for word in words)


def _unread_and_draft(name: str, sides: Aligned, newer: Opened) -> bool:
    """Whether the head of an assessment that cannot be read is not plainly published."""
    node = Node("penilaian", name)
    if sides.unreadable.get(node) not in {"after", "both"}:
        return False
    entry = newer.entries.at.get(node)
    if entry is not None and isinstance(entry.raw, dict):
        told = entry.raw.get("publikasi")
        status = told.get("status") if isinstance(told, dict) else None
        return not (isinstance(status, str) and STATUS_PUBLIKASI.find(status) == "terbit")
    return not _STATUS.search(_text(newer, f"indicators/{name}/penilaian.yaml") or "")


def _text(opened: Opened, file: str | None) -> str | None:
    if file is None:
        return None
    try:
        return opened.source.read(file, FILE_BYTES).decode("utf-8", "replace")
    except OSError:
        return None


def _known(node: Node, sides: Aligned) -> bool:
    """Whether something readable stands for ``node``: what was never readable may be hidden, for all that is known."""
    if node.kind in KINDS:
        return sides.newer.get(node) is not None
    return node.kind not in {"penilaian", "jawaban", "nilai"} or _name_of(node) in sides.newer.assessments


def _name_of(node: Node) -> str:
    """The assessment that ``node`` belongs to; empty for a record."""
    return node.id.partition("/")[0] if node.kind in {"penilaian", "jawaban", "nilai"} else ""


def _without(region: Region, closed: _Closed) -> Region:
    if not any(region.get(node) for node in closed.records) and closed.assessments.isdisjoint(region.assessments):
        return region
    records = {
        kind: {name: record for name, record in found.items() if Node(kind, name) not in closed.records}
        for kind, found in region.records.items()
    }
    assessments = {name: one for name, one in region.assessments.items() if name not in closed.assessments}
    return related(replace(region, records=records, assessments=assessments))


def _with_classes_of(older: Region, newer: Region, audience: Audience) -> Region:
    """``older`` without the fields that an office may no longer see because what they stand in is no longer its own."""

    def pared(node: Node, record: Entri) -> Entri:
        now = newer.get(node)
        if now is None or node.kind == OFFICE:
            return record
        return strip(record, audience.classes_for(_present(newer, now.perangkat_daerah)), lambda _node: True)

    records = {
        kind: {name: pared(Node(kind, name), record) for name, record in found.items()}
        for kind, found in older.records.items()
    }
    assessments = {name: _pared(one, newer, audience) for name, one in older.assessments.items()}
    return related(replace(older, records=records, assessments=assessments))


def _pared(older: Assessment, newer: Region, audience: Audience) -> Assessment:
    found = newer.assessments.get(older.nama)
    answers: dict[str, Jawaban] = dict(older.answers)
    for code, answer in (found.answers if found else {}).items():
        if code in answers:
            owner = _present(newer, answer.perangkat_daerah)
            answers[code] = strip(answers[code], audience.classes_for(owner), lambda _node: True)
    return replace(older, answers=answers)


def _present(region: Region, office: str | None) -> str | None:
    return region.present(Node(OFFICE, office)).id if office else None
