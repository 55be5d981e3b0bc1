"""The sheets of one kind as they came back: what they ask of its records, beside what they went out with.

Three versions of every field are compared: as the workbook went out, as the region is now, as it came back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from spbe.checks import Opened
from spbe.editions import Edition
from spbe.exchange.handed_in.merging import FieldVersions, FieldWish, wished
from spbe.exchange.handed_in.proposals import AcceptanceRow, Dispute, Outcome, Proposal
from spbe.exchange.handed_in.returned_workbook import ReturnedSheet, ReturnedWorkbook
from spbe.exchange.handed_in.touched_rows import rows_of, touched_records
from spbe.exchange.sheets.cell_forms import bracketed_id, text_of
from spbe.exchange.sheets.field_shapes import FieldShape
from spbe.exchange.sheets.kind_sheets import NUMBER, OWNER, PLANNED, KindSheets, Records
from spbe.exchange.sheets.long_texts import TOO_LONG, fitted, is_cut
from spbe.exchange.sheets.names import Names
from spbe.exchange.sheets.sheet import SheetGrid, SheetRow
from spbe.exchange.sheets.written_values import written_record
from spbe.i18n import gettext as _
from spbe.model.identifiers import slug
from spbe.model.kinds import OFFICE
from spbe.region import Node

_OWNER_FIELD: Final = "perangkat_daerah"


@dataclass
class KindReading:
    """The sheets of one kind, read beside what they went out with and what the region holds now."""

    file: str
    opened: Opened
    view: Edition
    book: ReturnedWorkbook
    both: KindSheets
    names: Names
    erase: bool
    rows: list[AcceptanceRow] = field(default_factory=list)

    def proposals(self) -> list[Proposal]:
        """What is asked for, record by record; what cannot be is in ``rows``."""
        if OWNER not in self._main.grid.keys:
            self._say(self._main.title, "refused", "", _("Kolom ID tidak ada lagi."))
            return []
        places = self._named()
        went_out = self._as_cells(self._base)
        grids = {key: sheet.grid for key, sheet in self._sheets.items()}
        touched = touched_records(grids, went_out, self._owner)
        grids, went_out = rows_of(grids, touched, self._owner), rows_of(went_out, touched, self._owner)
        if not self.erase or self.book.refused:  # a row that could not be read is not one that somebody took out
            grids |= {key: _with_vanished(grids[key], grid) for key, grid in went_out.items() if key in grids}
        came_back = self.both.records(grids, self.names)
        as_sent = self.both.records(went_out, self.names)
        shapes = self.both.given(grids)
        found: list[Proposal] = []
        for name, row in places.items():
            record = came_back.get(name, {})
            changed = {key: shape for key, shape in shapes.items() if record.get(key) != as_sent.get(name, {}).get(key)}
            found += self._record(name, row, record, changed)
        return [*found, *self._erased(places)]

    @cached_property
    def _kind(self) -> str:
        return self.both.kind.slug

    @cached_property
    def _sheets(self) -> dict[str, ReturnedSheet]:
        return {key: one for key, one in self.book.sheets.items() if key.partition(".")[0] == self._kind}

    @property
    def _main(self) -> ReturnedSheet:
        return self._sheets[self._kind]

    @cached_property
    def _base(self) -> Mapping[str, Mapping[str, Any]]:
        return self.book.base.records.get(self._kind, {}) if self.book.base else {}

    def _as_cells(self, records: Records) -> dict[str, SheetGrid]:
        return {sheet.key: fitted(sheet.grid) for sheet in self.both.sheets(records, self.names)}

    def _owner(self, key: str, grid: SheetGrid, row: SheetRow) -> str:
        return text_of(grid.at(row, OWNER)) if key == self._kind else self.both.owner(grid, row, self.names)

    def _named(self) -> dict[str, int]:
        """The row of each record by id; a new one without an id gets that which its name suggests."""
        grid, at = self._main.grid, self._main.grid.keys.index(OWNER)
        taken = Counter(text_of(row[at]) for row in grid.rows)
        rows, places = list(grid.rows), dict[str, int]()
        for number, row in enumerate(grid.rows):
            name = text_of(row[at])
            if not name:
                name = _free(slug(text_of(grid.at(row, "nama"))), {*taken, *self.opened.region.records[self._kind]})
                if not name:
                    self._say(self._main.place(number, OWNER), "refused", "", _("Catatan baru memerlukan nama."))
                    continue
                taken[name] += 1
                rows[number] = (*row[:at], name, *row[at + 1 :])
            if taken[name] > 1:
                self._say(self._main.place(number, OWNER), "refused", name, _("ID ini ada pada dua baris."))
            else:
                places[name] = number
        self._sheets[self._kind] = replace(self._main, grid=replace(grid, rows=rows))
        self.names = self.names.with_new(
            self._kind, {name: text_of(grid.at(grid.rows[row], "nama")) for name, row in places.items()}
        )
        return places

    def _record(
        self, name: str, row: int, record: Mapping[str, Any], changed: Mapping[str, FieldShape]
    ) -> Iterator[Proposal]:
        node = self.opened.region.present(Node(self._kind, name))
        seen = self.view.region.get(node)
        place = self._main.place(row, OWNER)
        if seen is None and name in self._base:
            if changed:
                for key, value in record.items():
                    if value is not None and key != OWNER:
                        yield self._proposal(
                            self._cell(row, key), name, key, FieldWish(value, dispute="gone"), new=True
                        )
            return
        if seen is None:
            yield from self._new(name, row, record)
            return
        if not changed:
            self._say(place, "unchanged", name)
            return
        now, whole = written_record(seen), written_record(self.opened.region.records[self._kind][node.id])
        as_now = self.both.records(self._as_cells({node.id: now}), self.names)[node.id]
        quiet = True
        for key, shape in changed.items():
            theirs = record.get(key)
            if key == OWNER or theirs == as_now.get(key) or (self.book.base is None and theirs is None):
                continue
            quiet = False
            base = self._base.get(name, {}).get(key) if self.book.base else now.get(key)
            wish = wished(shape, FieldVersions(base, now.get(key), theirs, whole.get(key)))
            cell = self._cell(row, key, shape)
            if not self._is_theirs(node):
                self._say(cell, "refused", name, _("Catatan ini bukan milik OPD yang menerima berkas ini."))
            elif is_cut(theirs, base) or is_cut(as_now.get(key), now.get(key)):
                self._say(cell, "refused", name, _(TOO_LONG))
            elif wish is not None:
                yield self._proposal(cell, node.id, key, wish, base)
        if quiet:
            self._say(place, "unchanged", name)

    def _new(self, name: str, row: int, record: Mapping[str, Any]) -> Iterator[Proposal]:
        """A record that stands in no edition that its author sees."""
        opd, place = self.view.audience.opd, self._main.place(row, OWNER)
        said = {key: value for key, value in record.items() if value is not None and key != OWNER}
        if opd is not None and (self._kind == OFFICE or said.setdefault(_OWNER_FIELD, opd) != opd):
            reason = _("Catatan baru harus milik OPD yang menerima berkas ini.")
            self._say(place, "refused", name, reason)
            return
        for key, value in said.items():
            yield self._proposal(self._cell(row, key), name, key, FieldWish(value), new=True)

    def _erased(self, places: Mapping[str, int]) -> Iterator[Proposal]:
        """The records whose rows are gone, where these mean something; not while a row could not be read."""
        if not self.erase or self.book.refused or any(row.outcome == "refused" for row in self.rows):
            return
        for name, went_out in self._base.items():
            node = self.opened.region.present(Node(self._kind, name))
            seen = self.view.region.get(node)
            if name not in places and seen is not None and self._is_theirs(node):
                dispute: Dispute | None = None if written_record(seen) == went_out else "erased"
                title, audience = self._main.title, self.view.audience
                yield Proposal(
                    self.file, title, self._kind, node.id, (), None, seen_by=audience, base=went_out, dispute=dispute
                )

    def _is_theirs(self, node: Node) -> bool:
        opd = self.view.audience.opd
        return opd is None or self.opened.region.keeper_id(node) == opd

    def _proposal(
        self, cell: str, name: str, key: str, wish: FieldWish, base: Any = None, *, new: bool = False
    ) -> Proposal:
        return Proposal(
            self.file,
            cell,
            self._kind,
            name,
            (key,),
            wish.value,
            new,
            seen_by=self.view.audience,
            base=base,
            dispute=wish.dispute,
            shown=wish.shown,
        )

    def _cell(self, row: int, key: str, shape: FieldShape | None = None) -> str:
        """Where a field stands: its first column, or the sheet of its own."""
        child = self._sheets.get(f"{self._kind}.{key}")
        if child is not None:
            return child.title
        columns = [key] if shape is None else [column.key for column in shape.columns]
        return self._main.place(row, next((one for one in columns if one in self._main.grid.keys), key))

    def _say(self, cell: str, outcome: Outcome, name: str, reason: str = "") -> None:
        self.rows.append(AcceptanceRow(self.file, cell, outcome, name, reason))


def _with_vanished(grid: SheetGrid, went_out: SheetGrid) -> SheetGrid:
    """``grid`` with the rows that are no longer in it: leaving out a row deletes neither part nor coming version."""
    there = {_part(grid, row) for row in grid.rows}
    back = [
        tuple(went_out.at(row, key) for key in grid.keys) for row in went_out.rows if _part(went_out, row) not in there
    ]
    return SheetGrid(grid.keys, [*grid.rows, *back])


def _part(grid: SheetGrid, row: SheetRow) -> tuple[str, bool, str]:
    """Which part of which record a row is."""
    owner = text_of(grid.at(row, OWNER))
    planned = text_of(grid.at(row, PLANNED)) not in {"", "tidak"}
    return bracketed_id(owner), planned, text_of(grid.at(row, NUMBER))


def _free(name: str, taken: Container[str]) -> str:
    """``name``, with a number behind it where it is taken."""
    return (
        next((one for one in (name, *(f"{name}-{n}" for n in range(2, 1000))) if one not in taken), "") if name else ""
    )
