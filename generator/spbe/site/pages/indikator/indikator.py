"""``/indikator/<instrumen>/<indikator>/``: what an indicator asks, and every answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.instrumen import DomainIndeks, Indikator, Instrumen
from spbe.model.penilaian import FOLLOWED_UP, STATUS_TINDAK_LANJUT, TAHAP, Jawaban
from spbe.region import Assessment, Node
from spbe.scoring.outcomes import Outcome
from spbe.site.addresses import INDICATORS, assessment_address, indicator_address, record_address
from spbe.site.cells import owner_told
from spbe.site.components.calculation import level_cell
from spbe.site.desk import Desk
from spbe.site.findings import LATER, MARKED
from spbe.site.page import Page
from spbe.site.pages.bukti.ikhtisar import document_of, validity
from spbe.site.pages.indeks.uji import trial_of
from spbe.site.pages.indikator.indicator_position import neighbours, standing_of
from spbe.site.related import counterparts
from spbe.site.table import Cell, Column, Row, Table, text


@dataclass(frozen=True)
class Proof:
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
    recommendation was carried out, in words; ``late``: that is past its date.
    """

    assessment: Assessment
    values: tuple[tuple[str, Fraction], ...]
    answer: Jawaban | None
    office: Cell | None
    evidence: tuple[Proof, ...]
    follow_up: str | None
    late: bool
    address: str
    level: Cell


def indicator_page(desk: Desk, instrument: Instrumen, position: int) -> Page:
    """The page of the indicator at ``position`` of ``instrument``."""
    everything = instrument.all_indicators()
    indicator = everything[position]
    aspect = next(part for part in instrument.all_aspects() if part.holds(indicator))
    domain = next((part for part in instrument.domain if aspect in part.aspek), None)
    answers = [
        _answer(desk, assessment, indicator)
        for assessment in reversed(assessments_with(desk, instrument))
        if indicator.kode in assessment.answers
        or any(indicator.kode in values for values in assessment.values.values())
    ]
    criteria = _criteria(instrument, indicator, instrument.pola_kriteria.get(indicator.pola or "", {}))
    lead = _newest(desk, instrument, indicator)
    name = desk.region.profil.nama
    return desk.page(
        "indikator/indikator",
        indicator_address(instrument.id, indicator.kode),
        indicator.label,
        _("{indikator} pada {instrumen}: bobot, kriteria, nilai dan bukti {nama}.").format(
            indikator=indicator.nama, instrumen=instrument.nama, nama=name
        ),
        parent=INDICATORS,
        search=_facets(desk, instrument, indicator, domain, next((one.answer for one in answers if one.answer), None)),
        qualifier=instrument.nama,
        instrument=instrument,
        indicator=indicator,
        aspect=aspect,
        domain=domain,
        criteria=criteria,
        own_criteria=bool(indicator.kriteria),
        answers=answers,
        newest=next((one for one in answers if one.answer), None),
        standing=standing_of(lead, indicator, criteria),
        neighbours=neighbours(lead, instrument, aspect, indicator),
        breaks=_breaks(desk, instrument),
        values=_values(answers, instrument),
        trial=trial_of(desk, instrument.id, indicator.kode),
        before=_neighbour(instrument, everything[position - 1]) if position else None,
        after=_neighbour(instrument, everything[position + 1]) if position + 1 < len(everything) else None,
        related=counterparts(desk.region, instrument.id, indicator.kode),
    )


def _facets(
    desk: Desk, instrument: Instrumen, indicator: Indikator, domain: DomainIndeks | None, newest: Jawaban | None
) -> dict[str, str]:
    """What search tells of an indicator: its domain of the index, and the office that answers for it now."""
    told = {"jenis": _("Indikator"), "sebutan": indicator.kode}
    if instrument.id != list(desk.region.assessments.values())[-1].instrumen.id:
        told[LATER] = MARKED
    if domain:
        told["domain"] = domain.nama
    if office := desk.region.owner(newest):
        told["opd"] = office.nama
    return told


def _neighbour(instrument: Instrumen, indicator: Indikator) -> tuple[str, str]:
    return indicator.label, indicator_address(instrument.id, indicator.kode)


def _newest(desk: Desk, instrument: Instrumen, indicator: Indikator) -> Outcome | None:
    """The leading result of the newest assessment that has a value for ``indicator``; else of the newest one."""
    leads = [desk.view.results[assessment.nama].lead for assessment in reversed(assessments_with(desk, instrument))]
    found = [lead for lead in leads if lead is not None]
    answered = (lead for lead in found if indicator.kode in lead.values)
    return next(answered, found[0] if found else None)


def _breaks(desk: Desk, instrument: Instrumen) -> list[tuple[str, list[tuple[str, str]]]]:
    """The other instruments in use with their assessments: their values continue no line of this one."""
    found: dict[str, list[tuple[str, str]]] = {}
    for assessment in desk.region.assessments.values():
        if assessment.instrumen.id != instrument.id:
            place = assessment.nama, assessment_address(assessment.nama)
            found.setdefault(assessment.instrumen.nama, []).append(place)
    return list(found.items())


def _answer(desk: Desk, assessment: Assessment, indicator: Indikator) -> Answer:
    answer = assessment.answers.get(indicator.kode)
    values = tuple(
        (stage, values[indicator.kode]) for stage, values in assessment.values.items() if indicator.kode in values
    )
    deadline, status = (answer.batas_waktu, answer.status_tindak_lanjut) if answer else (None, None)
    return Answer(
        assessment=assessment,
        values=values,
        answer=answer,
        office=owner_told(desk, answer) if answer else None,
        evidence=tuple(_proof(desk, name) for name in (answer.bukti if answer else ())),
        follow_up=_(STATUS_TINDAK_LANJUT.label(status)) if status else None,
        late=deadline is not None and deadline.last < desk.region.date and status != FOLLOWED_UP,
        address=assessment_address(assessment.nama),
        level=level_cell(values[-1][1] if values else None, assessment.instrumen),
    )


def _proof(desk: Desk, name: str) -> Proof:
    node = Node("bukti", name)
    record = desk.region.get(node)
    if not isinstance(record, Bukti):
        return Proof(name, record_address(node), None, None, None)
    valid = validity(desk, record) if record.berlaku_sampai else None
    return Proof(record.nama, record_address(node), record.nomor, document_of(record), valid)


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
        cells += [level_cell(given.get(stage), instrument) for stage in stages]
        rows.append(Row(tuple(cells)))
    return Table("nilai-tahap", _("Nilai per penilaian dan tahap"), columns, tuple(rows), empty=text(None).text)


def assessments_with(desk: Desk, instrument: Instrumen) -> list[Assessment]:
    """The assessments of the region with ``instrument``, oldest first."""
    return [assessment for assessment in desk.region.assessments.values() if assessment.instrumen.id == instrument.id]
