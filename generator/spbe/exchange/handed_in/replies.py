"""What is answered to whoever handed a file in: what was taken, what was not and why, and what is still asked.

It is for people of an office who have their spreadsheet and nothing else, and shows them what their edition shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal

from spbe.catalogue.quality import gaps_of
from spbe.editions import Edition
from spbe.exchange.handed_in.judging import Judgement
from spbe.exchange.handed_in.proposal_places import PlaceWords, present_value
from spbe.exchange.handed_in.proposals import AcceptanceRow, Proposal
from spbe.exchange.handed_in.submissions import Submission
from spbe.exchange.sheets.names import names_of
from spbe.exchange.sheets.workbook import for_whom
from spbe.history import view_of
from spbe.i18n import gettext as _
from spbe.model.base import fields_of
from spbe.model.kinds import KINDS
from spbe.model.penilaian import Jawaban, NilaiTahap
from spbe.region import Node
from spbe.wording import formatting

PartName = Literal["taken", "kept", "refused", "open", "asked"]

_ANSWERED: Final = ("fakta", "bukti")
"""What every answer needs, besides its level."""


@dataclass(frozen=True)
class ReplyRow:
    """One line: which field of which record, in which cell, and what is said of it."""

    record: str
    field: str
    text: str
    cell: str


@dataclass(frozen=True)
class ReplyPart:
    """Lines of one sort below a ``title``, with what somebody who reads it should do."""

    name: PartName
    title: str
    todo: str
    rows: tuple[ReplyRow, ...]


@dataclass(frozen=True)
class Reply:
    """The answer to what was handed in as ``file``; parts of which there is nothing to say are left out.

    ``note`` says for whom it is where that is not everybody.
    """

    file: str
    title: str
    note: str
    day: str
    summary: str
    parts: tuple[ReplyPart, ...]


def reply_to(one: Submission, judgement: Judgement, *, written: bool) -> Reply:
    """The answer to ``one``; ``written`` where what was taken has been, or is just being, written."""
    opened = judgement.trial.after if judgement.is_writable else judgement.trial.before
    view = view_of(opened, one.readers)
    telling = _Telling(one, view, PlaceWords(view.region, names_of(view.region)), is_after=judgement.is_writable)
    rows = [row for row in judgement.acceptance.rows if row.file == one.name]
    parts = tuple(part for part in telling.parts(rows, written=written) if part.rows)
    office = view.region.office(one.readers.opd)
    return Reply(
        one.name,
        _("Balasan untuk {nama}").format(nama=for_whom(view)),
        one.readers.warning(office.nama if office else "") or "",
        formatting.day(view.region.date),
        telling.summary(parts, rows, written=written),
        parts,
    )


@dataclass(frozen=True)
class _Telling:
    """Tells it; ``is_after`` where ``view`` is of the region with what was taken."""

    one: Submission
    view: Edition
    words: PlaceWords
    is_after: bool

    @cached_property
    def new_names(self) -> Mapping[Node, str]:
        """What the records are called that the file would add."""
        return {one.node: str(one.value) for one in self.one.proposals if one.new and one.path == ("nama",)}

    def parts(self, rows: Sequence[AcceptanceRow], *, written: bool) -> Iterator[ReplyPart]:
        taken = [self._row(row, self._value(row)) for row in rows if row.outcome in ("new", "changed")]
        yield ReplyPart("taken", _("Sudah dicatat") if written else _("Dapat dicatat"), "", tuple(taken))
        kept = [self._row(row, _("Diputuskan lain.")) for row in rows if _is_decided_otherwise(row)]
        about = _("Pengelola memutuskan memakai isi yang lain. Bila keliru, beri tahu pengelola.")
        yield ReplyPart("kept", _("Tidak dipakai"), about, tuple(kept))
        refused = [self._row(row, row.reason) for row in rows if row.outcome == "refused"]
        about = _("Perbaiki pada lembar isian Anda, lalu kirim lagi.")
        yield ReplyPart("refused", _("Belum dapat diterima"), about, tuple(refused))
        undecided = [self._row(row, row.reason) for row in rows if row.outcome == "conflict"]
        about = _("Tidak perlu dikirim lagi; pengelola memutuskannya dan mungkin menghubungi Anda.")
        yield ReplyPart("open", _("Masih diputuskan"), about, tuple(undecided))
        about = _(
            "Isi bila Anda tahu. Tulis “belum diketahui” bila tidak ada yang tahu, dan “tidak ada” bila memang tidak "
            "ada. Jangan mengarang isian."
        )
        yield ReplyPart("asked", _("Masih ditanyakan"), about, tuple(self._asked(rows)))

    def summary(self, parts: Sequence[ReplyPart], rows: Sequence[AcceptanceRow], *, written: bool) -> str:
        said = [
            *(row.reason for row in rows if not row.cell and row.outcome == "unchanged"),
            *(() if any(part.name != "asked" for part in parts) else (_("Tidak ada yang berubah pada berkas ini."),)),
        ]
        if not written and any(part.name == "taken" for part in parts):
            said.append(_("Belum ada yang dicatat: pengelola masih memeriksa semua kiriman."))
        return " ".join(said)

    def _row(self, row: AcceptanceRow, text: str) -> ReplyRow:
        one = row.proposal
        if one is None:
            return ReplyRow(row.id, "", _plain(text), row.cell)
        record = present_value(self.view.region, one.node, ())
        name = self.new_names.get(one.node, "")
        field = self.words.field(one.node, one.path, record) if one.path else ""
        return ReplyRow(self.words.record(one.node, name), field, _plain(text), row.cell)

    def _value(self, row: AcceptanceRow) -> str:
        """What was taken, as far as its readers see it."""
        one = row.proposal
        if one is None or not one.path:
            return row.reason
        if one.value is None:
            return _("Dikosongkan.")
        record = present_value(self.view.region, one.node, ())
        value = self._as_seen(one)
        return self.words.value(one.node, one.path, value, record) if value is not None else ""

    def _as_seen(self, one: Proposal) -> Any:
        """The value after it was written; before that the one that was asked for."""
        if self.is_after:
            return present_value(self.view.region, one.node, one.path)
        return one.as_seen if one.new or self._is_shown(one) else None

    def _is_shown(self, one: Proposal) -> bool:
        record = self.view.region.get(one.node)
        if record is None:
            return self.view.region.answer(one.node) is not None
        return one.path[0] in self.view.visible_fields(one.node, record)

    def _asked(self, rows: Sequence[AcceptanceRow]) -> Iterator[ReplyRow]:
        """What nobody has filled in yet, of all that the file was about and of what is new in it."""
        new = (row.proposal.node for row in rows if row.proposal is not None and row.outcome == "new")
        order = [*KINDS, "jawaban"]
        present = {self.view.region.present(node) for node in (*self.one.records, *new)}
        for node in sorted(present, key=lambda one: (order.index(one.kind), one.id)):
            missing = self._missing(node)
            if missing:
                yield ReplyRow(self.words.record(node), "", "\n".join(missing), "")

    def _missing(self, node: Node) -> list[str]:
        answer = self.view.region.answer(node)
        if answer is not None:
            level = [] if answer.nilai.mandiri is not None else [_(fields_of(NilaiTahap)["mandiri"].label)]
            empty = (name for name in _ANSWERED if answer.absence(name) == "kosong")
            return [*level, *(_(fields_of(Jawaban)[name].label) for name in empty)]
        record = self.view.region.get(node)
        if record is None or not self._is_theirs(node):
            return []
        return [_(spec.label) for spec in gaps_of(node.kind, record, self.view.visible_fields(node, record))]

    def _is_theirs(self, node: Node) -> bool:
        return self.one.readers.opd is None or self.view.region.keeper_id(node) == self.one.readers.opd


def _is_decided_otherwise(row: AcceptanceRow) -> bool:
    return row.outcome == "unchanged" and row.proposal is not None and bool(row.reason)


def _plain(text: str) -> str:
    """``text`` without marks of code, for people who do not know them."""
    parts = text.split("`")
    return "".join(part if number % 2 == 0 else f"“{part}”" for number, part in enumerate(parts))
