"""What a record says, field by field, ready to be read by people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from spbe.catalogue.neighbours import Neighbour
from spbe.i18n import gettext
from spbe.model.base import Absence, Base, fields_of
from spbe.model.choices import Pilihan, choices_of
from spbe.model.record import Entri, Record
from spbe.model.references import Ref, RefByKind, direct_references
from spbe.model.values import Tanggal
from spbe.region import Node, Region

HEAD = frozenset({"id", "nama", "uraian", "perangkat_daerah", "klasifikasi", "ditinjau", "keadaan", "sejak", "rencana"})
"""Fields that have their own place on a page of a record and are not listed among its attributes."""


@dataclass(frozen=True)
class Attribute:
    """One field of a record.

    ``value`` is one of: text, a number (``int`` or ``Fraction``), a ``Tanggal``, ``True``/``False``, a tuple of
    texts or of neighbours, a mapping of text to text, or a tuple of parts, each a mapping of label to attribute. Codes
    of closed lists are already labels. ``absence`` says why there is no value.
    """

    name: str
    label: str
    description: str
    value: Any = None
    absence: Absence | None = None
    money: bool = False

    @property
    def shape(self) -> str:
        """One of text, link, list, nodes, parts, mapping, number, date, yes-no."""
        if isinstance(self.value, bool):
            return "yes-no"
        if isinstance(self.value, int | Fraction):
            return "number"
        if isinstance(self.value, Tanggal):
            return "date"
        if isinstance(self.value, Mapping):
            return "mapping"
        if isinstance(self.value, tuple):
            first = self.value[0] if self.value else None
            return "nodes" if isinstance(first, Neighbour) else "parts" if isinstance(first, Mapping) else "list"
        return "link" if self.name in LINKS and isinstance(self.value, str) else "text"


LINKS = frozenset({"tautan", "situs"})
"""Fields whose text is a checked web address."""


def describe(
    region: Region, record: Base, visible: Iterable[str], skip: frozenset[str] = HEAD
) -> tuple[Attribute, ...]:
    """The fields of ``record`` that say something, among ``visible`` and not in ``skip``.

    What the kind itself declares comes before what all records share. References to records are left to the
    relations, except that a reference field known to be empty is told.
    """
    names = set(visible) - skip
    relations = direct_references(type(record))
    told: list[Attribute] = []
    own_first = sorted(_attributes(region, record).items(), key=lambda item: item[0] in Entri.model_fields)
    for name, attribute in own_first:
        if name not in names or attribute.absence == "kosong":
            continue
        if attribute.absence is not None or name not in relations:
            told.append(attribute)
    return tuple(told)


def changes_of(region: Region, record: Base) -> tuple[tuple[Attribute, Attribute], ...]:
    """Now and then, for each field that the record's own plan changes; nothing where it has no plan."""
    if not isinstance(record, Record) or record.rencana is None:
        return ()
    now, then = _attributes(region, record), _attributes(region, record.rencana)
    return tuple((now[name], then[name]) for name in record.planned_fields())


def _attributes(region: Region, record: Base) -> dict[str, Attribute]:
    choices = choices_of(type(record))
    relations = direct_references(type(record))
    found: dict[str, Attribute] = {}
    for name, spec in fields_of(type(record)).items():
        absence = record.absence(name)
        value = None
        if not absence:
            written = getattr(record, name)
            marker = relations.get(name)
            value = (
                _neighbours(region, marker, written) if marker else _readable(region, written, choices.get(name), name)
            )
        money = spec.name in MONEY
        found[name] = Attribute(name, spec.label, spec.description, value, absence, money)
    return found


MONEY = frozenset({"anggaran", "biaya"})
"""Fields in rupiah."""


CODED = frozenset({"urusan"})
"""Fields whose text may be a code of the reference architecture, which is told with its name."""


def _readable(region: Region, value: Any, choice: Pilihan | None, name: str) -> Any:
    if isinstance(value, str):
        if name in CODED and value in region.reference.nodes:
            return f"{value} {region.reference.nodes[value].nama}"
        return gettext(choice.nilai[value]) if choice and value in choice.nilai else value
    if isinstance(value, tuple):
        if value and isinstance(value[0], Base):
            return tuple(_part(region, item) for item in value)
        return tuple(_readable(region, item, choice, name) for item in value)
    if isinstance(value, Base):
        return (_part(region, value),)
    if isinstance(value, Mapping):
        return {str(key): _as_text(item) for key, item in value.items()}
    if isinstance(value, int) and not isinstance(value, bool) and name.startswith("tahun"):
        return str(value)
    return value


def _part(region: Region, part: Base) -> dict[str, Attribute]:
    return {
        attribute.label: attribute for attribute in _attributes(region, part).values() if attribute.absence != "kosong"
    }


def _neighbours(region: Region, marker: Ref | RefByKind, written: Any) -> tuple[Neighbour, ...]:
    if isinstance(marker, RefByKind):
        nodes = [Node(kind, name) for kind, names in written.items() for name in names]
    else:
        nodes = [Node(marker.kind, name) for name in ((written,) if isinstance(written, str) else written)]
    return tuple(Neighbour(node, region.name(node)) for node in nodes)


def _as_text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
