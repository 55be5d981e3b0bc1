"""What the cells of one field say, as an author would write it; what cannot be that is kept as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from spbe.exchange.inventories.address_reading import ReadAddresses, read_addresses
from spbe.exchange.inventories.cell_cleaning import cleaned, one_line_of, says_nothing
from spbe.exchange.sheets.cell_forms import (
    CellForm,
    ChoiceForm,
    CodeForm,
    DateForm,
    DecimalForm,
    ReferenceForm,
    WholeForm,
    YesNoForm,
)
from spbe.exchange.sheets.field_shapes import FieldShape, ListShape, SingleShape, shape_of
from spbe.exchange.sheets.names import Names
from spbe.model.base import Base
from spbe.model.choices import Pilihan
from spbe.model.dates import guessed
from spbe.model.marks import marks_of
from spbe.model.values import TextKind
from spbe.standards.list_spellings import list_spellings

UNKNOWN: Final = "belum diketahui"

_UNTIL: Final = re.compile(r"(?i)\b(?:hingga|sampai(?:\s+dengan)?|s\.?\s?d\.?|s/d|berlaku|exp(?:ired)?\.?|until)\b")
_TAIL: Final = re.compile(r"\s*[(\[].*$|\s*[,;\n].*$", re.DOTALL)
_CODE: Final = re.compile(r"(?i)\b((?:RAB|RAL|RAD|RAA|RAI|RAK)(?:\.[0-9]{2}){1,7})\b")
_NUMBER: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])")
_ITEMS: Final = re.compile(r"\s*[;\n]\s*(?:- )?")
_SHORT_ITEMS: Final = re.compile(r"\s*[;\n,/]\s*(?:- )?")


@dataclass(frozen=True)
class ReadValue:
    """A value as authors write it, and beside it what else the cells say.

    ``names`` are those of records that the field refers to, which nobody has looked for yet; ``left`` is text that fits
    nowhere in the field; ``addresses`` what stands in a field for web addresses.
    """

    value: Any = None
    names: tuple[str, ...] = ()
    left: str = ""
    addresses: ReadAddresses | None = None


def read_value(model: type[Base], name: str, text: str) -> ReadValue:
    """What ``text``, as it stands in the list, says of the field ``name`` of ``model``."""
    plain = cleaned(text)
    shape = shape_of(name, model)
    if says_nothing(plain):
        required = isinstance(shape, SingleShape) and shape.required
        return ReadValue(None if required or not plain else UNKNOWN)
    if _is_address(model, name):
        found = read_addresses(plain)
        nothing = not (found.public or found.internal or found.unclear)
        return ReadValue(found.public[0] if found.public else UNKNOWN if nothing else None, addresses=found)
    if TextKind.ATTACHMENT in marks_of(model.model_fields[name]):
        return ReadValue(left=plain)  # a file that the region does not hold
    return _shaped(shape, plain)


@cache
def _is_address(model: type[Base], name: str) -> bool:
    return TextKind.ADDRESS in marks_of(model.model_fields[name])


def _shaped(shape: FieldShape, text: str) -> ReadValue:
    if isinstance(shape, SingleShape):
        return _single(shape.form, text, required=shape.required)
    if isinstance(shape, ListShape):
        return _listed(shape.item, text)
    return ReadValue(left=text)


def _single(form: CellForm, text: str, *, required: bool) -> ReadValue:
    if isinstance(form, ReferenceForm):
        return ReadValue(names=(one_line_of(text),))
    found = value_of(form, text)
    if found is None:
        return ReadValue(left=text)
    said = one_line_of(text) if required else found
    return ReadValue(said if found == text else found, left="" if _is_whole(form, text) else text)


def _listed(form: CellForm, text: str) -> ReadValue:
    if isinstance(form, ReferenceForm):
        return ReadValue(names=(text,))
    if isinstance(form, CodeForm) and not form.or_words:
        codes = list(dict.fromkeys(one.upper() for one in _CODE.findall(text)))
        return ReadValue(codes or None, left="" if codes else text)
    between = _SHORT_ITEMS if isinstance(form, ChoiceForm) else _ITEMS
    whole = _exact(form.choice, text) if isinstance(form, ChoiceForm) else None
    parts = [text] if whole is not None else [one.strip() for one in between.split(text) if one.strip()]
    read = [value_of(form, part) for part in parts]
    items = [one for one in dict.fromkeys(read) if one is not None]
    missed = [part for part, value in zip(parts, read, strict=True) if value is None]
    return ReadValue(items or None, left="; ".join(missed))


def value_of(form: CellForm, text: str) -> str | None:
    """``text`` as a value of ``form``; ``None`` where that is not certain."""
    if isinstance(form, ChoiceForm):
        return _code(form.choice, text)
    if isinstance(form, DateForm):
        return _date(text)
    if isinstance(form, CodeForm):
        code = _CODE.match(text)
        return code[1].upper() if code and not form.or_words else one_line_of(text) if form.or_words else None
    if isinstance(form, WholeForm):
        return _whole(form, text)
    if isinstance(form, DecimalForm):
        number = _NUMBER.fullmatch(text)
        return number[0].replace(",", ".") if number else None
    if isinstance(form, YesNoForm):
        word = text.casefold()
        return "ya" if word in {"ya", "ada", "yes", "y", "true", "1"} else "tidak" if word in {"tidak", "no"} else None
    return form.written(text, Names())


def _code(choice: Pilihan, text: str) -> str | None:
    """The code that ``text`` means, or what of it stands before brackets, a comma or the end of the line."""
    return _exact(choice, text) or _exact(choice, _TAIL.sub("", text))


def _exact(choice: Pilihan, text: str) -> str | None:
    return choice.find(text) or list_spellings().code(choice.nama, text)


def _date(text: str) -> str | None:
    """The only date in ``text``: alone, in brackets, or behind ``hingga``."""
    inside = re.findall(r"\(([^()]*)\)", text)
    for words in (text, *inside, *_UNTIL.split(text)[1:], *(_UNTIL.sub(" ", one) for one in inside)):
        plain = words.strip(" .,:()")
        written = DateForm().written(plain, Names())
        if re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", written):
            return written
        meant = guessed(plain)
        if meant is not None and meant.tanggal and not meant.urutan:
            return meant.tanggal
    return None


def _whole(form: WholeForm, text: str) -> str | None:
    if form.shown_as == "year":
        years = set(_YEAR.findall(text))
        return years.pop() if len(years) == 1 else None
    plain = re.sub(r"(?i)^rp\.?\s*|\s*(?:,-|,00|unit|buah|rupiah)\s*$", "", text.strip())
    grouped = re.fullmatch(r"[0-9]{1,3}(?:[.,][0-9]{3})+", plain)
    plain = re.sub(r"[.,]", "", plain) if grouped else plain
    return plain if plain.isascii() and plain.isdecimal() else None


def _is_whole(form: CellForm, text: str) -> bool:
    """Whether ``text`` says no more than its value: of a date or a code something may stand around it."""
    if isinstance(form, ChoiceForm):
        return _TAIL.sub("", text) == text
    if isinstance(form, DateForm):
        return (
            guessed(text) is not None or DateForm().written(text, Names()) != text or _YEAR.fullmatch(text) is not None
        )
    if isinstance(form, WholeForm) and form.shown_as == "year":
        return _YEAR.fullmatch(text) is not None
    return True
