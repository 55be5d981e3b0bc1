"""What a field shall say when two people changed it: a merge of three, over values as authors write them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from spbe.exchange.handed_in.proposals import Dispute
from spbe.exchange.sheets.cell_forms import ReferenceForm
from spbe.exchange.sheets.field_shapes import ByKindShape, FieldShape, ListShape

Verdict = Literal["theirs", "same", "conflict", "hidden"]


@dataclass(frozen=True)
class FieldVersions:
    """A field as the workbook went out (``base``), as it is ``now``, and as it came back (``theirs``).

    ``now`` is what the edition of the workbook shows, ``whole`` what is really there. ``None``: there is no such field.
    """

    base: Any
    now: Any
    theirs: Any
    whole: Any


def merged(shape: FieldShape, one: FieldVersions) -> tuple[Verdict, Any]:
    """What becomes of the field, and for ``theirs`` what it shall say: ``None`` that it shall not be there.

    ``hidden`` where that would touch what the edition does not show.
    """
    if one.theirs == one.now:
        return "same", None
    if one.now != one.base:
        return _both(shape, one)
    if one.whole == one.now:
        return "theirs", one.theirs
    return _beside_hidden(shape, one)


@dataclass(frozen=True)
class FieldWish:
    """What a field of a workbook asks for, as a proposal has it."""

    value: Any
    shown: tuple[Any, ...] = ()
    dispute: Dispute | None = None


def wished(shape: FieldShape, one: FieldVersions) -> FieldWish | None:
    """What the field asks for; nothing where it says what is there."""
    verdict, value = merged(shape, one)
    if verdict == "same":
        return None
    if verdict != "theirs":
        return FieldWish(one.theirs, dispute="hidden" if verdict == "hidden" else "changed")
    return FieldWish(value, () if one.whole == one.now else (merged(shape, replace(one, whole=one.now))[1],))


def _both(shape: FieldShape, one: FieldVersions) -> tuple[Verdict, Any]:
    """Both changed it: only of lists of references each may have its part."""
    if not is_references(shape):
        return "conflict", None
    return _beside_hidden(shape, one)


def _beside_hidden(shape: FieldShape, one: FieldVersions) -> tuple[Verdict, Any]:
    """What came and went in the workbook, done to the list that is really there."""
    if not is_references(shape):
        return "hidden", None
    if isinstance(shape, ByKindShape):
        parts = [_as_mapping(value) for value in (one.base, one.theirs, one.whole)]
        if None in parts:
            return "conflict", None
        base, theirs, whole = (part or {} for part in parts)
        kinds = dict.fromkeys([*whole, *theirs])
        made = {kind: _list(base.get(kind), theirs.get(kind), whole.get(kind)) for kind in kinds}
        return "theirs", {kind: items for kind, items in made.items() if items} or None
    lists = [_as_list(value) for value in (one.base, one.theirs, one.whole)]
    if None in lists:
        return "conflict", None
    return "theirs", _list(*lists) or None


def _list(base: Any, theirs: Any, whole: Any) -> list[Any]:
    base, theirs, whole = base or [], theirs or [], whole or []
    gone = [item for item in base if item not in theirs]
    return [item for item in whole if item not in gone] + [
        item for item in theirs if item not in base and item not in whole
    ]


def _as_list(value: Any) -> list[Any] | None:
    """A list; an absent one is empty, and of a word of absence there is none."""
    return [] if value is None else value if isinstance(value, list) else None


def _as_mapping(value: Any) -> dict[str, Any] | None:
    return {} if value is None else value if isinstance(value, dict) else None


def is_references(shape: FieldShape) -> bool:
    """Whether each may have its part of what the field says: it lists references."""
    return isinstance(shape, ByKindShape) or (isinstance(shape, ListShape) and isinstance(shape.item, ReferenceForm))
