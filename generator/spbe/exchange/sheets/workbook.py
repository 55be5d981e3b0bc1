"""A workbook as a value, before any file: what people fill in, and what lets it come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from spbe.editions import Edition
from spbe.exchange.sheets.assessment_sheets import AssessmentSheets
from spbe.exchange.sheets.base_values import BaseValues
from spbe.exchange.sheets.guidance import GuidanceLine, guidance_for
from spbe.exchange.sheets.kind_sheets import kind_sheets
from spbe.exchange.sheets.names import Names, names_of
from spbe.exchange.sheets.packing import HiddenValues
from spbe.exchange.sheets.sheet import Sheet
from spbe.exchange.sheets.written_values import written_record
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.model.values import decimal_text
from spbe.problems.usage import RefusalError
from spbe.region import Assessment, Node
from spbe.sources.uncollected import uncollected


@dataclass(frozen=True)
class Workbook:
    """A workbook that is given out to be filled in.

    ``sheets`` are filled in; ``note`` is what stands at the foot of every printed page; ``base`` is what it carries
    unseen, so that what comes back can be understood.
    """

    title: str
    author: str
    note: str
    date: date
    guidance: tuple[GuidanceLine, ...]
    sheets: tuple[Sheet, ...]
    names: Names
    base: HiddenValues


@uncollected()
def records_workbook(view: Edition, kinds: Sequence[str]) -> Workbook:
    """The records of ``kinds`` that ``view`` shows, for those who keep them; in an office's edition only its own."""
    names = names_of(view.region)
    records = {kind: own_records(view, kind) for kind in kinds}
    sheets = tuple(
        sheet for kind in kinds for sheet in kind_sheets(kind, view.audience.classes).sheets(records[kind], names)
    )
    audience = view.audience
    base = BaseValues(audience.edition, audience.opd, view.region.date.isoformat(), records)
    title = _("Lembar isian {nama}").format(nama=for_whom(view))
    return _workbook(view, title, sheets, names, base)


def assessment_workbook(view: Edition, name: str) -> Workbook:
    """The working sheets of the assessment ``name``; an office's edition has the indicators that it answers for.

    Raises :class:`RefusalError` where it answers for none.
    """
    assessment, audience, names = view.region.assessments[name], view.audience, names_of(view.region)
    indicators = tuple(one for one in assessment.instrumen.all_indicators() if _is_theirs(view, assessment, one.kode))
    if not indicators:
        words = _("{nama} bukan penanggung jawab satu pun indikator {penilaian}.")
        raise RefusalError(words.format(nama=for_whom(view), penilaian=assessment.title))
    made = AssessmentSheets(assessment, indicators, _before(view, assessment))
    codes = {one.kode for one in indicators}
    answers = {code: written_record(one) for code, one in assessment.answers.items() if code in codes}
    values = assessment.values.items()
    stages = {stage: {code: decimal_text(one) for code, one in given.items()} for stage, given in values}
    evidence = own_records(view, "bukti")
    sheets = [made.answers(answers, names), *kind_sheets("bukti", audience.classes).sheets(evidence, names)]
    if audience.is_whole:
        sheets.append(made.values())
    day = view.region.date.isoformat()
    shown = {name: stages} if audience.is_whole else {}
    base = BaseValues(audience.edition, audience.opd, day, {"bukti": evidence}, {name: answers}, shown)
    title = _("Lembar kerja {penilaian}: {nama}").format(penilaian=assessment.title, nama=for_whom(view))
    return _workbook(view, title, tuple(sheets), names, base, tuple(_remarks(made)))


def _remarks(made: AssessmentSheets) -> Iterator[str]:
    yield _("Satu baris adalah satu indikator. Kolom terkunci memuat yang diminta dan yang lalu; isilah kolom lainnya.")
    yield _(
        "Bukti dicatat pada lembar Bukti: nomor, tanggal, masa berlaku, dan berkasnya; lalu pilih pada kolom Bukti."
    )
    if not made.has_criteria:
        words = _("Instrumen {nama} dipakai di sini tanpa kriteria tingkat, sebab peraturannya tidak memuatnya.")
        yield words.format(nama=made.assessment.instrumen.nama)


def _is_theirs(view: Edition, assessment: Assessment, code: str) -> bool:
    opd = view.audience.opd
    return opd is None or view.region.owner_id(assessment.answers.get(code)) == opd


def _before(view: Edition, assessment: Assessment) -> Assessment | None:
    """The newest earlier assessment by the same instrument."""
    year, instrument = assessment.penilaian.tahun, assessment.instrumen.id
    earlier = [one for one in view.region.assessments.values() if one.penilaian.tahun < year]
    return next((one for one in reversed(earlier) if one.instrumen.id == instrument), None)


def _workbook(
    view: Edition,
    title: str,
    sheets: tuple[Sheet, ...],
    names: Names,
    base: BaseValues,
    remarks: tuple[str, ...] = (),
) -> Workbook:
    """``sheets`` with all that goes along with them."""
    note = view.audience.warning(_office(view)) or ""
    guidance = guidance_for(title, note, view.region.date, base.revision, sheets, remarks)
    return Workbook(title, view.region.profil.nama, note, view.region.date, guidance, sheets, names, base)


def for_whom(view: Edition) -> str:
    """The name of the office whose edition it is, else of the region."""
    return _office(view) or view.region.profil.nama


def _office(view: Edition) -> str:
    office = view.region.office(view.audience.opd)
    return office.nama if office else ""


def own_records(view: Edition, kind: str) -> dict[str, dict[str, Any]]:
    """The records of ``kind`` as written, by id; in an office's edition those that it owns, and itself."""
    opd = view.audience.opd
    return {
        name: written_record(record)
        for name, record in view.region.records[kind].items()
        if opd is None or view.region.keeper_id(Node(kind, name)) == opd
    }


def kinds_with_records(view: Edition) -> list[str]:
    """Every kind of which the workbook of ``view`` would hold a record."""
    return [kind for kind in KINDS if own_records(view, kind)]
