"""The one comparison of two versions of a record: fields from one value to another, lists by what came and went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spbe.differences.plain import ListPart


@dataclass(frozen=True)
class FieldChange:
    """One field that says something else.

    ``path`` leads to what changed: keys of fields and mappings, and names of the parts of lists.

    ``before`` and ``after`` are the values; ``None`` where nothing was said. Of a list (``listed``) ``came`` and
    ``went`` are its items that are only in one of the two; when both are empty, the list has another order.
    """

    path: tuple[str, ...]
    before: Any = None
    after: Any = None
    listed: bool = False
    came: tuple[Any, ...] = ()
    went: tuple[Any, ...] = ()


def changes_between(
    before: Mapping[str, Any], after: Mapping[str, Any], path: tuple[str, ...] = ()
) -> Iterator[FieldChange]:
    """What leads from the values ``before`` to the values ``after``, in their order; ``None`` says nothing."""
    for name in {**after, **before}:
        old, new = before.get(name), after.get(name)
        if old != new:
            yield from _changes(old, new, (*path, name))


def _changes(old: Any, new: Any, path: tuple[str, ...]) -> Iterator[FieldChange]:
    if all(value is None or isinstance(value, Mapping) for value in (old, new)):
        yield from changes_between(old or {}, new or {}, path)
    elif all(value is None or isinstance(value, list | tuple) for value in (old, new)):
        yield from _items(tuple(old or ()), tuple(new or ()), path)
    else:
        yield FieldChange(path, old, new)


def _items(old: tuple[Any, ...], new: tuple[Any, ...], path: tuple[str, ...]) -> Iterator[FieldChange]:
    """A list as what came and went; parts that their names tell apart are compared one by one."""
    was, now = _by_name(old), _by_name(new)
    if was is None or now is None:
        yield FieldChange(path, old, new, listed=True, came=_without(new, old), went=_without(old, new))
        return
    for name, part in now.items():
        if name in was:
            yield from changes_between(was[name].fields, part.fields, (*path, name))
    if list(was) != list(now):
        came = tuple(part for name, part in now.items() if name not in was)
        went = tuple(part for name, part in was.items() if name not in now)
        yield FieldChange(path, old, new, listed=True, came=came, went=went)


def _by_name(items: Sequence[Any]) -> dict[str, ListPart] | None:
    """The parts of a list by their names; ``None`` where it holds anything else, or two of one name."""
    found = {item.name: item for item in items if isinstance(item, ListPart) and item.name}
    return found if len(found) == len(items) else None


def _without(items: Sequence[Any], others: Sequence[Any]) -> tuple[Any, ...]:
    """``items`` without those that are also in ``others``, each as often as it is there."""
    left = list(others)
    found = []
    for item in items:
        if item in left:
            left.remove(item)
        else:
            found.append(item)
    return tuple(found)
