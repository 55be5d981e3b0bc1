"""The predicate of a result in words, the ranges of all predicates, and the parts of a result as a picture."""

from __future__ import annotations

from dataclasses import dataclass

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Instrumen
from spbe.model.penilaian import TAHAP
from spbe.scoring import bounds
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.outcomes import Outcome
from spbe.site.charts.bars import BarChart, bar_chart
from spbe.site.table import Cell, Column, Row, Table, figure, text
from spbe.standards.plain_explanations import plain_explanations


@dataclass(frozen=True, slots=True)
class PredicateRange:
    """A predicate and its part of the scale in words; ``here``: it is that of the result told.

    ``plainly`` is what it means for residents; ``None`` for an instrument of a region's own.
    """

    name: str
    words: str
    here: bool
    plainly: str | None


def predicate_ranges(instrument: Instrumen, predicate: str | None = None) -> tuple[PredicateRange, ...]:
    """The ranges of ``instrument`` in order; ``predicate`` is the name of the one that a result has."""
    return tuple(
        PredicateRange(
            band.predikat.nama,
            (_("{a} sampai {b}") if band.sampai_termasuk else _("{a} sampai di bawah {b}")).format(
                a=wording.number(band.dari), b=wording.number(band.sampai)
            ),
            band.predikat.nama == predicate,
            _plainly(instrument, band.predikat.nama),
        )
        for band in bounds(instrument)
    )


def _plainly(instrument: Instrumen, predicate: str) -> str | None:
    sentence = plain_explanations().of_predicate(instrument, predicate)
    return None if sentence is None else _(sentence)


def verdict_text(hasil: HasilPenilaian) -> str:
    """The predicate of what an assessment came to; says when it cannot be told yet, or is on the threshold."""
    if hasil.predikat is None:
        return "–" if hasil.lengkap or hasil.asal is None else _("belum lengkap")
    return _("{nama} (pada batas predikat)").format(nama=hasil.predikat) if hasil.pada_batas else hasil.predikat


def verdict_of(outcome: Outcome) -> str:
    """The computed predicate of one stage, likewise."""
    if outcome.score.predikat is None:
        return _("belum lengkap") if not outcome.score.lengkap else "–"
    name = outcome.score.predikat.nama
    return _("{nama} (pada batas predikat)").format(nama=name) if outcome.score.pada_batas else name


def whose(hasil: HasilPenilaian) -> str:
    """Whose figures ``hasil`` leads with, as a part of a sentence: ``hasil resmi``."""
    if hasil.asal == "resmi":
        return _("hasil resmi")
    return _("perhitungan sendiri, {tahap}").format(tahap=_(TAHAP.label(hasil.tahap or "")).lower())


def result_text(hasil: HasilPenilaian) -> str:
    """A result in a line: the index, its predicate, and whose they are."""
    if hasil.asal is None:
        return _("belum ada nilai")
    return f"{wording.comma(hasil.teks)}, {verdict_text(hasil)} ({whose(hasil)})"


def levels_note(hasil: HasilPenilaian) -> str | None:
    """That the published index is another one than the levels give, for what can only be reckoned from levels."""
    if hasil.resmi is None or hasil.dihitung is None or hasil.teks == hasil.dihitung:
        return None
    words = _("Indeks resminya {resmi}. Halaman ini berhitung dari nilai indikator, yang memberi {hitung}.")
    return words.format(resmi=wording.comma(hasil.teks), hitung=wording.comma(hasil.dihitung))


def layer_name(hasil: HasilPenilaian) -> str:
    """What the parts right below the index are called."""
    return _("Indeks domain") if hasil.domain else _("Indeks aspek")


def official_chart(hasil: HasilPenilaian) -> BarChart | None:
    """The published domains, or aspects where no domain is, of a result whose own levels are not recorded."""
    if hasil.resmi is None or hasil.official is not None:
        return None
    known = [one for one in (*hasil.domain, *hasil.aspek) if one.nilai is not None]
    shown = [one for one in known if one in hasil.domain] or known
    if not known:
        return None
    scale, name = hasil.assessment.instrumen.skala, "bagian-resmi"
    rows = tuple(
        Row(
            (text(f"{one.bagian.kode} {one.bagian.nama}"), Cell(wording.number(one.bagian.bobot)), figure(one.teks)),
            strong=one in hasil.domain and len(shown) < len(known),
        )
        for one in known
    )
    columns = (
        Column(_("Bagian"), wide=True),
        Column(_("Bobot (%)"), numeric=True),
        Column(_("Resmi"), numeric=True),
    )
    table = Table(f"{name}-angka", _("Indeks domain dan aspek"), columns, rows)
    layer = _("Indeks domain") if shown[0] in hasil.domain else _("Indeks aspek")
    title = _("{bagian} {penilaian}, {tahap}").format(
        bagian=layer, penilaian=hasil.assessment.nama, tahap=_("hasil resmi")
    )
    parts = [(one.bagian.nama, one.nilai) for one in shown]
    return bar_chart(name, title, parts, (scale.minimum, scale.maksimum), table)
