"""The sheets of a kind: one row per record, and child sheets for coming versions and for the parts of lists.

A row of a child sheet names its record. Where each field stands is asked of :mod:`spbe.exchange.sheets.field_shapes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from spbe.exchange.sheets.cell_forms import CellValue, ReferenceForm, WholeForm, YesNoForm, text_of
from spbe.exchange.sheets.field_shapes import ElsewhereShape, FieldShape, ShapeColumn, shape_of
from spbe.exchange.sheets.names import Names
from spbe.exchange.sheets.row_layout import RowLayout, columns_of
from spbe.exchange.sheets.sheet import Sheet, SheetColumn, SheetGrid, SheetRow
from spbe.i18n import gettext as _
from spbe.model.base import Base, FieldSpec, Kelas, fields_of
from spbe.model.kinds import KINDS, Kind
from spbe.model.record import NOT_PLANNED

Records = Mapping[str, Mapping[str, Any]]
"""Records of a kind by id, each as written (see :mod:`spbe.exchange.sheets.written_values`)."""

OWNER: Final = "id"
PLANNED: Final = "pada_rencana"
NUMBER: Final = "nomor"
"""The columns of child sheets: whose row it is, whether it is of the coming version, and its place in the list."""

_PLAN: Final = "rencana"


@dataclass(frozen=True)
class KindSheets:
    """Both ways between the records of ``kind`` and their sheets, for readers of ``classes``."""

    kind: Kind
    classes: frozenset[Kelas]

    def sheets(self, records: Records, names: Names) -> tuple[Sheet, ...]:
        """The sheet of the kind, then those of coming versions and of each list of parts."""
        made = [self._main(records, names)]
        if any(isinstance(shape, ElsewhereShape) and shape.part is None for shape in self._shapes.values()):
            made.append(self._plans(records, names))
        return (*made, *(self._parts(name, part, records, names) for name, part in self._lists.items()))

    def records(self, grids: Mapping[str, SheetGrid], names: Names) -> dict[str, dict[str, Any]]:
        """The records that stand in the sheets ``grids``, by the keys of the sheets: :meth:`sheets` the other way.

        Rows of child sheets whose record is not in the first sheet are left out.
        """
        made: dict[str, dict[str, Any]] = {}
        main = grids[self.kind.slug]
        for row in main.rows:
            name = text_of(main.at(row, OWNER))
            if name:
                made[name] = self._layout.written(main, row, self._code(main.at(row, "jenis")), names)
        plans = grids.get(f"{self.kind.slug}.{_PLAN}")
        for row in plans.rows if plans else ():
            name = self.owner(plans, row, names) if plans else ""
            if plans and name in made:
                plan = self._plan_layout.written(plans, row, self._code(made[name].get("jenis")), names)
                made[name] |= {_PLAN: plan} if plan else {}
        for name, part in self._lists.items():
            grid = grids.get(f"{self.kind.slug}.{name}")
            if grid is not None:
                self._put_parts(made, name, part, grid, names)
        return made

    def given(self, grids: Mapping[str, SheetGrid]) -> dict[str, FieldShape]:
        """The fields of which ``grids`` say all: a column or sheet that somebody took out says nothing."""
        main = frozenset(grids[self.kind.slug].keys)
        found = {}
        for name, models in self._fields.items():
            shape = self._shapes[name]
            columns = {key for key, same in columns_of(name, models).items() if not any(column.adds for column in same)}
            if columns <= main and (not isinstance(shape, ElsewhereShape) or self._is_whole(name, shape, grids)):
                found[name] = shape
        return found

    def _is_whole(self, name: str, shape: ElsewhereShape, grids: Mapping[str, SheetGrid]) -> bool:
        """Whether the sheets of a coming version, or of a list of parts, have all that they went out with."""
        if shape.part is not None:
            inner = self._part_layout(shape.part).fields
            return self._has(grids.get(f"{self.kind.slug}.{name}"), (OWNER, PLANNED, NUMBER), inner)
        lists = [field for field in self._lists if field in self._planned]
        return self._has(grids.get(f"{self.kind.slug}.{_PLAN}"), (OWNER,), self._planned) and all(
            f"{self.kind.slug}.{field}" in grids for field in lists
        )

    @staticmethod
    def _has(grid: SheetGrid | None, own: tuple[str, ...], fields: Mapping[str, tuple[type[Base], ...]]) -> bool:
        wanted = {
            key
            for name, models in fields.items()
            for key, same in columns_of(name, models).items()
            if not any(column.adds for column in same)
        }
        return grid is not None and wanted | {*own} <= {*grid.keys}

    @cached_property
    def _layout(self) -> RowLayout:
        return RowLayout(self._fields, self.kind.models)

    @cached_property
    def _plan_layout(self) -> RowLayout:
        return RowLayout(self._planned, self.kind.models)

    def _part_layout(self, part: type[Base]) -> RowLayout:
        """Where the fields of a part stand that these readers may see."""
        if part not in self._part_layouts:
            shown = [name for name, spec in fields_of(part).items() if spec.kelas in self.classes]
            self._part_layouts[part] = RowLayout(dict.fromkeys(shown, (part,)), {None: part})
        return self._part_layouts[part]

    @cached_property
    def _part_layouts(self) -> dict[type[Base], RowLayout]:
        return {}

    @cached_property
    def _models(self) -> tuple[type[Base], ...]:
        return (self.kind.models[None], *(model for code, model in self.kind.models.items() if code is not None))

    @cached_property
    def _fields(self) -> dict[str, tuple[type[Base], ...]]:
        """Every field that these readers may see, with the classes that have it."""
        found: dict[str, tuple[type[Base], ...]] = {}
        for model in self._models:
            for name, spec in fields_of(model).items():
                if spec.kelas in self.classes:
                    found[name] = (*found.get(name, ()), model)
        return found

    @cached_property
    def _planned(self) -> dict[str, tuple[type[Base], ...]]:
        return {name: models for name, models in self._fields.items() if name not in NOT_PLANNED}

    @cached_property
    def _shapes(self) -> dict[str, FieldShape]:
        return {name: shape_of(name, models[0]) for name, models in self._fields.items()}

    @cached_property
    def _lists(self) -> dict[str, type[Base]]:
        """The lists of parts, with the class of the parts."""
        found = {name: shape.part for name, shape in self._shapes.items() if isinstance(shape, ElsewhereShape)}
        return {name: part for name, part in found.items() if part is not None}

    def _main(self, records: Records, names: Names) -> Sheet:
        rows = [(record, self._code(record.get("jenis"))) for record in records.values()]
        columns = tuple(_columns(self._fields, locked=frozenset({OWNER})))
        made = [self._layout.cells(record, jenis, names) for record, jenis in rows]
        closed = self._layout.closed([jenis for _record, jenis in rows], 0)
        return Sheet(self.kind.slug, _(self.kind.plural), columns, tuple(made), closed, frozen=2)

    def _plans(self, records: Records, names: Names) -> Sheet:
        planned = [(name, one) for name, one in records.items() if isinstance(one.get(_PLAN), dict)]
        columns = (self._owner_column(), *_columns(self._planned, optional=True))
        jenis = [self._code(record.get("jenis")) for _name, record in planned]
        made = tuple(
            (names.labelled(self.kind.slug, name), *self._plan_layout.cells(record[_PLAN], code, names))
            for (name, record), code in zip(planned, jenis, strict=True)
        )
        title = _("{jenis} - rencana").format(jenis=_(self.kind.short))
        return Sheet(f"{self.kind.slug}.{_PLAN}", title, columns, made, self._plan_layout.closed(jenis, 1))

    def _parts(self, name: str, part: type[Base], records: Records, names: Names) -> Sheet:
        layout = self._part_layout(part)
        rows: list[SheetRow] = []
        for owner, record in records.items():
            plan = record.get(_PLAN)
            for planned, holder in ((False, record), (True, plan if isinstance(plan, dict) else {})):
                given = holder.get(name)
                for number, one in enumerate(given if isinstance(given, list) else (), 1):
                    head = (names.labelled(self.kind.slug, owner), "ya" if planned else None, number)
                    rows.append((*head, *layout.cells(one, None, names)))
        label = fields_of(self._fields[name][0])[name].label
        columns = (
            self._owner_column(),
            SheetColumn(PLANNED, _("Pada rencana"), _("ya bila baris ini baru akan ada."), (YesNoForm(),)),
            SheetColumn(NUMBER, _("Urutan"), _("Urutan baris dalam catatan itu."), (WholeForm("number"),), locked=True),
            *_columns(layout.fields),
        )
        title = f"{_(self.kind.short)} - {_(label)}"
        return Sheet(f"{self.kind.slug}.{name}", title, columns, tuple(rows))

    def _owner_column(self) -> SheetColumn:
        about = _("Catatan pemilik baris ini; pilih dari daftar.")
        return SheetColumn(
            OWNER, _(self.kind.singular), about, (ReferenceForm(self.kind.slug),), required=True, locked=True
        )

    def owner(self, grid: SheetGrid, row: SheetRow, names: Names) -> str:
        """The record that a row of a child sheet belongs to."""
        cell = grid.at(row, OWNER)
        return ReferenceForm(self.kind.slug).written(cell, names) if text_of(cell) else ""

    def _code(self, jenis: Any) -> str | None:
        """The code by which the classes of the kind are told apart, where ``jenis`` of a record or row is one."""
        return self.kind.jenis.find(jenis) if self.kind.jenis and isinstance(jenis, str) else None

    def _put_parts(
        self, made: dict[str, dict[str, Any]], name: str, part: type[Base], grid: SheetGrid, names: Names
    ) -> None:
        layout = self._part_layout(part)
        lists: dict[tuple[str, bool], list[dict[str, Any]]] = {}
        for row in sorted(grid.rows, key=lambda one: _number(grid.at(one, NUMBER))):
            one = layout.written(grid, row, None, names)
            if one:
                planned = text_of(grid.at(row, PLANNED)) not in {"", "tidak"}
                lists.setdefault((self.owner(grid, row, names), planned), []).append(one)
        for (owner, planned), found in lists.items():
            if owner not in made:
                continue
            holder = made[owner]
            if planned:
                plan = holder.get(_PLAN)
                holder[_PLAN] = holder = plan if isinstance(plan, dict) else {}
            holder[name] = found


def kind_sheets(slug: str, classes: frozenset[Kelas]) -> KindSheets:
    """The sheets of the kind ``slug`` for readers of ``classes``."""
    return KindSheets(KINDS[slug], classes)


def _columns(
    fields: Mapping[str, tuple[type[Base], ...]], *, locked: frozenset[str] = frozenset(), optional: bool = False
) -> Iterator[SheetColumn]:
    """The columns of ``fields``; ``optional`` where none of them must be filled in."""
    for name, models in fields.items():
        spec = fields_of(models[0])[name]
        for same in columns_of(name, models).values():
            column = same[0]
            yield SheetColumn(
                column.key,
                _label(spec, column),
                _(spec.description),
                tuple(dict.fromkeys(one.form for one in same)),
                required=spec.required and not optional,
                locked=name in locked,
                many=any(one.many for one in same),
                adds=column.adds,
            )


def _label(spec: FieldSpec, column: ShapeColumn) -> str:
    label = f"{_(spec.label)}: {_(KINDS[column.kind].singular)}" if column.kind else _(spec.label)
    return _("Tambah: {isian}").format(isian=label) if column.adds else label


def _number(cell: CellValue) -> float:
    """The place of a part in its list; what has none comes last."""
    return float(cell) if isinstance(cell, int | float) else float("inf")
