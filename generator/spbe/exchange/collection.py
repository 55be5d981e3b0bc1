"""All tables of a view, and everything in one file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spbe.editions import Edition
from spbe.exchange.assessment_tables import assessment_tables
from spbe.exchange.citing import citation, licence
from spbe.exchange.column_schema import rows_schema
from spbe.exchange.record_tables import record_tables
from spbe.exchange.record_values import short_object
from spbe.exchange.relation_table import relation_table
from spbe.exchange.shapes import DATE, described, nullable, object_shape
from spbe.exchange.tables import DataTable, Schema
from spbe.i18n import gettext as _
from spbe.model.profil import Lisensi, Profil
from spbe.model.tim import TataKelola
from spbe.yamlio.jsonschema import DIALECT

ENTIRETY = "semua"
"""The stem of the file that holds everything."""


def tables(view: Edition) -> tuple[DataTable, ...]:
    """Every table of ``view``: a kind each, assessments, relations."""
    return (*record_tables(view), *assessment_tables(view), relation_table(view))


def _entirety_title() -> str:
    """What the file that holds everything is called."""
    return _("Semua data")


def entirety(view: Edition, of: Sequence[DataTable]) -> dict[str, Any]:
    """The region with all of its tables ``of``, and what must be known to use them."""
    classes = view.audience.classes_for(None)
    granted = licence(view)
    return {
        "wilayah": short_object(view.region.profil, classes),
        "edisi": view.audience.edition,
        "tanggal": view.region.date.isoformat(),
        "lisensi": short_object(granted, classes) if granted else None,
        "kutipan": citation(view, _entirety_title()),
        "tata_kelola": short_object(view.region.teams, classes),
        "tabel": {table.name: list(table.rows) for table in of},
    }


def entirety_schema(view: Edition, of: Sequence[DataTable]) -> Schema:
    """The schema of :func:`entirety`."""
    classes = view.audience.classes_for(None)
    text = {"type": "string"}
    tabled = {table.name: described(rows_schema(table), table.title, table.description) for table in of}
    properties = {
        "wilayah": described(object_shape(Profil, classes), _("Wilayah"), _("Siapa yang menerbitkan data.")),
        "edisi": described(text, _("Edisi"), _("Untuk siapa data ini: publik, opd, atau internal.")),
        "tanggal": described({**text, "pattern": DATE}, _("Tanggal"), _("Tanggal keadaan data.")),
        "lisensi": described(
            nullable(object_shape(Lisensi, classes)),
            _("Lisensi"),
            _("Ketentuan pemakaian data; kosong bila belum ada."),
        ),
        "kutipan": described(text, _("Kutipan"), _("Cara menyebut data ini.")),
        "tata_kelola": described(
            object_shape(TataKelola, classes), _("Tata kelola"), _("Tim koordinasi dan tim asesor internal.")
        ),
        "tabel": described(_closed(tabled), _("Tabel"), _("Isi setiap berkas lain, menurut namanya.")),
    }
    about = _("Semua tabel dalam satu berkas, beserta wilayah, tanggal, dan lisensinya.")
    return {"$schema": DIALECT, "title": _entirety_title(), "description": about, **_closed(properties)}


def _closed(properties: dict[str, Schema]) -> Schema:
    """An object that has exactly ``properties``."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
