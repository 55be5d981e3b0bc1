"""Which record of the region a thing of a list is, where that is certain."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from spbe.exchange.inventories.address_reading import host_of
from spbe.exchange.inventories.import_prints import KEY, ROW_KEY, prints_in
from spbe.exchange.inventories.list_drafts import ADDRESS, NAME, OWNER
from spbe.exchange.inventories.list_things import USERS, ListThing, national_named
from spbe.exchange.inventories.name_keys import name_key
from spbe.exchange.inventories.office_names import OfficeRegister, office_key
from spbe.model.aplikasi import Aplikasi
from spbe.model.kinds import OFFICE, kind_of
from spbe.region import Entry

_SAME: Final = "same"
"""Stands in a sign by which records say the same, so that any of them serves."""

Match = Mapping[int, Entry]
"""A record by the place of the thing in the list."""


def matched(
    things: Sequence[ListThing],
    records: Sequence[dict[str, Any]],
    entries: Sequence[Entry],
    offices: OfficeRegister,
) -> Match:
    """The entry of every thing that is in the region already; an entry is that of one thing at most."""
    found: dict[int, Entry] = {}
    free = {entry.id: entry for entry in entries if entry.record is not None}
    steps: tuple[Callable[[ListThing, dict[str, Any]], Any], ...] = (
        lambda thing, _record: ("", thing.national.id) if thing.national else None,
        lambda _thing, record: record.get("kode"),
        lambda thing, record: (thing.key, _SAME, *_said(record["lain"])),
        lambda thing, record: (thing.key, _SAME, tuple(sorted(prints_in(record["lain"]).items()))),
        lambda thing, _record: (thing.key, thing.host) if thing.host else None,
        lambda thing, record: (thing.key, _holder(record)),
        lambda thing, record: thing.key if _holder(record) is None or not thing.offices else None,
    )
    of_entries: tuple[Callable[[Entry], Iterable[Any]], ...] = (
        lambda entry: [("", known)] if (known := nation_of(entry)) else [],
        lambda entry: filter(None, [entry.raw.get("kode")]),
        lambda entry: [(_key(entry, offices), _SAME, *_said(entry.raw.get("lain")))],
        lambda entry: [(_key(entry, offices), _SAME, tuple(sorted(prints_in(entry.raw.get("lain")).items())))],
        lambda entry: [(_key(entry, offices), host_of(str(entry.raw.get(ADDRESS))))],
        lambda entry: [(_key(entry, offices), one) for one in _holders(entry, offices)],
        lambda entry: [_key(entry, offices)],
    )
    for of_thing, of_entry in zip(steps, of_entries, strict=True):
        _step(things, records, free, found, of_thing, of_entry)
    return found


def _step(
    things: Sequence[ListThing],
    records: Sequence[dict[str, Any]],
    free: dict[str, Entry],
    found: dict[int, Entry],
    of_thing: Callable[[ListThing, dict[str, Any]], Any],
    of_entry: Callable[[Entry], Iterable[Any]],
) -> None:
    """Match by one sign, where only one thing and one record have it, or as many of both say the same."""
    wanted: defaultdict[Any, list[int]] = defaultdict(list)
    for number, thing in enumerate(things):
        sign = of_thing(thing, records[number]) if number not in found else None
        if sign is not None:
            wanted[sign].append(number)
    there: defaultdict[Any, list[Entry]] = defaultdict(list)
    for entry in free.values():
        for sign in of_entry(entry):
            if sign in wanted:
                there[sign].append(entry)
    for sign, numbers in wanted.items():
        alike = [one for one in there[sign] if one.id in free]
        if len(numbers) == len(alike) and (len(numbers) == 1 or (isinstance(sign, tuple) and _SAME in sign)):
            for number, entry in zip(numbers, sorted(alike, key=_row_of), strict=True):
                found[number] = free.pop(entry.id)


def _row_of(entry: Entry) -> tuple[int, str]:
    """The row from which a record came, for records that say the same and are told by their order."""
    rows = re.findall(r"[0-9]+", str(entry.raw.get("sumber", "")).rpartition(" baris ")[2])
    return (int(rows[0]) if rows else 0), entry.id


def _said(rest: Any) -> tuple[tuple[str, str], ...]:
    """Everything that was imported, in an order of its own."""
    kept = rest.items() if isinstance(rest, Mapping) else ()
    texts = ((str(key), " ".join(str(text).split())) for key, text in kept if not str(key).startswith((KEY, ROW_KEY)))
    return (*sorted(prints_in(rest).items()), *sorted(texts))


def _key(entry: Entry, offices: OfficeRegister) -> str:
    name = str(entry.raw.get(NAME, ""))
    return office_key(name, offices.region) if entry.kind == OFFICE else name_key(name)


def nation_of(entry: Entry) -> str | None:
    """The id of the national application that a record is."""
    if entry.kind != kind_of(Aplikasi):
        return None
    raw = entry.raw
    known = national_named(str(raw.get(NAME, "")), host_of(str(raw.get(ADDRESS))), raw.get("jenis"))
    return known.id if known else None


def _holder(record: Mapping[str, Any]) -> str | None:
    """The office that has the thing, or the only one that uses it."""
    owner, users = record.get(OWNER), record.get(USERS)
    if isinstance(users, list) and len(users) == 1:
        return str(users[0])
    return str(owner) if owner else None


def _holders(entry: Entry, offices: OfficeRegister) -> list[str | None]:
    owner, users = entry.raw.get(OWNER), entry.raw.get(USERS)
    named = [owner, *(users if isinstance(users, list) else [users])]
    known = [offices.find(one) or one for one in named if isinstance(one, str)]
    return list(dict.fromkeys(known)) or [None]
