"""A record without the fields that a reader may not see, and without the names of hidden records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from spbe.model.base import Base, Kelas, fields_of
from spbe.model.record import Record
from spbe.model.references import Ref, RefByKind, direct_references, references_in
from spbe.region import Node

M = TypeVar("M", bound=Base)

Visible = Callable[[Node], bool]

Renamed = Mapping[Node, Node]
"""Former ids to present ones."""

NOTHING_RENAMED: Renamed = MappingProxyType({})


def strip(record: M, classes: frozenset[Kelas], visible: Visible, renamed: Renamed = NOTHING_RENAMED) -> M:
    """``record`` with only the fields of ``classes`` and only references to what is ``visible``, by present ids.

    A field without a class is dropped: nothing is shown because somebody forgot to decide. What is left of a field
    decides alone: one that held only hidden things is as if nobody had written it.
    """
    allowed, relations = allowed_fields(type(record), classes), _relations(type(record))
    kept: dict[str, Any] = {}
    said = record.__dict__
    for name in record.model_fields_set & allowed:
        value = said[name]
        if name in relations:
            value = _visible_part(value, relations[name], visible, renamed)
        elif not isinstance(value, str):
            value = _stripped(value, classes, visible, renamed)
        if value is not None and value not in ((), {}):
            kept[name] = value
    gone = record.model_fields_set - kept.keys()
    defaults = {name: type(record).model_fields[name].get_default(call_default_factory=True) for name in gone}
    made = record.model_copy(update=defaults | kept)
    if record._absent:
        made._absent = {name: why for name, why in record._absent.items() if name in allowed}
    made.model_fields_set.intersection_update(kept)
    return made


def says_something(part: Base) -> bool:
    """Whether anything was written in ``part`` and is left; of a coming version, whether it changes anything."""
    return bool(part.changed_fields()) if isinstance(part, Record) else bool(part.model_fields_set or part._absent)


def _stripped(value: Any, classes: frozenset[Kelas], visible: Visible, renamed: Renamed) -> Any:
    if isinstance(value, Base):
        return _part(value, classes, visible, renamed)
    if isinstance(value, tuple) and value and isinstance(value[0], Base):
        parts = (_part(item, classes, visible, renamed) for item in value)
        return tuple(part for part in parts if part is not None)
    return value


def _part(part: M, classes: frozenset[Kelas], visible: Visible, renamed: Renamed) -> M | None:
    """``part`` without what is hidden; ``None`` where it means or says nothing any more."""
    if not _tellable(part, visible):
        return None
    made = strip(part, classes, visible, renamed)
    return made if says_something(made) else None


def _tellable(part: Base, visible: Visible) -> bool:
    """Whether the part still means something: every reference that it must have is visible."""
    required = {name for name, info in type(part).model_fields.items() if info.is_required()}
    return all(
        visible(Node(reference.kind, reference.id))
        for reference in references_in(type(part), part)
        if reference.field in required
    )


def _visible_part(value: Any, marker: Ref | RefByKind, visible: Visible, renamed: Renamed) -> Any:
    def present(kind: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        nodes = (Node(kind, one) for one in ids)
        return tuple(dict.fromkeys(renamed.get(node, node).id for node in nodes if visible(node)))

    if isinstance(marker, RefByKind):
        kept = {kind: present(kind, ids) for kind, ids in (value or {}).items()}
        return {kind: ids for kind, ids in kept.items() if ids}
    if isinstance(value, tuple):
        return present(marker.kind, value)
    return next(iter(present(marker.kind, (value,))), None) if value is not None else None


@cache
def allowed_fields(model: type[Base], classes: frozenset[Kelas]) -> frozenset[str]:
    """The fields of ``model`` that readers of ``classes`` may see; one without a class is in none."""
    return frozenset(name for name, spec in fields_of(model).items() if spec.kelas in classes)


_relations = cache(direct_references)
