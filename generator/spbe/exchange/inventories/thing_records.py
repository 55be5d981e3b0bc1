"""What a thing of a list shall be as a record: the values of all its rows, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Final

from spbe.exchange.inventories.address_reading import host_of
from spbe.exchange.inventories.import_prints import KEY, printed
from spbe.exchange.inventories.list_drafts import ADDRESS, NAME, STATE, ListDraft
from spbe.exchange.inventories.list_things import USERS, ListThing, owned
from spbe.exchange.inventories.name_keys import name_key
from spbe.exchange.inventories.office_names import OfficeRegister, jenis_of, name_and_short, readable_name
from spbe.exchange.inventories.value_reading import UNKNOWN
from spbe.exchange.sheets.cell_forms import ReferenceForm, TextForm
from spbe.exchange.sheets.field_shapes import ListShape, SingleShape, shape_of
from spbe.model.base import Base
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.model.record import CURRENT
from spbe.model.references import Ref, direct_references

Resolve = Callable[[str, str], tuple[str, ...] | None]
"""The ids of the records of a kind that a text names; ``None`` where that is not certain."""

_ESSAY: Final = 300
"""Characters from which on a text tells more than what a thing is."""

BY: Final = " menurut "
"""Stands in a key of ``lain`` between what is told and who tells it."""

LISTED_NAME: Final = "Nama pada daftar"
"""The key in ``lain`` for the name of a national application that a list calls otherwise."""

_OUTSIDE: Final = "_luar"
"""Ends the name of the field for those who have no record here."""


def record_of(thing: ListThing, offices: OfficeRegister, resolve: Resolve) -> dict[str, Any]:
    """The values of the record, in the order in which the class declares them, but ``id`` and ``sumber``.

    The order of the rows makes no difference to what a field says, so that a list that was sorted says nothing new.
    """
    model = thing.first.model
    values: dict[str, Any] = {}
    rest: dict[str, str] = {}
    for name, said in said_of(thing).items():
        of_nation = name == "jenis" and thing.national is not None
        values[name] = thing.national.jenis if of_nation and thing.national else _agreed(name, said, thing)
        _keep_others(name, values[name], thing, rest, offices)
    for draft in thing.drafts:
        if thing.national is not None and name_key(draft.name) != name_key(thing.name):
            _rest(rest, LISTED_NAME, draft.name, draft, offices)
        for name, text in draft.names.items():
            _refer(draft, values, rest, name, text, resolve)
        for key, text in draft.rest.items():
            _rest(rest, key, text, draft, offices)
    values[NAME] = thing.name
    values |= _reconciled(owned(thing, offices), values)
    if thing.national is not None:
        values["jenis"] = thing.national.jenis
    if issubclass(model, PerangkatDaerah):
        values |= _of_office(values)
    ordered = {name: values[name] for name in model.model_fields if name in values}
    printable = {name: value for name, value in ordered.items() if not is_reference_list(model, name)}
    return {**ordered, "lain": {**rest, KEY: printed(printable)}}


def without_itself(record: dict[str, Any], model: type[Base], name: str) -> dict[str, Any]:
    """``record``, which is called ``name``, without references to itself."""
    made = dict(record)
    for one in direct_references(model):
        value = made.get(one)
        if isinstance(value, list) and name in value:
            made[one] = [item for item in value if item != name]
        if value == name or made.get(one) == []:
            del made[one]
    return made


def said_of(thing: ListThing) -> dict[str, list[Any]]:
    """What the rows say of each field, the same as often as they say it; unknown only where none says more."""
    said: dict[str, list[Any]] = {}
    for draft in thing.drafts:
        for name, value in draft.values.items():
            said.setdefault(name, []).append(value)
    known = {name: [one for one in values if one != UNKNOWN] for name, values in said.items()}
    return {name: known[name] or [UNKNOWN] for name in said}


def is_reference_list(model: type[Base], name: str) -> bool:
    """Whether the field lists records, to which any list may add."""
    shape = shape_of(name, model)
    return isinstance(shape, ListShape) and isinstance(shape.item, ReferenceForm)


def is_words(model: type[Base], name: str) -> bool:
    """Whether the field holds words, of which two may both be right."""
    shape = shape_of(name, model)
    return isinstance(shape, SingleShape) and isinstance(shape.form, TextForm) and name not in {NAME, ADDRESS}


def _agreed(name: str, said: list[Any], thing: ListThing) -> Any:
    """What a field says where several rows speak of it: what most say, of words else the longest that is no essay."""
    if all(isinstance(one, list) for one in said):
        return list({str(item): item for one in said for item in one}.values())
    if name == STATE and CURRENT in said:
        return CURRENT
    if name == ADDRESS:
        return _address(said, thing)
    texts = [one for one in said if isinstance(one, str)]
    if len(texts) != len(said):
        return said[0]
    often = Counter(texts)
    if not is_words(thing.first.model, name):
        return min(often, key=lambda one: (-often[one], one))
    return min(often, key=lambda one: (-often[one], len(one) > _ESSAY, -len(one), one))


def _address(said: list[str], thing: ListThing) -> str:
    """The host of a national application or that which most name, and of the addresses there the shortest."""
    hosts = Counter(host_of(one) or "" for one in said)
    own = thing.national.host if thing.national else ()
    host = min(hosts, key=lambda one: (own.index(one) if one in own else len(own), -hosts[one], one))
    given = {one for one in said if (host_of(one) or "") == host}
    return min(given, key=lambda one: (len(one.rstrip("/")), one.startswith("http:"), one))


def _keep_others(name: str, agreed: Any, thing: ListThing, rest: dict[str, str], offices: OfficeRegister) -> None:
    """Keep what rows say otherwise, with who says so."""
    for draft in thing.drafts:
        value = draft.values.get(name)
        if not isinstance(value, str) or value in (agreed, UNKNOWN) or name == NAME or _is_at(name, value, agreed):
            continue
        label = draft.model.model_fields[name].title or name
        _rest(rest, f"{label}{BY}{_reporter(draft, offices)}", value, draft, offices)


def _of_office(values: dict[str, Any]) -> dict[str, Any]:
    """The name of an office as it is read, and what it tells of the office that the list does not."""
    name, short = name_and_short(values[NAME])
    jenis = jenis_of(name)
    made = {NAME: readable_name(name)}
    if short and "singkatan" not in values:
        made["singkatan"] = short
    if jenis and "jenis" not in values:
        made["jenis"] = jenis
    return made


def _is_at(name: str, value: str, there: Any) -> bool:
    """Whether both are addresses at one host."""
    return name == ADDRESS and host_of(value) == host_of(str(there))


def _reporter(draft: ListDraft, offices: OfficeRegister) -> str:
    found = offices.find(draft.owner.text) if draft.owner else None
    return offices.by_id[found].name if found else f"baris {draft.row.address}"


def _rest(rest: dict[str, str], key: str, text: str, draft: ListDraft, offices: OfficeRegister) -> None:
    if rest.get(key, text) != text:
        key = f"{key}{BY}{_reporter(draft, offices)}"
    rest.setdefault(key, text)


def _refer(
    draft: ListDraft, values: dict[str, Any], rest: dict[str, str], name: str, text: str, resolve: Resolve
) -> None:
    """Name the records that a text names; those that nobody knows are kept as words."""
    mark = direct_references(draft.model).get(name)
    info = draft.model.model_fields.get(name)
    if info is None or not isinstance(mark, Ref):
        rest.setdefault(name, text)
        return
    if isinstance(shape_of(name, draft.model), ListShape):
        known, unknown = _sought(mark.kind, text, resolve)
        if known:
            values[name] = [*values.get(name, []), *(one for one in known if one not in values.get(name, []))]
    else:
        found = resolve(mark.kind, text) or ()
        known, unknown = list(found), [] if found else [text]
        if found:
            values.setdefault(name, found[0])
    outside = f"{name}{_OUTSIDE}"
    if unknown and outside in draft.model.model_fields:
        values[outside] = [*values.get(outside, []), *(one for one in unknown if one not in values.get(outside, []))]
    elif unknown:
        rest.setdefault(info.title or name, "; ".join(unknown))


def _sought(kind: str, text: str, resolve: Resolve) -> tuple[list[str], list[str]]:
    """The records that ``text`` names, and the rest of it: as a whole, by semicolons and lines, then by commas."""
    whole = resolve(kind, text)
    if whole:
        return list(whole), []
    known: list[str] = []
    unknown: list[str] = []
    for part in _parts(text, ";\n"):
        found = resolve(kind, part)
        pieces = [part] if found else _parts(part, ",")
        sought = [(piece, resolve(kind, piece)) for piece in pieces]
        if any(ids for _piece, ids in sought):
            known += [one for _piece, ids in sought for one in ids or ()]
            unknown += [piece for piece, ids in sought if not ids]
        else:
            unknown.append(part)
    return list(dict.fromkeys(known)), unknown


def _parts(text: str, separators: str) -> list[str]:
    for one in separators[1:]:
        text = text.replace(one, separators[0])
    return [part.strip().removeprefix("- ") for part in text.split(separators[0]) if part.strip()]


def _reconciled(asked: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """``asked`` beside what the list says itself of users and owner outside."""
    made = dict(asked)
    there = values.get(USERS)
    if USERS in made and isinstance(there, list):
        made[USERS] = [*there, *(one for one in made[USERS] if one not in there)]
    if values.get("pemilik_luar", UNKNOWN) != UNKNOWN:
        made.pop("pemilik_luar", None)
    return made


def source_of_rows(name: str, drafts: Iterable[ListDraft]) -> str:
    """Where the values come from, as ``daftar.xlsx, Server baris 3, 5``."""
    by_sheet: dict[str, list[str]] = {}
    for draft in drafts:
        by_sheet.setdefault(draft.row.sheet, []).append(str(draft.row.number))
    parts = (f"{sheet} baris {', '.join(rows)}".strip() for sheet, rows in by_sheet.items())
    return ", ".join((name, *parts))
