"""The working sheets of an assessment: what each indicator asks, how it stood, and what is answered.

A row is an indicator. What an answer says is open, everything that helps to answer is locked beside it; evidence is the
sheet of its kind. Assessors have a sheet for the values of their stages, which belong into ``nilai.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from spbe.exchange.sheets.cell_forms import CellForm, CellValue, ChoiceForm, DecimalForm, LevelForm, TextForm
from spbe.exchange.sheets.field_shapes import ADDING, FieldShape, shape_of
from spbe.exchange.sheets.names import Names
from spbe.exchange.sheets.sheet import Sheet, SheetColumn, SheetGrid, SheetRow
from spbe.i18n import gettext as _
from spbe.model.base import Base, fields_of
from spbe.model.instrumen import Indikator
from spbe.model.pengerjaan import STATUS_JAWABAN
from spbe.model.penilaian import TAHAP, Jawaban, NilaiTahap
from spbe.model.values import decimal_text
from spbe.region import Assessment
from spbe.standards.criteria import KriteriaIndikator, criteria_in

ANSWERS: Final = "jawaban"
VALUES: Final = "nilai"
CODE: Final = "indikator"

ANSWERED: Final = ("target", "fakta", "analisis", "diperiksa", "bukti")
"""The fields of an answer that are filled in there, beside level and state."""

_LEVEL: Final = "nilai/mandiri"
_TARGET: Final = "target"
_STATE: Final = "status"
_LINES: Final = 8
"""A row shows so many lines of what is asked, for people read that."""
_STAGES: Final = ("dokumen", "interviu", "visitasi")
"""The stages whose values assessors give; the first and the last one come from elsewhere."""


@dataclass(frozen=True)
class AssessmentSheets:
    """Both ways between the answers of ``assessment`` to ``indicators`` and their sheet.

    ``before`` is the assessment by the same instrument that came before it, if there is one.
    """

    assessment: Assessment
    indicators: tuple[Indikator, ...]
    before: Assessment | None = None

    @property
    def has_criteria(self) -> bool:
        """Whether the instrument tells what its levels ask."""
        return any(self._criteria(one).teks for one in self.indicators)

    def answers(self, written: Mapping[str, Mapping[str, Any]], names: Names) -> Sheet:
        """The sheet of the answers ``written``, by code."""
        levels = self._levels
        rows = tuple(self._row(one, written.get(one.kode, {}), levels, names) for one in self.indicators)
        return Sheet(
            ANSWERS,
            self.assessment.title,
            (*self._context(levels), *_answer_columns(levels)),
            rows,
            frozen=2,
            lines=_LINES,
        )

    def read(self, grid: SheetGrid, names: Names) -> dict[str, dict[str, Any]]:
        """What the rows of a sheet answer, by code: :meth:`answers` the other way.

        A state that somebody picked is the only item of ``status``; the states before it are not in the sheet.
        """
        made: dict[str, dict[str, Any]] = {}
        for row in grid.rows:
            code = TextForm().written(grid.at(row, CODE), names)
            if code:
                made[code] = _read_row(grid, row, names)
        return made

    def values(self) -> Sheet:
        """The sheet for the values that assessors give."""
        given = self.assessment.values
        rows = tuple(
            (one.kode, one.nama, *(_number(given.get(stage, {}).get(one.kode)) for stage in ("mandiri", *_STAGES)))
            for one in self.indicators
        )
        columns = (
            *_head(),
            *(
                _column(
                    stage,
                    _(TAHAP.label(stage)),
                    _stage_hint(stage),
                    LevelForm(levels=self._levels),
                    locked=stage == "mandiri",
                )
                for stage in ("mandiri", *_STAGES)
            ),
        )
        return Sheet(VALUES, _("Nilai asesor"), columns, rows, frozen=2)

    def read_values(self, grid: SheetGrid, names: Names) -> dict[str, dict[str, str]]:
        """The values of the assessors' stages, by code: :meth:`values` the other way."""
        form = DecimalForm()
        return {
            form.written(grid.at(row, CODE), names): {
                stage: form.written(grid.at(row, stage), names) for stage in _STAGES if grid.at(row, stage) is not None
            }
            for row in grid.rows
            if grid.at(row, CODE) is not None
        }

    @property
    def _levels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(level for one in self.indicators for level in self._criteria(one).teks))

    def _criteria(self, indicator: Indikator) -> KriteriaIndikator:
        return criteria_in(self.assessment.instrumen, indicator, self.assessment.penilaian.tahun)

    def _context(self, levels: tuple[str, ...]) -> tuple[SheetColumn, ...]:
        asked = _("Apa yang diminta tingkat ini, dan bukti yang diminta untuknya.")
        made = [
            *_head(),
            _column("aspek", _("Aspek"), _("Aspek indikator ini."), TextForm(), locked=True),
            *(
                _column(f"kriteria/{level}", _("Tingkat {n}").format(n=level), asked, TextForm(), locked=True)
                for level in levels
            ),
        ]
        if self.before is not None:
            past = self.before.title
            level, facts = _("Tingkat {penilaian}"), _("Fakta {penilaian}")
            about = _("Dari penilaian sebelumnya, untuk dibandingkan.")
            made += [
                _column("lalu/tingkat", level.format(penilaian=past), about, DecimalForm(), locked=True),
                _column("lalu/fakta", facts.format(penilaian=past), about, TextForm(), locked=True),
            ]
        return tuple(made)

    def _row(self, indicator: Indikator, written: Mapping[str, Any], levels: tuple[str, ...], names: Names) -> SheetRow:
        aspect = next(one for one in self.assessment.instrumen.all_aspects() if one.holds(indicator))
        criteria = self._criteria(indicator)
        past: tuple[CellValue, ...] = ()
        if self.before is not None:
            answer = self.before.answers.get(indicator.kode)
            past = (_newest(self.before, indicator.kode), answer.fakta if answer else None)
        level = written.get("nilai", {}).get("mandiri") if isinstance(written.get("nilai"), dict) else None
        states = written.get(_STATE)
        state = states[-1]["keadaan"] if isinstance(states, list) and states else None
        return (
            indicator.kode,
            indicator.nama,
            aspect.nama,
            *(_asked(criteria, level) for level in levels),
            *past,
            *_level_shape().cells(level, names),
            *(cell for name in ANSWERED for cell in shape_of(name, Jawaban).cells(written.get(name), names)),
            ChoiceForm(STATUS_JAWABAN).cell(state, names) if state else None,
            None,
        )


def _read_row(grid: SheetGrid, row: SheetRow, names: Names) -> dict[str, Any]:
    def said(shape: FieldShape) -> Any:
        return shape.written([grid.at(row, column.key) for column in shape.columns], names)

    level = _level_shape().written([grid.at(row, _LEVEL)], names)
    made: dict[str, Any] = {"nilai": {"mandiri": level}} if level is not None else {}
    made |= {name: value for name in ANSWERED if (value := said(shape_of(name, Jawaban))) is not None}
    state = grid.at(row, _STATE + ADDING)
    if state is not None:
        made[_STATE] = [{"keadaan": ChoiceForm(STATUS_JAWABAN).written(state, names)}]
    return made


def _level_shape() -> FieldShape:
    return shape_of("mandiri", NilaiTahap)


def _answer_columns(levels: tuple[str, ...]) -> tuple[SheetColumn, ...]:
    state, level = ChoiceForm(STATUS_JAWABAN), LevelForm(levels=levels)
    return (
        _of_field(NilaiTahap, "mandiri", _LEVEL, level),
        *(
            _of_field(
                Jawaban,
                name,
                column.key,
                level if name == _TARGET else column.form,
                many=column.many,
                adds=column.adds,
            )
            for name in ANSWERED
            for column in shape_of(name, Jawaban).columns
        ),
        _column(_STATE, _("Keadaan jawaban"), _("Keadaan yang terakhir dicatat."), state, locked=True),
        _column(_STATE + ADDING, _("Keadaan baru"), _("Pilih bila jawaban ini sudah maju."), state, adds=True),
    )


def _of_field(
    model: type[Base], name: str, key: str, form: CellForm, *, many: bool = False, adds: bool = False
) -> SheetColumn:
    spec = fields_of(model)[name]
    label = _("Tambah: {isian}").format(isian=_(spec.label)) if adds else _(spec.label)
    return SheetColumn(key, label, _(spec.description), (form,), many=many, adds=adds)


def _column(
    key: str, label: str, about: str, form: CellForm, *, locked: bool = False, adds: bool = False
) -> SheetColumn:
    """A column that no field of an answer stands behind."""
    return SheetColumn(key, label, about, (form,), locked=locked, adds=adds)


def _head() -> tuple[SheetColumn, ...]:
    return (
        _column(CODE, _("Indikator"), _("Kode indikator dalam instrumennya."), TextForm(), locked=True),
        _column("nama", _("Nama indikator"), _("Nama indikator dalam instrumennya."), TextForm(), locked=True),
    )


def _stage_hint(stage: str) -> str:
    return _(fields_of(NilaiTahap)[stage].description)


def _asked(criteria: KriteriaIndikator, level: str) -> str | None:
    """What a level asks, and below it the evidence: all that it must have, then what may be added."""
    text = criteria.teks.get(level)
    proof = criteria.bukti.get(level)
    if text is None or proof is None:
        return text
    lines = [text, _("Bukti yang diminta:"), *(f"- {one}" for one in proof.wajib)]
    if proof.opsional:
        lines += [_("Boleh ditambah:"), *(f"- {one}" for one in proof.opsional)]
    return "\n".join(lines)


def _newest(assessment: Assessment, code: str) -> CellValue:
    """The value of the last stage that has one."""
    found = [values[code] for stage in TAHAP.nilai if code in (values := assessment.values.get(stage, {}))]
    return _number(found[-1]) if found else None


def _number(value: Any) -> CellValue:
    return None if value is None else DecimalForm().cell(decimal_text(value), Names())
