"""The workbook to decide in: a question a row, its choices to pick from, and unseen all that the answers do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from spbe.exchange.handed_in.questions import Question, plain_question, question_from
from spbe.exchange.sheets import packing
from spbe.exchange.sheets.cell_forms import CellForm, TextForm, WholeForm
from spbe.exchange.sheets.guidance import GuidanceLine
from spbe.exchange.sheets.names import Names
from spbe.exchange.sheets.sheet import Sheet, SheetColumn, SheetRow
from spbe.exchange.sheets.workbook import Workbook
from spbe.i18n import gettext as _
from spbe.region import Region
from spbe.wording import formatting

DECISIONS: Final = "keputusan"
"""The key of the sheet."""

NUMBER: Final = "nomor"
PICKED: Final = "pilih"

QUESTIONS_MARK: Final = "spbe-keputusan "
"""What the mark of the unseen values begins with."""

FORMAT: Final = 1
"""Raised when a reader of today would misunderstand what is packed."""


@dataclass(frozen=True)
class PackedQuestions:
    """Questions as the unseen values of a workbook; their numbers are their places, from 1."""

    questions: tuple[Question, ...]

    @cached_property
    def text(self) -> str:
        """The questions, as the texts of cells have them."""
        return packing.json_text({"format": FORMAT, "questions": [plain_question(one) for one in self.questions]})

    @property
    def mark(self) -> str:
        """Tells them from other values, with their revision."""
        return QUESTIONS_MARK + hashlib.sha256(self.text.encode()).hexdigest()[:12]


def unpacked_questions(cells: Iterable[str]) -> tuple[Question, ...]:
    """The questions that were packed; raises ``ValueError`` where they are damaged or of another format."""
    made = packing.unpacked(cells)
    if made.get("format") != FORMAT:
        raise ValueError("another format")
    try:
        return tuple(map(question_from, made["questions"]))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("damaged questions") from error


def decision_workbook(questions: Iterable[Question], region: Region, steps: Sequence[str] | None = None) -> Workbook:
    """The workbook in which somebody answers ``questions`` about ``region``; ``steps`` say how, if not as usual."""
    asked = tuple(questions)
    packed = PackedQuestions(asked)
    title = _("Keputusan: {nama}").format(nama=region.profil.nama)
    note = _("Berkas kerja pengelola. Bukan untuk umum.")
    sheet = _sheet(asked)
    lines = (
        GuidanceLine("title", title),
        GuidanceLine("warning", note),
        GuidanceLine("text", _("Keadaan data per {tanggal}.").format(tanggal=formatting.day(region.date))),
        GuidanceLine("heading", _("Cara memutuskan")),
        *(
            GuidanceLine("text", f"{number}. {text}")
            for number, text in enumerate(_steps() if steps is None else steps, 1)
        ),
        GuidanceLine("heading", _("Lembar dalam berkas ini")),
        GuidanceLine("sheet", _("{n} yang perlu diputuskan").format(n=len(asked)), DECISIONS),
    )
    return Workbook(title, region.profil.nama, note, region.date, lines, (sheet,), Names(), packed)


def _steps() -> tuple[str, ...]:
    return (
        _("Satu baris adalah satu hal yang tidak dapat diputuskan program: dua pihak menginginkan isi yang berbeda."),
        _(
            "Bandingkan isi semula (ketika lembar isian dibagikan), isi sekarang, dan setiap usulan. Bila ragu, "
            "tanyakan kepada perangkat daerahnya."
        ),
        _("Pada kolom Pilih, ambil satu jawaban dari daftar. Isi kolom lain tidak dibaca kembali."),
        _("Yang belum dapat diputuskan biarkan kosong: datanya tetap, dan hal itu ditanyakan lagi nanti."),
        _("Simpan sebagai .xlsx, lalu terima bersama berkas-berkas asalnya, atau sendiri."),
        _("Jawaban hanya dipakai selama datanya belum berubah sejak ditanyakan."),
    )


def _sheet(questions: Sequence[Question]) -> Sheet:
    most = max((len(_wishes(one)) for one in questions), default=0)
    began = any(one.before for one in questions)
    columns = (
        _column(NUMBER, _("No."), _("Nomor pertanyaan."), 5, WholeForm("number")),
        _column("perangkat_daerah", _("Perangkat daerah"), _("Pemilik catatan ini."), 22),
        _column("catatan", _("Catatan"), _("Catatan yang ditanyakan, dengan ID-nya."), 28),
        _column("isian", _("Isian"), _("Isian yang ditanyakan."), 16),
        _column("sebab", _("Mengapa ditanyakan"), _("Mengapa program tidak dapat memutuskannya."), 24),
        SheetColumn(PICKED, _("Pilih"), _("Ambil satu jawaban dari daftar."), (TextForm(),), width=34),
        *([_column("semula", _("Semula"), _("Isinya ketika lembar isian dibagikan."), 32)] if began else []),
        _column("sekarang", _("Sekarang"), _("Isinya sekarang."), 32),
        *(
            _column(f"usulan/{n}", _("Usulan {n}").format(n=n), _("Isi yang diminta, dan dari berkas mana."), 36)
            for n in range(1, most + 1)
        ),
    )
    rows: list[SheetRow] = []
    for number, one in enumerate(questions, 1):
        wishes = [*_wishes(one), *[None] * most][:most]
        head = (number, one.office or None, one.record, one.field, one.asks, None)
        rows.append((*head, *([one.before or None] if began else []), one.now or None, *wishes))
    place = [column.key for column in columns].index(PICKED)
    offers = {(row, place): tuple(one.label for one in each.choices) for row, each in enumerate(questions)}
    return Sheet(DECISIONS, _("Keputusan"), columns, tuple(rows), frozen=place + 1, offers=offers, lines=14)


def _column(key: str, label: str, about: str, width: int, form: CellForm | None = None) -> SheetColumn:
    """A column that tells something."""
    return SheetColumn(key, label, about, (form or TextForm(),), locked=True, tells=True, width=width)


def _wishes(one: Question) -> list[str]:
    return [choice.shown for choice in one.choices if choice.shown]
