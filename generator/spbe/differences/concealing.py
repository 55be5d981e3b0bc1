"""What a check warns of as a leak is told of nowhere: a difference says that it changed, and never what it says."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from spbe.differences.comparing import FieldChange
from spbe.differences.contents import ContentIdentity
from spbe.differences.record_changes import RecordChanges
from spbe.region import Node

_OTHER = ContentIdentity("")
"""Stands for a value that is not repeated."""


def concealed(records: RecordChanges, leaking: AbstractSet[tuple[Node, str]]) -> RecordChanges:
    """``records`` without the values that stand under keys of ``leaking``; the empty key means all of a record."""
    if not leaking:
        return records
    changed = tuple(
        replace(one, fields=tuple(_concealed(one.node, field, leaking) for field in one.fields))
        for one in records.changed
    )
    return replace(records, changed=changed)


def _concealed(node: Node, field: FieldChange, leaking: AbstractSet[tuple[Node, str]]) -> FieldChange:
    if (node, "") not in leaking and (node, field.path[0]) not in leaking:
        return field
    # a list is told as one value: whatever came or went may be what must not be repeated
    before, after = (None if value is None else _OTHER for value in (field.before, field.after))
    if before is after is None:  # a list
        before = after = _OTHER
    return FieldChange(field.path[:1], before, after)
