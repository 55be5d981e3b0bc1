"""The rows of a list, read into drafts: each cell by the declaration of its field, secrets left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError

from spbe.exchange.inventories.address_reading import as_host
from spbe.exchange.inventories.cell_cleaning import cleaned, one_line_of, says_nothing, without_secrets
from spbe.exchange.inventories.list_drafts import ADDRESS, NAME, OUTSIDE, OWNER, REST, STATE, CellRemark, ListDraft
from spbe.exchange.inventories.mapped_rows import MappedRow, SourceCell
from spbe.exchange.inventories.name_keys import name_key, names_in
from spbe.exchange.inventories.office_names import no_office
from spbe.exchange.inventories.value_reading import UNKNOWN, read_value
from spbe.exchange.sheets.field_shapes import ListShape, shape_of
from spbe.i18n import gettext as _
from spbe.model.aplikasi import Aplikasi
from spbe.model.base import Base
from spbe.model.kinds import OFFICE, Kind, kind_of
from spbe.model.record import DISCONTINUED, PLANNED, Entri
from spbe.standards.list_spellings import letters_of, list_spellings
from spbe.yamlio.parts import part_of

NOT_TAKEN: Final = frozenset({"id", "dahulu", "akun_git", "sumber", REST})
"""Fields of the catalogue's own, which no list sets."""

LONGEST_NAME: Final = 180

OWN_NETWORK: Final = "Alamat jaringan sendiri"
MORE_ADDRESSES: Final = "Alamat lain"
"""Keys in ``lain``: data are in Indonesian, whatever language is spoken."""


def drafts_of(kind: Kind, rows: Sequence[MappedRow], known: Collection[str]) -> list[ListDraft]:
    """What each of ``rows`` says; ``known`` are keys of names that records of the region have."""
    drafts = [_draft(kind, row) for row in rows]
    named = {name_key(one.name) for one in drafts if one.name} | set(known)
    for one in drafts:
        if kind.slug == kind_of(Aplikasi):
            _look_for_several(one, named, known)
        elif kind.slug == OFFICE and one.name_cell is not None and no_office(one.name):
            words = _("`{nama}` tampaknya bukan satu perangkat daerah.")
            one.question("name", one.name_cell.address, words.format(nama=one.name))
    return drafts


def _draft(kind: Kind, row: MappedRow) -> ListDraft:
    draft = ListDraft(row, _model_of(kind, row))
    if row.no_record is not None:
        draft.question("refused", row.address, row.no_record)
        return draft
    for path, cells in row.fields.items():
        if path == OWNER:
            draft.owner = next((cell for cell in cells if not says_nothing(cleaned(cell.text))), None)
        elif path == NAME:
            _name(draft, cells)
        else:
            _field(draft, path, cells)
    for cell in row.other:
        _other(draft, cell)
    if STATE in draft.values:
        draft.remarks = [replace(one, about="unread") if one.about == STATE else one for one in draft.remarks]
    for name in OUTSIDE:
        if draft.owner is None and isinstance(draft.values.get(name), str) and draft.values[name] != UNKNOWN:
            draft.owner, draft.owner_field = row.fields[name][0], name
    if row.shifted is not None:
        draft.question("shifted", row.address, row.shifted)
    if not draft.name and draft.doubt is None:
        _nameless(kind, draft)
    _let_fit(draft)
    return draft


def _model_of(kind: Kind, row: MappedRow) -> type[Entri]:
    if kind.jenis is None:
        return kind.models[None]
    for cell in row.fields.get("jenis", ()):
        code = kind.jenis.find(cell.text) or list_spellings().code(kind.jenis.nama, cell.text)
        if code is not None:
            return kind.models[code]
    return kind.models[None]


def _name(draft: ListDraft, cells: Sequence[SourceCell]) -> None:
    for cell in cells:
        text = _discreet(draft, cell)
        if not says_nothing(cleaned(text)):
            draft.name_cell, draft.values[NAME] = cell, one_line_of(text)
            break
    if len(draft.name) > LONGEST_NAME:
        draft.question("name", cells[0].address, _("Nama sepanjang ini mungkin uraian, atau beberapa hal."))
    if draft.name.count("(") != draft.name.count(")"):
        draft.question("name", cells[0].address, _("Kurungnya tidak lengkap: mungkin nama ini terpotong."))


def _nameless(kind: Kind, draft: ListDraft) -> None:
    cells = draft.row.fields.get(NAME, ())
    if cells:
        words = _("Baris ini menyatakan tidak ada {jenis}: namanya `{tulisan}`.")
        reason = words.format(jenis=_(kind.singular).lower(), tulisan=cells[0].text)
        draft.question("refused", cells[0].address, reason)
    else:
        draft.question("refused", draft.row.address, _("Baris ini tidak menyebut nama."))


def _field(draft: ListDraft, path: str, cells: Sequence[SourceCell]) -> None:
    """Read the cells of one field: a list takes all of them, anything else the first that says something."""
    holder, name, model = _place(draft, path)
    if model is None:
        for cell in cells:
            _other(draft, cell)
        return
    said = [cell for cell in cells if not says_nothing(cleaned(cell.text))]
    if not said:
        if path in draft.model.model_fields and cells:
            read = read_value(model, name, cells[0].text)
            if read.value is not None:
                holder[name] = read.value
        return
    first, *more = said
    many = isinstance(shape_of(name, model), ListShape)
    text = "\n".join(_discreet(draft, cell) for cell in said) if many else _discreet(draft, first)
    _take(draft, path, holder, name, model, first, text)
    for cell in () if many else more:
        if cleaned(cell.text) != cleaned(first.text):
            draft.keep(cell.header, cleaned(_discreet(draft, cell)))


def _take(
    draft: ListDraft,
    path: str,
    holder: dict[str, Any],
    name: str,
    model: type[Base],
    cell: SourceCell,
    text: str,
) -> None:
    read = read_value(model, name, text)
    if read.value is not None:
        holder[name] = read.value
    if read.names:
        draft.names[path] = read.names[0]
    if read.left:
        draft.keep(cell.header, read.left)
        if read.value is None:
            draft.remarks.append(CellRemark(cell.address, STATE if path == STATE else "unread", read.left))
    if read.addresses is not None:
        _addresses(draft, cell, read.addresses)


def _addresses(draft: ListDraft, cell: SourceCell, found: Any) -> None:
    for one in found.internal:
        draft.keep(OWN_NETWORK, one)
        draft.remarks.append(CellRemark(cell.address, "own-network", one))
    for one in found.public[1:]:
        draft.keep(MORE_ADDRESSES, one)
    for one in found.other:
        draft.keep(cell.header, one)
    if found.repaired:
        draft.remarks.append(CellRemark(cell.address, "repaired", found.public[0]))
    if found.unclear:
        words = _("Alamat `{tulisan}` tidak lengkap atau salah tulis; perbaikannya tidak pasti.")
        draft.question("address", cell.address, words.format(tulisan=found.unclear[0]))


def _place(draft: ListDraft, path: str) -> tuple[dict[str, Any], str, type[Base] | None]:
    """Where the value of ``path`` goes, under which name, and the class that has the field; ``None`` for no field."""
    head, dot, name = path.partition(".")
    if head not in draft.model.model_fields or head in NOT_TAKEN:
        return draft.values, head, None
    if not dot:
        return draft.values, head, draft.model
    if head == "rencana":
        model: type[Base] | None = draft.model
        holder = draft.values.setdefault(head, {})
    else:
        model, many = part_of(draft.model.model_fields[head].annotation)
        held = draft.values.setdefault(head, [{}] if many else {})
        holder = held[0] if many else held
    return (holder, name, model) if model is not None and name in model.model_fields else (holder, name, None)


def _other(draft: ListDraft, cell: SourceCell) -> None:
    """A cell that fits nowhere; one that begins with words for it says that the thing is out of use."""
    text = cleaned(_discreet(draft, cell))
    if says_nothing(text):
        return
    draft.keep(cell.header, text)
    known = list_spellings()
    plain = " ".join(text.casefold().split())
    is_remark = letters_of(cell.header) in known.remark_columns and STATE in draft.model.model_fields
    if is_remark and plain.startswith(known.remark_begins):
        draft.values[STATE] = DISCONTINUED
    elif is_remark and not known.remark_planned.isdisjoint(re.split(r"\s*[,;.]\s*", plain)):
        draft.values.setdefault(STATE, PLANNED)


def _discreet(draft: ListDraft, cell: SourceCell) -> str:
    """The text of ``cell`` without secrets and personal data, which the report names by their place alone."""
    text, rules = without_secrets(cell.text)
    draft.remarks += (CellRemark(cell.address, rule) for rule in rules)
    return text


def _look_for_several(draft: ListDraft, named: Collection[str], known: Collection[str]) -> None:
    """Ask about a name that is several, unless a record of the region is called so."""
    if draft.name_cell is None or draft.doubt is not None or name_key(draft.name) in known:
        return
    parts = names_in(cleaned(draft.name_cell.text), named)
    if parts:
        draft.parts = parts
        words = _("Sel ini memuat {n} nama: {nama}.")
        draft.question("several", draft.name_cell.address, words.format(n=len(parts), nama=", ".join(parts)))


def _let_fit(draft: ListDraft) -> None:
    """Move to ``lain`` what the kind's class refuses, so that the record can be written."""
    draft.values = {name: value for name, value in draft.values.items() if value not in ({}, [], [{}])}
    plan = draft.values.get("rencana")
    for name in _refused(draft):
        value = draft.values.pop(name, None)
        if value is None or (name == "rencana" and plan is None):
            continue
        label = draft.model.model_fields[name].title or name
        draft.keep(label, _told(value))
        for cell in draft.row.fields.get(name, ())[:1]:
            draft.remarks.append(CellRemark(cell.address, "unread", cell.text))
    if draft.name_cell is None and not draft.name:
        draft.values.pop(NAME, None)
    if as_host(draft.name) and ADDRESS in draft.model.model_fields and draft.values.get(ADDRESS) in {None, UNKNOWN}:
        draft.values[ADDRESS] = f"https://{as_host(draft.name)}"


def _refused(draft: ListDraft) -> Iterator[str]:
    """The fields that cannot be as they are; ``nama`` of a row without one is none of them."""
    try:
        draft.model.model_validate({"id": "x", NAME: "x", **draft.values})
    except ValidationError as error:
        yield from dict.fromkeys(str(one["loc"][0]) for one in error.errors(include_url=False) if one["loc"])


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_told(one)}" for key, one in value.items())
    return "; ".join(map(_told, value)) if isinstance(value, list) else str(value)
