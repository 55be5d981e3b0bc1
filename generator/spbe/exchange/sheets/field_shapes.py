"""How each field of a record becomes columns, and how these columns become the field again: said here once.

A shape is made from the declaration of a field alone. It turns what an author would write (text, list, mapping, or a
word of absence) into one cell per column, and such cells back into the same. Nothing in its cells means that the field
is absent; ``belum diketahui`` and ``tidak ada`` stand in its first cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from types import NoneType
from typing import Annotated, Any, Final, Protocol, get_args, get_origin

from pydantic import WithJsonSchema

from spbe.exchange.cell_text import joined, joined_pairs, split, split_pairs
from spbe.exchange.sheets.cell_forms import (
    CellForm,
    CellFormat,
    CellValue,
    ChoiceForm,
    CodeForm,
    DateForm,
    DecimalForm,
    ElsewhereForm,
    IndicatorForm,
    ReferenceForm,
    TextForm,
    WholeForm,
    YesNoForm,
    text_of,
)
from spbe.exchange.sheets.names import Names
from spbe.i18n import gettext, mark
from spbe.model.base import Base, absence_word
from spbe.model.choices import Pilihan
from spbe.model.references import Ref, RefByKind
from spbe.model.unions import Jenis
from spbe.model.values import NumberKind, Tanggal, TextKind

Written = str | list[Any] | dict[str, Any]
"""A value as an author writes it in YAML: text; a list; a mapping. A word of absence is a text."""

ELSEWHERE: Final = mark("lihat lembarnya")
"""Stands where the value of a field is in a sheet of its own."""

ADDING: Final = "+"
"""Ends the key of a column in which one more item of a list is picked."""


@dataclass(frozen=True)
class ShapeColumn:
    """A column that a field needs: ``key`` tells it from the others; ``kind`` is that of records in a mapping by kind.

    ``many``: several values may stand in a cell, so that a drop-down would replace them all. ``adds``: one value for a
    list that stands in the column before.
    """

    key: str
    form: CellForm
    many: bool = False
    adds: bool = False
    kind: str = ""


class FieldShape(Protocol):
    """The columns of a field, with both ways between them and the field."""

    @property
    def columns(self) -> tuple[ShapeColumn, ...]:
        """At least one."""

    def cells(self, written: Written | None, names: Names) -> tuple[CellValue, ...]:
        """A cell per column for ``written``; ``None`` for an absent field."""

    def written(self, cells: Sequence[CellValue], names: Names) -> Written | None:
        """What ``cells``, one per column, say; ``None`` where they say nothing."""


@dataclass(frozen=True)
class SingleShape:
    """One value in one column; of a ``required`` field no word means absence."""

    name: str
    form: CellForm
    required: bool = False

    @cached_property
    def columns(self) -> tuple[ShapeColumn, ...]:
        """The one column."""
        return (ShapeColumn(self.name, self.form),)

    @cached_property
    def verbatim(self) -> bool:
        """Whether a cell holds what is written, word for word."""
        return type(self.form) is TextForm

    def cells(self, written: Written | None, names: Names) -> tuple[CellValue, ...]:
        """The value."""
        if written is None:
            return (None,)
        text = str(written)
        if self.verbatim or (not self.required and absence_word(text)):
            return (text,)
        return (self.form.cell(text, names),)

    def written(self, cells: Sequence[CellValue], names: Names) -> Written | None:
        """The value."""
        [cell] = cells
        text = text_of(cell)
        if not text or (not self.required and absence_word(text)):
            return text or None
        return self.form.written(cell, names)


@dataclass(frozen=True)
class ListShape:
    """A list in one column; where its items can be picked, one more column takes an item to add."""

    name: str
    item: CellForm
    kind: str = ""

    @cached_property
    def columns(self) -> tuple[ShapeColumn, ...]:
        """The list, and what is added to it."""
        whole = ShapeColumn(self.name, self.item, many=True, kind=self.kind)
        if not isinstance(self.item, ChoiceForm | ReferenceForm) and self.item != CodeForm():
            return (whole,)
        return whole, ShapeColumn(f"{self.name}{ADDING}", self.item, adds=True, kind=self.kind)

    def cells(self, written: Written | None, names: Names) -> tuple[CellValue, ...]:
        """The items, joined."""
        text = written if isinstance(written, str) else joined([self._cell(one, names) for one in written or ()])
        return (text or None,) if len(self.columns) == 1 else (text or None, None)

    def written(self, cells: Sequence[CellValue], names: Names) -> Written | None:
        """The items; one that is added is not added twice."""
        first, *more = cells
        text = text_of(first)
        if absence_word(text) and not any(map(text_of, more)):
            return text
        found = [] if absence_word(text) else [self.item.written(one, names) for one in _parts(first)]
        added = (self.item.written(one, names) for one in more if text_of(one))
        found += [one for one in dict.fromkeys(added) if one not in found]
        return found or None

    def _cell(self, item: Any, names: Names) -> str:
        cell = self.item.cell(str(item), names)
        return cell if isinstance(cell, str) else text_of(cell)


def _parts(cell: CellValue) -> list[CellValue]:
    """The items of a cell; what is no text is the only one."""
    return list[CellValue](split(cell)) if isinstance(cell, str) else [] if cell is None else [cell]


@dataclass(frozen=True)
class ByKindShape:
    """References by kind: a list for each kind, in columns of its own."""

    name: str
    kinds: tuple[str, ...]

    @cached_property
    def lists(self) -> tuple[ListShape, ...]:
        """The list of each kind."""
        return tuple(ListShape(f"{self.name}/{kind}", ReferenceForm(kind), kind) for kind in self.kinds)

    @cached_property
    def columns(self) -> tuple[ShapeColumn, ...]:
        """Those of each list."""
        return tuple(column for one in self.lists for column in one.columns)

    def cells(self, written: Written | None, names: Names) -> tuple[CellValue, ...]:
        """The lists; a word of absence stands in the first."""
        if isinstance(written, str):
            return written, *(None for _ in self.columns[1:])
        given = written if isinstance(written, dict) else {}
        lists = zip(self.kinds, self.lists, strict=True)
        return tuple(cell for kind, one in lists for cell in one.cells(given.get(kind), names))

    def written(self, cells: Sequence[CellValue], names: Names) -> Written | None:
        """The kinds of which records are named."""
        if absence_word(text_of(cells[0])) and not any(map(text_of, cells[1:])):
            return text_of(cells[0])
        found: dict[str, Any] = {}
        left = list(cells)
        for kind, one in zip(self.kinds, self.lists, strict=True):
            mine, left = left[: len(one.columns)], left[len(one.columns) :]
            value = one.written(mine, names)
            if isinstance(value, list):
                found[kind] = value
        return found or None


@dataclass(frozen=True)
class PairsShape:
    """A mapping with keys of the author's choice, in one column: ``2026: 14; 2027: 20``."""

    name: str

    @cached_property
    def columns(self) -> tuple[ShapeColumn, ...]:
        """The one column."""
        return (ShapeColumn(self.name, TextForm(), many=True),)

    def cells(self, written: Written | None, names: Names) -> tuple[CellValue, ...]:  # noqa: ARG002
        """The pairs, joined."""
        return ((joined_pairs(written) if isinstance(written, dict) else str(written or "")) or None,)

    def written(self, cells: Sequence[CellValue], names: Names) -> Written | None:  # noqa: ARG002
        """The pairs."""
        text = text_of(cells[0])
        return text if absence_word(text) else split_pairs(text) or None


@dataclass(frozen=True)
class ElsewhereShape:
    """Parts of a list, or a coming version: they stand in a sheet of their own, the word of absence stands here.

    ``part`` is the class of the parts; ``None`` for the coming version.
    """

    name: str
    part: type[Base] | None

    @cached_property
    def columns(self) -> tuple[ShapeColumn, ...]:
        """The one column."""
        return (ShapeColumn(self.name, ElsewhereForm()),)

    def cells(self, written: Written | None, names: Names) -> tuple[CellValue, ...]:  # noqa: ARG002
        """A word of absence, or where to look."""
        return (written if isinstance(written, str) else gettext(ELSEWHERE) if written else None,)

    def written(self, cells: Sequence[CellValue], names: Names) -> Written | None:  # noqa: ARG002
        """The word of absence; whatever else stands there says nothing."""
        text = text_of(cells[0])
        return text if absence_word(text) else None


@cache
def shape_of(name: str, model: type[Base]) -> FieldShape:
    """The shape of the field ``name`` of ``model``; raises ``TypeError`` for a type that has none."""
    info = model.model_fields[name]
    if name == "rencana":
        return ElsewhereShape(name, None)
    annotation, marks = _bare(info.annotation, tuple(info.metadata))
    by_kind = next((one for one in marks if isinstance(one, RefByKind)), None)
    if by_kind is not None:
        return ByKindShape(name, by_kind.kinds)
    if get_origin(annotation) is tuple:
        item = get_args(annotation)[0]
        if isinstance(item, type) and issubclass(item, Base):
            return ElsewhereShape(name, item)
        return ListShape(name, _form(item, ()))
    if get_origin(annotation) is dict:
        return PairsShape(name)
    return SingleShape(name, _form(annotation, marks), info.is_required())


_SIMPLE: Final[Mapping[Any, CellForm]] = {
    str: TextForm(),
    bool: YesNoForm(),
    Fraction: DecimalForm(),
    Tanggal: DateForm(),
}
_WHOLE: Final[Mapping[NumberKind, CellFormat]] = {
    NumberKind.YEAR: "year",
    NumberKind.MONEY: "amount",
    NumberKind.COUNT: "number",
}


def _bare(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """``annotation`` without ``Annotated`` and ``| None`` around it, and all marks that stand there."""
    while True:
        options = [part for part in get_args(annotation) if part is not NoneType]
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks = (*marks, *more)
        elif NoneType in get_args(annotation) and len(options) == 1:
            [annotation] = options
        else:
            return annotation, marks


def _form(annotation: Any, given: tuple[Any, ...]) -> CellForm:
    annotation, marks = _bare(annotation, given)
    for one in marks:
        if isinstance(one, Ref):
            return ReferenceForm(one.kind)
        if isinstance(one, Pilihan | Jenis):
            return ChoiceForm(one.daftar if isinstance(one, Jenis) else one)
    if TextKind.CODE_OR_WORDS in marks or "nilai-kode-referensi" in _rules(marks):
        return CodeForm(or_words=TextKind.CODE_OR_WORDS in marks)
    if "nilai-indikator" in _rules(marks):
        return IndicatorForm()
    if annotation is int:
        return WholeForm(_WHOLE[next((one for one in marks if isinstance(one, NumberKind)), NumberKind.COUNT)])
    if annotation not in _SIMPLE:
        raise TypeError(f"{annotation}: no cell for this type")
    return _SIMPLE[annotation]


def _rules(marks: tuple[Any, ...]) -> Iterator[Any]:
    return (one.json_schema.get("x-aturan") for one in marks if isinstance(one, WithJsonSchema) and one.json_schema)
