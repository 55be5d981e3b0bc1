"""Published figures beside computed ones, and what may explain a difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spbe.i18n import gettext as _
from spbe.model.penilaian import TAHAP
from spbe.scoring import Comparison
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.outcomes import Outcome
from spbe.site.table import Cell, Column, Row, Table, figure, text


@dataclass(frozen=True)
class OfficialComparison:
    """How many published figures there are, how many of them agree, and how many cannot be computed yet.

    ``table`` lists those that differ, each with its explanation; no rows when none does.
    """

    jumlah: int
    cocok: int
    belum: int
    table: Table


def official_comparison(hasil: HasilPenilaian) -> OfficialComparison | None:
    """The published figures of ``hasil`` beside its own levels; ``None`` where those are not known."""
    official = hasil.official
    if official is None:
        return None
    figures = official.comparisons
    columns = (
        Column(_("Bagian"), wide=True),
        Column(_("Resmi"), numeric=True),
        Column(_("Dihitung"), numeric=True),
        Column(_("Selisih"), numeric=True),
        Column(_("Penjelasan"), wide=True),
    )
    rows = tuple(_row(official, one, why) for one, why in hasil.beda)
    return OfficialComparison(
        jumlah=len(figures),
        cocok=sum(one.cocok is True for one in figures),
        belum=sum(one.cocok is None for one in figures),
        table=Table("beda-resmi", _("Angka resmi yang berbeda dari perhitungan"), columns, rows),
    )


def _row(outcome: Outcome, one: Comparison, why: Sequence[str]) -> Row:
    words = one.kode == "predikat"
    return Row(
        (
            Cell(_name(outcome, one.kode)),
            Cell(one.resmi) if words else figure(one.resmi),
            text(one.hitung) if words else figure(one.hitung),
            figure(one.selisih),
            Cell(_explained(why)),
        )
    )


def _name(outcome: Outcome, code: str) -> str:
    score = outcome.score
    if code == "indeks":
        return score.instrumen.indeks
    if code == "predikat":
        return _("Predikat")
    names = {part.bagian.kode: part.bagian.nama for part in score.domain} | {
        part.bagian.kode: part.bagian.nama for part in score.aspek
    }
    return f"{code} {names[code]}"


def _explained(found: Sequence[str]) -> str:
    if not found:
        return _("Belum dapat dijelaskan.")
    return _("Angka resmi ini keluar bila {sebab}.").format(sebab=_(", atau bila ").join(map(_reason, found)))


def _reason(code: str) -> str:
    kind, dash, stage = code.partition("-")
    if kind == "tahap" and dash:
        return _("yang dipakai nilai tahap {tahap}").format(tahap=_(TAHAP.label(stage)).lower())
    return {
        "bagian-dibulatkan": _("bagian-bagiannya dibulatkan lebih dahulu"),
        "bagian-resmi": _("dihitung dari angka bagian yang tercetak"),
        "semua-dibulatkan": _("aspek, lalu domain, dibulatkan lebih dahulu"),
        "satu-desimal": _("dibulatkan ke satu angka di belakang koma"),
        "dipotong": _("angka sesudah dua desimal dipotong, bukan dibulatkan"),
        "predikat-tercetak": _("predikat diambil dari angka tercetak hasil perhitungan"),
        "predikat-indeks-resmi": _("predikat diambil dari indeks resmi"),
    }[code]
