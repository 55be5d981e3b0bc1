"""``/indikator/<instrumen>/<indikator>/``: what an indicator asks, and every answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe.catalogue.follow_up import is_late
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.instrumen import Aspek, DomainIndeks, Indikator, Instrumen
from spbe.model.pengerjaan import STATUS_JAWABAN
from spbe.model.penilaian import TAHAP, Jawaban
from spbe.model.rekomendasi import STATUS_TINDAK_LANJUT
from spbe.region import Assessment
from spbe.scoring.outcomes import Outcome
from spbe.site.addresses import INDICATORS, assessment_address, indicator_address, record_address
from spbe.site.components.index_calculation import level_cell
from spbe.site.components.level_criteria import Asked, asked_of
from spbe.site.page import Page
from spbe.site.pages.bukti.ikhtisar import document_of, validity
from spbe.site.pages.indeks.kesesuaian import IndicatorClaims, trial_of
from spbe.site.pages.indikator.indicator_position import (
    IndicatorPosition,
    LevelLine,
    aspect_table,
    level_lines,
    position_of,
)
from spbe.site.related import Counterparts, counterparts
from spbe.site.search_entries import LATER, MARKED
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, text
from spbe.site.table_cells import office_cell, owner_told
from spbe.site.variables import template_context, variable


@dataclass(frozen=True)
class EvidenceLine:
    """A document that proves an answer: its row in the register, the document itself, and until when it is valid."""

    name: str
    address: str
    number: str | None
    document: str | None
    valid: Cell | None


@dataclass(frozen=True)
class Answer:
    """One assessment's answer to an indicator: its values by stage, words and evidence.

    ``level`` is the value of its latest stage that has one; ``office`` answers for it; ``follow_up`` is how far its
    recommendation was carried out, in words, ``executing`` by whom, ``follow_up_evidence`` with what to show for it;
    ``late``: that is past its date. ``steps`` are its declared states in words, in the order of ``answer.status``.
    """

    assessment: Assessment
    values: tuple[tuple[str, Fraction], ...]
    answer: Jawaban | None
    office: Cell | None
    evidence: tuple[EvidenceLine, ...]
    steps: tuple[str, ...]
    executing: tuple[Cell, ...]
    follow_up_evidence: tuple[EvidenceLine, ...]
    follow_up: str | None
    late: bool
    address: str
    level: Cell


@template_context
class IndikatorIndikatorContext:
    """The variables of ``pages/indikator/indikator.html.j2``."""

    instrument: Instrumen = variable("instrumen")
    indicator: Indikator = variable("indikator pada instrumen itu")
    aspect: Aspek = variable("aspek indikator")
    domain: DomainIndeks | None = variable("domain indikator, atau kosong")
    asked: Asked = variable(
        "yang diminta setiap tingkat (`Asked`): tingkat, bukti, dokumen, kaidah penjelasan, dan dokumen tahun lain"
    )
    position: IndicatorPosition | None = variable(
        "letak indikator pada penilaian terbaru yang menilainya (`IndicatorPosition`), atau kosong"
    )
    levels: tuple[LevelLine, ...] = variable("tingkat dan kriterianya, dengan tanda letak dan target (`LevelLine`)")
    aspect_table: Table = variable("tabel indikator lain pada aspek yang sama (`Table`)")
    breaks: list[tuple[str, list[tuple[str, str]]]] = variable(
        "daftar (nama instrumen lain, daftar (penilaian, alamat))"
    )
    answers: list[Answer] = variable("jawaban setiap penilaian (`Answer`), yang terbaru dulu")
    newest: Answer | None = variable("jawaban terbaru yang berisi uraian (`Answer`), atau kosong")
    values: Table = variable("tabel nilai per penilaian dan tahap (`Table`)")
    trial: IndicatorClaims | None = variable(
        "kesesuaian nilai terbaru dengan arsitektur (`IndicatorClaims`), atau kosong"
    )
    before: tuple[str, str] | None = variable("(nama, alamat) indikator sebelumnya, atau kosong")
    after: tuple[str, str] | None = variable("(nama, alamat) indikator berikutnya, atau kosong")
    related: tuple[Counterparts, ...] = variable(
        "padanan indikator ini pada instrumen lain (`Counterparts`), satu per instrumen"
    )


def pages(site: SiteContext) -> list[Page]:
    """One page per indicator of each instrument in use."""
    return [
        _page(site, instrument, position)
        for instrument in instruments_in_use(site)
        for position in range(len(instrument.all_indicators()))
    ]


def instruments_in_use(site: SiteContext) -> tuple[Instrumen, ...]:
    """The instruments of the region's assessments, that of the newest first."""
    found = {one.instrumen.id: one.instrumen for one in reversed(list(site.region.assessments.values()))}
    return tuple(found.values())


def _page(site: SiteContext, instrument: Instrumen, position: int) -> Page:
    everything = instrument.all_indicators()
    indicator = everything[position]
    aspect = next(part for part in instrument.all_aspects() if part.holds(indicator))
    domain = next((part for part in instrument.domain if aspect in part.aspek), None)
    answers = [
        _answer(site, assessment, indicator)
        for assessment in reversed(assessments_with(site, instrument))
        if indicator.kode in assessment.answers
        or any(indicator.kode in values for values in assessment.values.values())
    ]
    lead = _newest(site, instrument, indicator)
    using = assessments_with(site, instrument)
    year = (lead.assessment if lead else using[-1]).penilaian.tahun
    asked = asked_of(indicator, instrument, using, year)
    stands = position_of(lead, indicator, asked.levels)
    name = site.region.profil.nama
    return site.page(
        IndikatorIndikatorContext,
        indicator_address(instrument.id, indicator.kode),
        indicator.label,
        _("{indikator} pada {instrumen}: bobot, kriteria, nilai dan bukti {nama}.").format(
            indikator=indicator.nama, instrumen=instrument.nama, nama=name
        ),
        lambda: IndikatorIndikatorContext(
            instrument=instrument,
            indicator=indicator,
            aspect=aspect,
            domain=domain,
            asked=asked,
            answers=answers,
            newest=next((one for one in answers if one.answer), None),
            position=stands,
            levels=level_lines(asked.levels, stands),
            aspect_table=aspect_table(lead, instrument, aspect, indicator),
            breaks=_breaks(site, instrument),
            values=_values(answers, instrument),
            trial=trial_of(site, instrument.id, indicator.kode),
            before=_neighbour(instrument, everything[position - 1]) if position else None,
            after=_neighbour(instrument, everything[position + 1]) if position + 1 < len(everything) else None,
            related=counterparts(site.region, instrument.id, indicator.kode),
        ),
        parent=INDICATORS,
        search=_facets(site, instrument, indicator, domain, next((one.answer for one in answers if one.answer), None)),
        qualifier=instrument.nama,
    )


def _facets(
    site: SiteContext, instrument: Instrumen, indicator: Indikator, domain: DomainIndeks | None, newest: Jawaban | None
) -> dict[str, str]:
    """What search tells of an indicator: its domain of the index, and the office that answers for it now."""
    told = {"jenis": _("Indikator"), "sebutan": indicator.kode}
    if instrument.id != list(site.region.assessments.values())[-1].instrumen.id:
        told[LATER] = MARKED
    if domain:
        told["domain"] = domain.nama
    if office := site.region.owner(newest):
        told["opd"] = office.nama
    return told


def _neighbour(instrument: Instrumen, indicator: Indikator) -> tuple[str, str]:
    return indicator.label, indicator_address(instrument.id, indicator.kode)


def _newest(site: SiteContext, instrument: Instrumen, indicator: Indikator) -> Outcome | None:
    """The leading result of the newest assessment that has a value for ``indicator``; else of the newest one."""
    leads = [site.view.results[assessment.nama].lead for assessment in reversed(assessments_with(site, instrument))]
    found = [lead for lead in leads if lead is not None]
    answered = (lead for lead in found if indicator.kode in lead.values)
    return next(answered, found[0] if found else None)


def _breaks(site: SiteContext, instrument: Instrumen) -> list[tuple[str, list[tuple[str, str]]]]:
    """The other instruments in use with their assessments: their values continue no line of this one."""
    found: dict[str, list[tuple[str, str]]] = {}
    for assessment in site.region.assessments.values():
        if assessment.instrumen.id != instrument.id:
            place = assessment.nama, assessment_address(assessment.nama)
            found.setdefault(assessment.instrumen.nama, []).append(place)
    return list(found.items())


def _answer(site: SiteContext, assessment: Assessment, indicator: Indikator) -> Answer:
    answer = assessment.answers.get(indicator.kode)
    values = tuple(
        (stage, values[indicator.kode]) for stage, values in assessment.values.items() if indicator.kode in values
    )
    deadline, status = (answer.batas_waktu, answer.status_tindak_lanjut) if answer else (None, None)
    return Answer(
        assessment=assessment,
        values=values,
        answer=answer,
        office=owner_told(site, answer) if answer else None,
        evidence=tuple(_proof(site, name) for name in (answer.bukti if answer else ())),
        steps=tuple(_(STATUS_JAWABAN.label(step.keadaan)) for step in (answer.status if answer else ())),
        executing=tuple(office_cell(site, name) for name in (answer.pelaksana if answer else ())),
        follow_up_evidence=tuple(_proof(site, name) for name in (answer.bukti_tindak_lanjut if answer else ())),
        follow_up=_(STATUS_TINDAK_LANJUT.label(status)) if status else None,
        late=is_late(deadline, status, site.region.date),
        address=assessment_address(assessment.nama),
        level=level_cell(values[-1][1] if values else None, assessment.instrumen),
    )


def _proof(site: SiteContext, name: str) -> EvidenceLine:
    node = site.region.evidence(name)
    record = site.region.get(node)
    if not isinstance(record, Bukti):
        return EvidenceLine(name, record_address(node), None, None, None)
    valid = validity(site, record) if record.berlaku_sampai else None
    return EvidenceLine(record.nama, record_address(node), record.nomor, document_of(record), valid)


def _values(answers: list[Answer], instrument: Instrumen) -> Table:
    stages = [stage for stage in TAHAP.nilai if any(stage in dict(answer.values) for answer in answers)]
    columns = (Column(_("Penilaian")), *(Column(_(stage.capitalize()), numeric=True) for stage in stages))
    rows = []
    for answer in answers:
        given = dict(answer.values)
        cells = [Cell(answer.assessment.nama, answer.address)]
        cells += [level_cell(given.get(stage), instrument) for stage in stages]
        rows.append(Row(tuple(cells)))
    return Table("nilai-tahap", _("Nilai per penilaian dan tahap"), columns, tuple(rows), empty=text(None).text)


def assessments_with(site: SiteContext, instrument: Instrumen) -> list[Assessment]:
    """The assessments of the region with ``instrument``, oldest first."""
    return [assessment for assessment in site.region.assessments.values() if assessment.instrumen.id == instrument.id]
