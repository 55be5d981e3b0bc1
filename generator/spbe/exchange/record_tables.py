"""The tables of records: one per kind, with the fields that the edition shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spbe.editions import Edition
from spbe.exchange.record_values import whole_object
from spbe.exchange.shapes import ABSENT, absence_shape, described, fields_among, nullable
from spbe.exchange.tables import DataColumn, DataTable
from spbe.i18n import gettext as _
from spbe.model.base import Base, Kelas, fields_of
from spbe.model.kinds import KINDS, Kind
from spbe.model.record import Entri
from spbe.region import Node


def record_tables(view: Edition) -> tuple[DataTable, ...]:
    """One table per kind, also where there are no records: addresses do not come and go."""
    return tuple(_table(view, kind) for kind in KINDS.values())


def _table(view: Edition, kind: Kind) -> DataTable:
    models = [kind.models[None], *(model for code, model in kind.models.items() if code is not None)]
    rows = [_row(view, Node(kind.slug, name), record) for name, record in view.region.records[kind.slug].items()]
    about = _("Semua catatan {jenis} yang ditampilkan, satu baris per catatan.").format(jenis=_(kind.plural).lower())
    columns = (*field_columns(models, view.audience.classes), absence_column())
    return DataTable(kind.slug, _(kind.plural), about, columns, tuple(rows))


def _row(view: Edition, node: Node, record: Entri) -> dict[str, Any]:
    classes = view.classes_of(node, record)
    names = [name for name, spec in fields_of(type(record)).items() if spec.kelas in classes]
    return whole_object(record, names, classes)


def field_columns(
    models: Sequence[type[Base]], classes: frozenset[Kelas], skip: frozenset[str] = frozenset()
) -> list[DataColumn]:
    """A column per field of ``models`` that readers of ``classes`` may see, in the order of the first that has it."""
    columns: list[DataColumn] = []
    for name, (spec, shape) in fields_among(models, classes, skip).items():
        infos = [model.model_fields[name] for model in models if name in model.model_fields]
        may_lack = any(info.default is None for info in infos)
        kept = nullable(shape) if may_lack else shape
        columns.append(DataColumn(name, described(kept, _(spec.label), _(spec.description)), spec.required))
    return columns


def absence_column() -> DataColumn:
    """What a row says about its own gaps."""
    return DataColumn(
        ABSENT, described(absence_shape(), _("Tanpa nilai"), absence_shape()["description"]), required=True
    )
