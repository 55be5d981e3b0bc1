"""What stands at a place of a record, an answer or the values of a stage, and both in words for whoever decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from spbe.checks import Opened
from spbe.editions import Audience, Edition, redact
from spbe.exchange.sheets.cell_forms import CellValue, text_of
from spbe.exchange.sheets.field_shapes import ElsewhereShape, FieldShape, shape_of
from spbe.exchange.sheets.names import Names
from spbe.exchange.sheets.written_values import written_record
from spbe.i18n import gettext as _
from spbe.model.base import Base, fields_of
from spbe.model.kinds import KINDS
from spbe.model.penilaian import Jawaban, NilaiTahap
from spbe.model.values import decimal_text
from spbe.region import Node, Region
from spbe.scoring.outcomes import outcomes
from spbe.yamlio.positions import Path


def edition_for(opened: Opened, audience: Audience) -> Edition:
    """What ``audience`` may see of the region; its date is that of the whole."""
    return redact(opened.region, outcomes(opened.region), audience)


def present_value(region: Region, node: Node, path: Path) -> Any:
    """What ``region`` says at ``path`` of ``node``, as an author would write it; ``None`` where it says nothing."""
    value: Any = _written(region, node)
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _written(region: Region, node: Node) -> dict[str, Any] | None:
    name, _slash, code = node.id.partition("/")
    if node.kind == "nilai":
        assessment = region.assessments.get(name)
        values = assessment.values.items() if assessment else ()
        return {stage: decimal_text(given[code]) for stage, given in values if code in given}
    record = region.answer(node) or region.get(region.present(node))
    return written_record(record) if record is not None else None


def shape_at(node: Node, path: Path, record: Mapping[str, Any] | None) -> FieldShape | None:
    """The shape of the field at ``path`` of ``record``, which is at ``node``; ``None`` of what is no single field."""
    model = _model(node, str(path[0]), record) if path else None
    name = str(path[-1]) if path else ""
    if model is Jawaban and len(path) > 1:
        model = NilaiTahap
    return shape_of(name, model) if model is not None and name in fields_of(model) else None


def _model(node: Node, name: str, record: Mapping[str, Any] | None) -> type[Base] | None:
    """The class that declares the field ``name``; of several that of the record, as far as it has the field."""
    if node.kind in ("jawaban", "nilai"):
        return NilaiTahap if node.kind == "nilai" else Jawaban
    kind = KINDS[node.kind]
    jenis = (record or {}).get("jenis")
    code = kind.jenis.find(jenis) if kind.jenis and isinstance(jenis, str) else None
    wished = (kind.models.get(code), *kind.models.values())
    return next((one for one in wished if one is not None and name in fields_of(one)), None)


@dataclass(frozen=True)
class PlaceWords:
    """Words for places and values, as readers of ``region``, which is reduced to their edition, know them."""

    region: Region
    names: Names

    def office(self, node: Node, owner: str | None = None) -> str:
        """The office that keeps ``node``, or is called ``owner``; nothing where nobody sees one."""
        found = self.region.office(self.region.keeper_id(_answer_of(node)) or owner)
        return found.nama if found else ""

    def record(self, node: Node, name: str = "") -> str:
        """What is at ``node``, which is to be called ``name`` where it is not there yet."""
        if node.kind not in KINDS:
            assessment, _slash, code = node.id.partition("/")
            return _("Indikator {kode}, penilaian {nama}").format(kode=code, nama=assessment)
        return f"{_(KINDS[node.kind].singular)}: {self.names.with_new(node.kind, {node.id: name}).labelled(*node)}"

    def field(self, node: Node, path: Path, record: Mapping[str, Any] | None) -> str:
        """What the field is called."""
        model = _model(node, str(path[0]), record) if path else None
        if model is None:
            return _("seluruh catatan")
        name = str(path[-1])
        return _(fields_of(NilaiTahap if model is Jawaban and len(path) > 1 else model)[name].label)

    def value(self, node: Node, path: Path, value: Any, record: Mapping[str, Any] | None) -> str:
        """What ``value`` says, over several lines where it has parts."""
        if value is None:
            return _("(kosong)")
        shape = shape_at(node, path, record)
        if isinstance(shape, ElsewhereShape) and isinstance(value, list) and shape.part is not None:
            return "\n".join(f"- {self._parts(shape.part, one)}" for one in value)
        if isinstance(shape, ElsewhereShape) and isinstance(value, dict):
            return self.whole(node, value)
        if shape is None:
            return str(value)
        return self._told(shape, value)

    def whole(self, node: Node, record: Mapping[str, Any]) -> str:
        """What a record, or a part of one, says: a line for each of its fields."""
        return "\n".join(
            f"{self.field(node, (name,), record)}: {self.value(node, (name,), value, record)}"
            for name, value in record.items()
            if value is not None
        )

    def _parts(self, part: type[Base], given: Mapping[str, Any]) -> str:
        known = fields_of(part)
        return ", ".join(
            f"{_(known[name].label)}: {self._told(shape_of(name, part), value)}"
            for name, value in given.items()
            if name in known
        )

    def _told(self, shape: FieldShape, value: Any) -> str:
        """``value`` as its cells tell it; as it stands where it is none that the field can have."""
        try:
            cells = shape.cells(value, self.names)
        except (ValueError, TypeError, AttributeError):
            return str(value)
        return "; ".join(_in_words(cell) for cell in cells if cell is not None)


def _answer_of(node: Node) -> Node:
    """Where the answer is to which the values of stages at ``node`` belong."""
    return Node("jawaban", node.id) if node.kind == "nilai" else node


def _in_words(cell: CellValue) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else text_of(cell)
