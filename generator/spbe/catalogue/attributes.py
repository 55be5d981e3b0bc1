"""What a record says, field by field, ready to be read by people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from spbe.model.base import Absence, Base, fields_of
from spbe.model.choices import Pilihan, choices_of
from spbe.model.references import direct_references
from spbe.model.values import Tanggal

HEAD = frozenset(
    {"id", "nama", "uraian", "perangkat_daerah", "klasifikasi", "ditinjau", "keadaan", "sejak", "dahulu", "rencana"}
)
"""Fields that have their own place on a page of a record and are not listed among its attributes."""


@dataclass(frozen=True)
class Attribute:
    """One field of a record.

    ``value`` is one of: text, a number (``int`` or ``Fraction``), a ``Tanggal``, ``True``/``False``, a tuple of
    texts, a mapping of text to text, or a tuple of parts, each a tuple of attributes. Codes of closed lists are
    already labels. ``absence`` says why there is no value.
    """

    name: str
    label: str
    description: str
    value: Any = None
    absence: Absence | None = None
    money: bool = False

    @property
    def shape(self) -> str:
        """Which form the value has: ``text``, ``list``, ``parts``, ``mapping``, ``number``, ``date``, ``yes-no``."""
        if isinstance(self.value, bool):
            return "yes-no"
        if isinstance(self.value, int | Fraction):
            return "number"
        if isinstance(self.value, Tanggal):
            return "date"
        if isinstance(self.value, Mapping):
            return "mapping"
        if isinstance(self.value, tuple):
            return "parts" if self.value and isinstance(self.value[0], tuple) else "list"
        return "link" if self.name in LINKS and isinstance(self.value, str) else "text"


LINKS = frozenset({"tautan", "situs"})
"""Fields whose text is a checked web address."""


@dataclass(frozen=True)
class Description:
    """The attributes of a record: those that say something, and the names of those that do not."""

    told: tuple[Attribute, ...]
    missing: tuple[Attribute, ...] = field(default=())


def describe(record: Base, visible: Iterable[str], skip: frozenset[str] = HEAD) -> Description:
    """The fields of ``record`` that are among ``visible`` and not in ``skip``.

    References to records are left to the relations, except that a reference field known to be empty is told.
    """
    names = set(visible) - skip
    relations = direct_references(type(record))
    told: list[Attribute] = []
    missing: list[Attribute] = []
    for name, attribute in _attributes(record).items():
        if name not in names:
            continue
        if attribute.absence == "kosong":
            missing.append(attribute)
        elif attribute.absence is not None or name not in relations:
            told.append(attribute)
    return Description(tuple(told), tuple(missing))


def planned_changes(record: Base, coming: Base, names: Iterable[str]) -> tuple[tuple[Attribute, Attribute], ...]:
    """Now and then, for each field in ``names`` that ``coming`` changes."""
    now, then = _attributes(record), _attributes(coming)
    return tuple((now[name], then[name]) for name in names)


def _attributes(record: Base) -> dict[str, Attribute]:
    choices = choices_of(type(record))
    found: dict[str, Attribute] = {}
    for name, spec in fields_of(type(record)).items():
        absence = record.absence(name)
        value = None if absence else _readable(getattr(record, name), choices.get(name), name)
        money = spec.name in MONEY
        found[name] = Attribute(name, spec.label, spec.description, value, absence, money)
    return found


MONEY = frozenset({"anggaran", "biaya"})
"""Fields in rupiah."""


def _readable(value: Any, choice: Pilihan | None, name: str) -> Any:
    if isinstance(value, str):
        return choice.nilai.get(value, value) if choice else value
    if isinstance(value, tuple):
        if value and isinstance(value[0], Base):
            return tuple(tuple(part for part in _attributes(item).values() if not part.absence) for item in value)
        return tuple(_readable(item, choice, name) for item in value)
    if isinstance(value, Base):
        return (tuple(part for part in _attributes(value).values() if not part.absence),)
    if isinstance(value, Mapping):
        return {str(key): _as_text(item) for key, item in value.items()}
    if isinstance(value, int) and not isinstance(value, bool) and name.startswith("tahun"):
        return str(value)
    return value


def _as_text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
