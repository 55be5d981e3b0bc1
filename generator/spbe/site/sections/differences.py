"""Published figures beside computed ones, and what may explain a difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spbe.i18n import gettext as _
from spbe.model.penilaian import TAHAP
from spbe.scoring import Comparison
from spbe.scoring.differences import Published, reasons
from spbe.scoring.outcomes import Outcome
from spbe.site.table import Cell, Column, Row, Table, figure, text


@dataclass(frozen=True)
class Compared:
    """How many published figures there are, how many of them agree, and how many cannot be computed yet.

    ``table`` lists those that differ, each with its explanation; no rows when none does.
    """

    jumlah: int
    cocok: int
    belum: int
    table: Table


def compared(outcome: Outcome, results: Sequence[Outcome]) -> Compared | None:
    """The published figures of ``outcome``; ``None`` where none belong to it. ``results``: all stages."""
    figures = outcome.comparisons
    if not figures:
        return None
    columns = (
        Column(_("Bagian"), wide=True),
        Column(_("Resmi"), numeric=True),
        Column(_("Dihitung"), numeric=True),
        Column(_("Selisih"), numeric=True),
        Column(_("Penjelasan"), wide=True),
    )
    rows = tuple(_row(outcome, results, one) for one in figures if one.cocok is False)
    return Compared(
        jumlah=len(figures),
        cocok=sum(one.cocok is True for one in figures),
        belum=sum(one.cocok is None for one in figures),
        table=Table("beda-resmi", _("Angka resmi yang berbeda dari hitungan"), columns, rows),
    )


def _row(outcome: Outcome, results: Sequence[Outcome], one: Comparison) -> Row:
    words = one.kode == "predikat"
    return Row(
        (
            Cell(_name(outcome, one.kode)),
            Cell(one.resmi) if words else figure(one.resmi),
            text(one.hitung) if words else figure(one.hitung),
            figure(one.selisih),
            Cell(_explained(outcome, results, one.kode)),
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


def _explained(outcome: Outcome, results: Sequence[Outcome], code: str) -> str:
    official = outcome.assessment.penilaian.hasil_resmi
    if official is None:
        return ""
    published = Published(official.indeks, official.predikat, official.domain, official.aspek)
    others = {one.tahap: one.score for one in results if one.tahap != outcome.tahap}
    found = reasons(code, outcome.score, published, others)
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
        "predikat-tercetak": _("predikat diambil dari angka tercetak hasil hitungan"),
        "predikat-indeks-resmi": _("predikat diambil dari indeks resmi"),
    }[code]
