"""A record without the fields that a reader may not see, and without the names of hidden records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from spbe.model.base import Base, Kelas, fields_of
from spbe.model.references import Ref, RefByKind, direct_references, references_in
from spbe.region import Node

M = TypeVar("M", bound=Base)

Visible = Callable[[Node], bool]

Renamed = Mapping[Node, Node]
"""Former ids to present ones."""

NOTHING_RENAMED: Renamed = MappingProxyType({})


def strip(record: M, classes: frozenset[Kelas], visible: Visible, renamed: Renamed = NOTHING_RENAMED) -> M:
    """``record`` with only the fields of ``classes`` and only references to what is ``visible``, by present ids.

    A field without a class is dropped: nothing is shown because somebody forgot to decide.
    """
    allowed, relations = allowed_fields(type(record), classes), _relations(type(record))
    changed: dict[str, Any] = {}
    for name in record.model_fields_set:
        value = getattr(record, name)
        if name not in allowed:
            changed[name] = type(record).model_fields[name].get_default(call_default_factory=True)
        elif name in relations:
            changed[name] = _visible_part(value, relations[name], visible, renamed)
        else:
            changed[name] = _stripped(value, classes, visible, renamed)
    made = record.model_copy(update=changed)
    if record._absent:
        made._absent = {name: why for name, why in record._absent.items() if name in allowed}
    made.model_fields_set.intersection_update(allowed)  # which fields were written would tell of them too
    return made


def _stripped(value: Any, classes: frozenset[Kelas], visible: Visible, renamed: Renamed) -> Any:
    if isinstance(value, Base):
        return strip(value, classes, visible, renamed)
    if isinstance(value, tuple) and value and isinstance(value[0], Base):
        return tuple(strip(item, classes, visible, renamed) for item in value if _tellable(item, visible))
    return value


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
