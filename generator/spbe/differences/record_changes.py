"""What is there, gone, renamed, changed, or cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from spbe.differences.aligning import Aligned, WhichSide
from spbe.differences.comparing import FieldChange, changes_between
from spbe.differences.plain import ListPart
from spbe.differences.things import Thing
from spbe.model.base import Base
from spbe.model.references import relations_of
from spbe.region import Node, Relation

Models = tuple[type[Base] | None, type[Base] | None]
"""What declares the fields of a thing, before and after."""


@dataclass(frozen=True)
class Renaming:
    """A record that has another id now.

    ``former`` is called ``node`` now; ``merged`` when that was there before.
    """

    former: Node
    node: Node
    merged: bool


@dataclass(frozen=True)
class ChangedRecord:
    """A record that is on both sides and says something else.

    ``node`` says something else; ``models`` declare its fields before and after.
    """

    node: Node
    models: Models
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class RecordChanges:
    """Nodes in the order of the newer side, then of the older one; what was renamed is also in ``changed`` if it was.

    Nothing that one side cannot read is in another list than ``unreadable``.
    """

    added: tuple[Node, ...] = ()
    removed: tuple[Node, ...] = ()
    renamed: tuple[Renaming, ...] = ()
    changed: tuple[ChangedRecord, ...] = ()
    unreadable: Mapping[Node, WhichSide] = field(default_factory=dict)

    @property
    def touched(self) -> tuple[Node, ...]:
        """Every node that something happened to, by its id on the newer side where it has one."""
        named = (*self.added, *self.removed, *(one.node for one in self.renamed), *(one.node for one in self.changed))
        return tuple(dict.fromkeys((*named, *(one.former for one in self.renamed if one.merged))))


def record_changes(
    before: Mapping[Node, Thing], after: Mapping[Node, Thing], sides: Aligned, broken: Iterable[Relation]
) -> RecordChanges:
    """What leads from the things ``before`` to those ``after``.

    A field that still names what is gone did not change: that is told of the ``broken`` relations.
    """
    lost: dict[Node, set[str]] = {}
    for relation in broken:
        lost.setdefault(relation.source, set()).add(relation.target.id)
    renamed = tuple(
        Renaming(former, node, former in sides.merged)
        for former, node in sides.renamed.items()
        if node in after and (former in before if former in sides.merged else node in before)
    )
    merged = {one.former for one in renamed if one.merged}
    return RecordChanges(
        added=tuple(node for node in after if node not in before),
        removed=tuple(node for node in before if node not in after and node not in merged),
        renamed=renamed,
        changed=tuple(_changed(before, after, lost, _becoming(sides))),
        unreadable=sides.unreadable,
    )


def _becoming(sides: Aligned) -> frozenset[tuple[str, str]]:
    """Former and present ids of those that became one with others."""
    return frozenset((former.id, sides.renamed[former].id) for former in sides.merged)


def _changed(
    before: Mapping[Node, Thing],
    after: Mapping[Node, Thing],
    lost: Mapping[Node, set[str]],
    becoming: AbstractSet[tuple[str, str]],
) -> Iterator[ChangedRecord]:
    for node, now in after.items():
        was = before.get(node)
        if was is not None and was.fields != now.fields:
            models = was.model, now.model
            fields = [
                _still_written(field, models, lost.get(node, set()))
                for field in changes_between(was.fields, now.fields)
                if not (becoming and _same_record(field, models, becoming))
            ]
            if told := tuple(field for field in fields if field is not None):
                yield ChangedRecord(node, models, told)


def _still_written(field: FieldChange, models: Models, lost: AbstractSet[str]) -> FieldChange | None:
    """``field`` without what only went because it leads nowhere now; ``None`` where that is all."""
    if not lost or not _names_records(models[0], field.path):
        return field
    if not field.listed:
        return None if field.before in lost and field.after is None else field
    went = tuple(item for item in field.went if (item.name if isinstance(item, ListPart) else item) not in lost)
    return replace(field, went=went) if went or field.came or went == field.went else None


def _same_record(field: FieldChange, models: Models, becoming: AbstractSet[tuple[str, str]]) -> bool:
    """Whether ``field`` names what it named, under the id of that with which it became one."""
    if not _names_records(models[0], field.path):
        return False
    if not field.listed:
        return (field.before, field.after) in becoming
    present = dict(becoming)
    was = {present.get(item, item) for item in field.went if isinstance(item, str)}
    return len(was) <= len(field.went) and was == set(field.came) and bool(was)


def _names_records(model: type[Base] | None, path: tuple[str, ...]) -> bool:
    """Whether the field at ``path``, or a part of it, names records."""
    return model is not None and any(spec.field in path for spec in relations_of(model))
