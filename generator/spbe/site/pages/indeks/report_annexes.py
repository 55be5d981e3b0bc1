"""The annexes of a report: every value of every stage, and the evidence that the answers name."""

from __future__ import annotations

from collections.abc import Sequence

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.instrumen import KAPABILITAS, Instrumen
from spbe.region import Assessment, Node
from spbe.scoring import AspectScore, DomainScore, Score, score
from spbe.scoring.hasil import HasilPenilaian
from spbe.site.addresses import indicator_address, record_address
from spbe.site.pages.bukti.ikhtisar import validity
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, figure, text
from spbe.site.table_cells import owner_cell
from spbe.wording.fields import words_or_none


def levels_table(instrument: Instrumen) -> Table | None:
    """The named levels of each capability scale; ``None`` where the instrument names none."""
    scales = {code: levels for code, levels in instrument.tingkat.items() if levels}
    if not scales:
        return None
    numbers = sorted({level.nilai for levels in scales.values() for level in levels})
    rows = []
    for number in numbers:
        cells = [Cell(wording.number(number))]
        for levels in scales.values():
            level = next((level for level in levels if level.nilai == number), None)
            cells.append(text(f"{level.nama}: {level.arti}" if level and level.arti else level.nama if level else None))
        rows.append(Row(tuple(cells)))
    labels = (_(KAPABILITAS.label(code)) if code in KAPABILITAS.nilai else code for code in scales)
    columns = (Column(_("Tingkat")), *(Column(label, wide=True) for label in labels))
    return Table("tingkat-kematangan", _("Tingkat kematangan"), columns, tuple(rows))


def values_table(site: SiteContext, hasil: HasilPenilaian) -> Table:
    """Every indicator's weight and the value that each stage gave, with the indices of the parts and the whole.

    There must be a stage.
    """
    assessment, results = hasil.assessment, hasil.stages
    instrument = assessment.instrumen
    # What a stage did not look at has no value in its column, and then there is no sum below it either.
    stages = [score(instrument, assessment.values[one.tahap]) if one.carried else one.score for one in results]
    rows: list[Row] = []
    for place, (domain, aspects) in enumerate(stages[-1].layers):
        if domain:
            rows.append(_sum_row(domain, [stage.layers[place][0] for stage in stages]))
        for position, aspect in enumerate(aspects):
            rows.append(_sum_row(aspect, [stage.layers[place][1][position] for stage in stages]))
            for term in aspect.butir:
                answer = assessment.answers.get(term.indikator.kode)
                given = [assessment.values[outcome.tahap].get(term.indikator.kode) for outcome in results]
                rows.append(
                    Row(
                        (
                            Cell(term.indikator.label, indicator_address(instrument.id, term.indikator.kode)),
                            Cell(wording.number(term.indikator.bobot)),
                            *(Cell(wording.number(value)) for value in given),
                            Cell(wording.number(answer.target if answer else None)),
                            owner_cell(site, answer),
                        ),
                        id=f"nilai-{term.indikator.kode}",
                    )
                )
    rows.append(_sum_row(None, stages))
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Bobot (%)"), numeric=True),
        *(Column(_(outcome.tahap.capitalize()), numeric=True) for outcome in results),
        Column(_("Target"), numeric=True),
        Column(_("Penanggung jawab")),
    )
    return Table("lampiran-nilai", _("Nilai semua indikator menurut tahap"), columns, tuple(rows))


def _sum_row(part: AspectScore | DomainScore | None, stages: Sequence[AspectScore | DomainScore | Score | None]) -> Row:
    """A part's weight, and its index at every stage that answers all of it; without a part, those of the whole."""
    name = f"{part.bagian.kode} {part.bagian.nama}" if part else _("Indeks")
    weight = part.bobot if part else stages[-1].bobot if stages[-1] else None
    figures = (figure(one.teks, exact=one.nilai) if one and one.lengkap else Cell("–") for one in stages)
    return Row((Cell(name), Cell(wording.number(weight)), *figures, Cell("–"), Cell("–")), strong=True)


def evidence_table(site: SiteContext, assessment: Assessment) -> Table:
    """The evidence that the answers of ``assessment`` name and a reader may see, in the order of the indicators."""
    uses: dict[Node, list[str]] = {}
    for code, answer in assessment.answers.items():
        for name in answer.bukti:
            uses.setdefault(site.region.evidence(name), []).append(code)
    rows = []
    for node, codes in uses.items():
        record = site.region.get(node)
        if not isinstance(record, Bukti):
            continue
        rows.append(
            Row(
                (
                    Cell(record.nama, record_address(node)),
                    text(words_or_none(record, "nomor")),
                    Cell(wording.day(record.tanggal), sort=str(record.tanggal or "")),
                    validity(site, record),
                    Cell(", ".join(codes)),
                )
            )
        )
    columns = (
        Column(_("Bukti"), wide=True),
        Column(_("Nomor")),
        Column(_("Tanggal")),
        Column(_("Berlaku sampai")),
        Column(_("Indikator")),
    )
    empty = _("Tidak ada bukti yang dicatat {pada_data} untuk jawaban penilaian ini.")
    return Table("lampiran-bukti", _("Bukti yang disebut jawaban"), columns, tuple(rows), empty=empty)


def answers_without_evidence(assessment: Assessment) -> dict[str, list[str]]:
    """The answers that name no evidence, as codes by what they say instead: ``Base.absence`` tells the three apart."""
    found: dict[str, list[str]] = {}
    for code, answer in assessment.answers.items():
        if not answer.bukti:
            found.setdefault(answer.absence("bukti") or "kosong", []).append(code)
    return found
