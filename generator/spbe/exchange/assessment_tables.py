"""The tables of assessments: their heads, their results, and the answers they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from spbe.editions import Edition
from spbe.exchange.record_tables import absence_column, field_columns
from spbe.exchange.record_values import whole_object
from spbe.exchange.shapes import DECIMAL, described, nullable
from spbe.exchange.tables import DataColumn, DataTable, Schema
from spbe.i18n import gettext as _
from spbe.model.base import fields_of
from spbe.model.instrumen import Indikator
from spbe.model.penilaian import TAHAP, Jawaban, Penilaian
from spbe.model.values import decimal_text
from spbe.region import Assessment
from spbe.standards.criteria import version_in

_TEXT: Schema = {"type": "string"}
_WHOLE: Schema = {"type": "integer"}
_YES_NO: Schema = {"type": "boolean"}
_DECIMAL: Schema = {"type": "string", "pattern": DECIMAL}


def assessment_tables(view: Edition) -> tuple[DataTable, ...]:
    """Heads, results and answers."""
    return _heads(view), _results(view), _answers(view)


def column(
    name: str, shape: Schema, title: str, about: str, *, required: bool = True, spread: bool = False
) -> DataColumn:
    """A column that no field of the model stands behind."""
    return DataColumn(name, described(shape if required else nullable(shape), title, about), required, spread)


def _heads(view: Edition) -> DataTable:
    classes = view.audience.classes_for(None)
    names = [name for name, spec in fields_of(Penilaian).items() if spec.kelas in classes]
    rows = [
        {
            "penilaian": assessment.nama,
            **whole_object(assessment.penilaian, names, classes),
            "versi_kriteria": _criteria_of(assessment),
        }
        for assessment in view.region.assessments.values()
    ]
    criteria = _("Dokumen asal kriteria tingkat pada tahun itu; kosong bila instrumennya tidak menyebutnya.")
    columns = (
        _name_column(),
        *field_columns([Penilaian], classes),
        column("versi_kriteria", _TEXT, _("Versi kriteria"), criteria, required=False),
        absence_column(),
    )
    about = _("Setiap penilaian: tahun, instrumen, dan hasil resminya.")
    return DataTable("penilaian", _("Penilaian"), about, columns, tuple(rows))


def _criteria_of(assessment: Assessment) -> str | None:
    version = version_in(assessment.instrumen, assessment.penilaian.tahun)
    return version.nama if version else None


def _results(view: Edition) -> DataTable:
    rows = [dict(row) for hasil in view.results.values() for row in hasil.rows]
    computed = _("Indeks yang dihitung dari nilai indikator; kosong bila nilai tahap itu tidak dicatat.")
    verdict = _("Kosong selama ada indikator yang belum terisi; bila nilainya tidak dicatat, seperti diumumkan.")
    by_code = {"type": "object", "additionalProperties": nullable(_DECIMAL)}
    columns = (
        _name_column(),
        _year_column(),
        _instrument_column(),
        _stage_column(),
        column(
            "indeks",
            _DECIMAL,
            _("Indeks"),
            computed,
            required=False,
        ),
        column(
            "predikat",
            _TEXT,
            _("Predikat"),
            verdict,
            required=False,
        ),
        column("domain", by_code, _("Indeks domain"), _("Kode domain ke indeksnya."), spread=True),
        column("aspek", by_code, _("Indeks aspek"), _("Kode aspek ke indeksnya."), spread=True),
        column("resmi", _DECIMAL, _("Indeks resmi"), _("Indeks seperti diumumkan."), required=False),
        column("cocok", _YES_NO, _("Cocok"), _("Apakah indeks resmi sama dengan yang dihitung."), required=False),
        column("pada_batas", _YES_NO, _("Pada batas predikat"), _("Apakah indeks tercetak memberi predikat lain.")),
    )
    about = _("Setiap penilaian pada setiap tahapnya: indeks, predikat, domain, dan aspek.")
    return DataTable("indeks", _("Indeks"), about, columns, tuple(rows))


def _answers(view: Edition) -> DataTable:
    rows = [row for assessment in view.region.assessments.values() for row in _answer_rows(view, assessment)]
    columns = (
        _name_column(),
        _year_column(),
        _instrument_column(),
        column("indikator", _TEXT, _("Indikator"), _("Kode indikator dalam instrumennya.")),
        column("nama_indikator", _TEXT, _("Nama indikator"), _("Nama indikator dalam instrumennya.")),
        _stage_column(required=False),
        column("nilai", _DECIMAL, _("Nilai"), _("Nilai indikator pada tahap itu."), required=False),
        *field_columns([Jawaban], view.audience.classes, skip=frozenset({"nilai"})),
        absence_column(),
    )
    about = _("Nilai dan jawaban: satu baris per penilaian, indikator, dan tahap.")
    return DataTable("jawaban", _("Jawaban indikator"), about, columns, tuple(rows))


def _answer_rows(view: Edition, assessment: Assessment) -> Iterator[dict[str, Any]]:
    """A row per stage; an answer without any value has one row without a stage."""
    for indicator in assessment.instrumen.all_indicators():
        answer = assessment.answers.get(indicator.kode)
        given: list[tuple[str | None, Fraction | None]] = [
            (stage, values[indicator.kode]) for stage, values in assessment.values.items() if indicator.kode in values
        ]
        if answer is not None and not given:
            given = [(None, None)]
        for stage, value in given:
            yield _answer_row(view, assessment, indicator, answer or Jawaban(), stage, value)


def _answer_row(
    view: Edition,
    assessment: Assessment,
    indicator: Indikator,
    answer: Jawaban,
    stage: str | None,
    value: Fraction | None,
) -> dict[str, Any]:
    classes = view.classes_for(answer.perangkat_daerah)
    names = [name for name, spec in fields_of(Jawaban).items() if spec.kelas in classes and name != "nilai"]
    return {
        "penilaian": assessment.nama,
        "tahun": assessment.penilaian.tahun,
        "instrumen": assessment.instrumen.id,
        "indikator": indicator.kode,
        "nama_indikator": indicator.nama,
        "tahap": stage,
        "nilai": None if value is None else decimal_text(value),
        **whole_object(answer, names, classes),
    }


def _name_column() -> DataColumn:
    return column("penilaian", _TEXT, _("Penilaian"), _("Nama penilaian, biasanya tahunnya."))


def _year_column() -> DataColumn:
    return column("tahun", _WHOLE, _("Tahun"), _("Tahun penilaian."))


def _instrument_column() -> DataColumn:
    return column("instrumen", _TEXT, _("Instrumen"), _("ID instrumen."))


def _stage_column(*, required: bool = True) -> DataColumn:
    shape: Schema = {"oneOf": [{"const": code, "title": _(label)} for code, label in TAHAP.nilai.items()]}
    return column("tahap", shape, _("Tahap"), _("Tahap penilaian."), required=required)
