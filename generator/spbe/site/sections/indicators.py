"""Indicator pages: every indicator of every instrument that the region was assessed with."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe.i18n import gettext as _
from spbe.model.instrumen import Indikator, Instrumen
from spbe.model.penilaian import TAHAP, Jawaban
from spbe.model.record import Entri
from spbe.region import Assessment, Node
from spbe.scoring.outcomes import Outcome, leading
from spbe.site import wording
from spbe.site.addresses import INDICATORS, assessment_address, indicator_address
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.table import Cell, Column, Row, Table, text


@dataclass(frozen=True)
class Answer:
    """One assessment's answer to an indicator: its values by stage, words and evidence."""

    assessment: Assessment
    values: tuple[tuple[str, Fraction], ...]
    answer: Jawaban | None
    evidence: tuple[tuple[Node, Entri], ...]
    lost_evidence: bool
    address: str


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The list, and one page per indicator of each instrument in use."""
    used: dict[str, Instrumen] = {}
    for assessment in reversed(list(desk.region.assessments.values())):
        used.setdefault(assessment.instrumen.id, assessment.instrumen)
    pages = [_overview(desk, list(used.values()))]
    for instrument in used.values():
        pages += [_indicator(desk, instrument, position) for position in range(len(instrument.all_indicators()))]
    return pages, [MenuItem(_("Indikator"), INDICATORS)]


def _of_instrument(desk: Desk, instrument: Instrumen) -> list[Assessment]:
    return [assessment for assessment in desk.region.assessments.values() if assessment.instrumen.id == instrument.id]


def _overview(desk: Desk, instruments: list[Instrumen]) -> Page:
    return desk.page(
        "indicators",
        INDICATORS,
        _("Indikator"),
        _("Nilai setiap indikator {nama} dari tahun ke tahun.").format(nama=desk.region.profil.nama),
        tables=[(instrument, _table(desk, instrument)) for instrument in instruments],
    )


def _table(desk: Desk, instrument: Instrumen) -> Table:
    assessments = _of_instrument(desk, instrument)
    leads = [(assessment, leading(desk.view.outcomes[assessment.nama])) for assessment in assessments]
    columns = [Column(_("Indikator"), wide=True), Column(_("Bobot (%)"), numeric=True)]
    columns += [Column(assessment.nama, numeric=True) for assessment in assessments]
    rows: list[Row] = []
    for aspect in instrument.all_aspects():
        title = f"{aspect.kode} {aspect.nama}"
        rows.append(
            Row((Cell(title), Cell(wording.number(aspect.bobot)), *_aspect_cells(leads, aspect.kode)), strong=True)
        )
        for indicator in aspect.indikator:
            cells = [
                Cell(indicator.label, indicator_address(instrument.id, indicator.kode)),
                Cell(wording.number(indicator.bobot)),
            ]
            for assessment, lead in leads:
                value = assessment.values.get(lead.tahap, {}).get(indicator.kode) if lead else None
                cells.append(_level_cell(value, instrument))
            rows.append(Row(tuple(cells)))
    caption = _("Indikator {instrumen} dan nilai tahap terakhir setiap penilaian").format(instrumen=instrument.nama)
    return Table(f"daftar-{instrument.id}", caption, tuple(columns), tuple(rows), tools=False)


def _aspect_cells(leads: list[tuple[Assessment, Outcome | None]], code: str) -> list[Cell]:
    cells = []
    for _assessment, lead in leads:
        scores = lead.score.aspek if lead else ()
        found = next((part.teks for part in scores if part.bagian.kode == code), None)
        cells.append(Cell(wording.comma(found)))
    return cells


def _level_cell(value: Fraction | None, instrument: Instrumen) -> Cell:
    if value is None:
        return Cell("–")
    whole = instrument.skala.bilangan_bulat
    return Cell(wording.number(value), level=str(int(value)) if whole else None)


def _indicator(desk: Desk, instrument: Instrumen, position: int) -> Page:
    everything = instrument.all_indicators()
    indicator = everything[position]
    aspect = next(part for part in instrument.all_aspects() if indicator in part.indikator)
    domain = next((part for part in instrument.domain if aspect in part.aspek), None)
    answers = [
        _answer(desk, assessment, indicator)
        for assessment in reversed(_of_instrument(desk, instrument))
        if indicator.kode in assessment.answers
        or any(indicator.kode in values for values in assessment.values.values())
    ]
    pattern = instrument.pola_kriteria.get(indicator.pola or "", {})
    name = desk.region.profil.nama
    return desk.page(
        "indicator",
        indicator_address(instrument.id, indicator.kode),
        indicator.label,
        _("{indikator} pada {instrumen}: bobot, kriteria, nilai dan bukti {nama}.").format(
            indikator=indicator.nama, instrumen=instrument.nama, nama=name
        ),
        parent=INDICATORS,
        search={"jenis": _("Indikator")},
        qualifier=instrument.nama,
        instrument=instrument,
        indicator=indicator,
        aspect=aspect,
        domain=domain,
        criteria=_criteria(instrument, indicator, pattern),
        own_criteria=bool(indicator.kriteria),
        answers=answers,
        current=answers[0] if answers else None,
        values=_values(answers, instrument),
        before=_neighbour(instrument, everything[position - 1]) if position else None,
        after=_neighbour(instrument, everything[position + 1]) if position + 1 < len(everything) else None,
    )


def _neighbour(instrument: Instrumen, indicator: Indikator) -> tuple[str, str]:
    return indicator.label, indicator_address(instrument.id, indicator.kode)


def _answer(desk: Desk, assessment: Assessment, indicator: Indikator) -> Answer:
    answer = assessment.answers.get(indicator.kode)
    node = Node("jawaban", f"{assessment.nama}/{indicator.kode}")
    evidence = []
    for name in answer.bukti if answer else ():
        found = desk.region.get(Node("bukti", name))
        if found is not None:
            evidence.append((Node("bukti", name), found))
    values = tuple(
        (stage, values[indicator.kode]) for stage, values in assessment.values.items() if indicator.kode in values
    )
    lost = bool(desk.view.lost(node))
    return Answer(assessment, values, answer, tuple(evidence), lost, assessment_address(assessment.nama))


def _criteria(instrument: Instrumen, indicator: Indikator, pattern: dict[str, str]) -> list[tuple[str, str, str]]:
    """Level, its name and what it asks, for every level that is known."""
    texts = indicator.kriteria or pattern
    names = {wording.number(level.nilai): level.nama for level in instrument.levels_of(indicator)}
    return [(level, names.get(level, ""), told) for level, told in texts.items()]


def _values(answers: list[Answer], instrument: Instrumen) -> Table:
    stages = [stage for stage in TAHAP.nilai if any(stage in dict(answer.values) for answer in answers)]
    columns = (Column(_("Penilaian")), *(Column(_(stage.capitalize()), numeric=True) for stage in stages))
    rows = []
    for answer in answers:
        given = dict(answer.values)
        cells = [Cell(answer.assessment.nama, answer.address)]
        cells += [_level_cell(given.get(stage), instrument) for stage in stages]
        rows.append(Row(tuple(cells)))
    return Table("nilai-tahap", _("Nilai per penilaian dan tahap"), columns, tuple(rows), empty=text(None).text)
