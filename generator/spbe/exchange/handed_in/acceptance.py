"""The one door: proposals of a sender, judged and turned into a change that nobody has written yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from spbe.changes import Change
from spbe.changes.drafting import bare_record, draft_record
from spbe.checks import Opened
from spbe.exchange.handed_in.clashes import sorted_out
from spbe.exchange.handed_in.proposals import OUTCOMES, AcceptanceRow, Outcome, Place, Proposal
from spbe.exchange.handed_in.questions import Decision, Question
from spbe.exchange.handed_in.senders import Sender
from spbe.exchange.handed_in.submissions import Submission
from spbe.i18n import gettext as _
from spbe.model.base import absence_word
from spbe.model.kinds import KINDS, OFFICE
from spbe.problems.usage import RefusalError, WrongUsageError
from spbe.region import Entry, Node
from spbe.yamlio.editing import NotEditableError, with_value, without
from spbe.yamlio.limits import FILE_BYTES

NO_FAULTS: Final[Mapping[Place, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Acceptance:
    """What becomes of what was handed in; ``change`` makes true what was taken of ``rows``.

    ``questions`` are what a person has to decide, each once.
    """

    change: Change
    rows: tuple[AcceptanceRow, ...]
    questions: tuple[Question, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether any row was: then nothing is written, unless a part was asked for."""
        return any(row.outcome in ("refused", "conflict") for row in self.rows)

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many rows came to each outcome."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in OUTCOMES}


@dataclass
class _Desk:
    """What has been decided so far: rows, and the texts of files as they shall be."""

    opened: Opened
    sender: Sender
    rows: list[AcceptanceRow] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    before: dict[str, bytes | None] = field(default_factory=dict)
    removed: list[tuple[Entry, Proposal]] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)

    def say(self, one: Proposal, outcome: Outcome, reason: str = "") -> None:
        self.rows.append(AcceptanceRow(one.file, one.cell, outcome, one.id, reason, one))

    def refuse(self, proposals: Iterable[Proposal], reason: str) -> None:
        for one in proposals:
            self.say(one, "refused", reason)

    def text(self, file: str) -> str:
        """The text of ``file`` with what was decided already."""
        if file not in self.texts:
            data = self.opened.source.read(file, FILE_BYTES)
            self.before[file] = data
            self.texts[file] = data.decode("utf-8")
        return self.texts[file]


def accepted(
    origin: str,
    opened: Opened,
    handed_in: Sequence[Submission],
    sender: Sender,
    faults: Mapping[Place, str] = NO_FAULTS,
    *,
    partly: bool = False,
) -> Acceptance:
    """Judge what is proposed, record by record. Never raises for what it asks; nothing is written.

    What would stand where there are ``faults`` is refused, for the reason that they give. With ``partly`` the change
    holds what was taken also where something was refused.
    """
    desk = _Desk(opened, sender, [row for one in handed_in for row in one.refused])
    decisions = [decision for one in handed_in for decision in one.decisions]
    if sender.is_limited:
        desk.rows += map(_not_theirs, decisions)
        decisions = []
    made = sorted_out(opened, (proposal for one in handed_in for proposal in one.proposals), decisions)
    desk.rows += (_with_fault(row, faults) for row in made.rows)
    questions = {one.id: one for one in (*(again for one in handed_in for again in one.questions), *made.questions)}
    by_record: dict[Node, list[Proposal]] = {}
    for one in made.agreed:
        if (fault := faults.get((one.node, one.path))) is not None:
            desk.say(one, "refused", fault)
        else:
            by_record.setdefault(one.node, []).append(one)
    for node, asked in by_record.items():
        if any(one.new for one in asked):
            _add(desk, node, asked)
        else:
            _edit(desk, node, asked)
    _remove(desk)
    done = Acceptance(Change(origin, {}), tuple(desk.rows), tuple(questions.values()))
    if done.refused and not partly:
        return done
    files: dict[str, bytes | None] = {
        path: text.encode() for path, text in desk.texts.items() if text.encode() != desk.before[path]
    }
    files |= dict.fromkeys(desk.gone)
    return Acceptance(Change(origin, files, desk.before), done.rows, done.questions)


def _with_fault(row: AcceptanceRow, faults: Mapping[Place, str]) -> AcceptanceRow:
    """``row``, refused where what was decided for it turns out to be wrong."""
    one = row.proposal
    fault = faults.get((one.node, one.path)) if one is not None and row.outcome in ("new", "changed") else None
    return row if fault is None else replace(row, outcome="refused", reason=fault)


def _not_theirs(one: Decision) -> AcceptanceRow:
    reason = _("Keputusan hanya diterima dari pengelola.")
    return AcceptanceRow(one.file, one.cell, "refused", one.question.subject, reason)


def _edit(desk: _Desk, node: Node, asked: list[Proposal]) -> None:
    """Let an existing record say what was asked; one of another office is not told from one that is not there."""
    entry = desk.opened.entries.at.get(node)
    if entry is None or not desk.sender.owns(desk.opened.region, node):
        anybodys = not desk.sender.is_limited
        of_theirs = _("Tidak ada {jenis} `{id}` milik OPD pengirim yang dapat dibaca.")
        words = _("Tidak ada {jenis} `{id}` yang dapat dibaca.") if anybodys else of_theirs
        desk.refuse(asked, words.format(jenis=_called(node), id=node.id))
        return
    for one in asked:
        if not one.path:
            desk.removed.append((entry, one))
        elif not desk.sender.may_set(str(one.path[0])):
            desk.say(one, "refused", _("Isian ini hanya diubah oleh pengelola."))
        elif _same(_value_at(entry, one), one.value):
            desk.say(one, "unchanged")
        else:
            _write(desk, entry.file, (*entry.path, *one.path), one, "changed")


def _called(node: Node) -> str:
    """What sort of thing is at ``node``, which may be no record."""
    return _(KINDS[node.kind].singular).lower() if node.kind in KINDS else _("jawaban")


def _add(desk: _Desk, node: Node, asked: list[Proposal]) -> None:
    """A record that is not there yet, of an office of the sender."""
    values = {str(one.path[0]): one.value for one in asked if len(one.path) == 1}
    owner = values.get("perangkat_daerah")
    if desk.sender.offices is not None:
        if owner is None and len(desk.sender.offices) == 1:
            (owner,) = desk.sender.offices
        if node.kind == OFFICE or owner not in desk.sender.offices:
            desk.refuse(asked, _("Catatan baru harus milik OPD pengirim; isi `perangkat_daerah` dengan ID-nya."))
            return
    if "nama" not in values:
        desk.refuse(asked, _("Catatan baru memerlukan nama."))
        return
    try:
        drafted = draft_record(desk.opened.root, KINDS[node.kind], node.id, str(values["nama"]), None, None)
    except (RefusalError, WrongUsageError) as error:
        desk.refuse(asked, str(error))
        return
    ((file, data),) = drafted.files.items()
    desk.before[file], desk.texts[file] = None, (data or b"").decode("utf-8")
    if any(one.bare for one in asked):
        desk.texts[file] = bare_record(file, KINDS[node.kind], {"id": node.id, **_whole(asked)})
    if owner is not None and "perangkat_daerah" not in values:
        desk.texts[file] = with_value(desk.texts[file], ("perangkat_daerah",), owner)
    for one in asked:
        if not desk.sender.may_set(str(one.path[0])):
            desk.say(one, "refused", _("Isian ini hanya diubah oleh pengelola."))
        else:
            _write(desk, file, one.path, one, "new")


def _whole(asked: Iterable[Proposal]) -> dict[str, Any]:
    """What is asked of a record, as one value."""
    whole: dict[str, Any] = {}
    for one in asked:
        held = whole
        for step in one.path[:-1]:
            held = held.setdefault(str(step), {})
        held[str(one.path[-1])] = one.value
    return whole


def _remove(desk: _Desk) -> None:
    """Take out the records that shall go, the last of a file first, for those before it keep their places."""
    for entry, one in sorted(desk.removed, key=lambda pair: _number_in_file(pair[0]), reverse=True):
        if entry.path:
            _write(desk, entry.file, entry.path, one, "changed", _("Catatan ini dihapus."))
            continue
        desk.before.setdefault(entry.file, desk.opened.source.read(entry.file, FILE_BYTES))
        desk.texts.pop(entry.file, None)
        desk.gone.add(entry.file)
        desk.say(one, "changed", _("Catatan ini dihapus."))


def _number_in_file(entry: Entry) -> int:
    last = entry.path[-1] if entry.path else 0
    return last if isinstance(last, int) else 0


def _write(
    desk: _Desk, file: str, path: tuple[str | int, ...], one: Proposal, outcome: Outcome, reason: str = ""
) -> None:
    try:
        text = desk.text(file)
        desk.texts[file] = without(text, path) if one.value is None else with_value(text, path, one.value)
    except (NotEditableError, OSError, UnicodeDecodeError):
        desk.say(
            one, "refused", _("Cara data ini ditulis tidak memungkinkan perubahannya; pengelola mengubahnya sendiri.")
        )
        return
    desk.say(one, outcome, reason)


def _value_at(entry: Entry, one: Proposal) -> Any:
    value = entry.raw
    for step in one.path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _same(there: Any, wanted: Any) -> bool:
    """Whether both say the same, in any spelling of being empty and of blanks."""
    if isinstance(there, str) and isinstance(wanted, str):
        words = absence_word(wanted)
        return " ".join(there.split()) == " ".join(wanted.split()) or (
            words is not None and absence_word(there) == words
        )
    return bool(there == wanted)
