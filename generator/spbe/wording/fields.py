"""What a record says, field by field, in words: the one place where a value becomes text that people read.

The shape of a field tells how its words may be marked up; what the words are is decided here, from the declaration of
the field alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal

from spbe.i18n import gettext
from spbe.i18n import mark as _
from spbe.model.base import Absence, Base, FieldSpec, fields_of
from spbe.model.choices import Pilihan, choices_of
from spbe.model.marks import mark_of, mark_of_items
from spbe.model.record import KEADAAN, Entri, Record
from spbe.model.references import Ref, RefByKind, direct_references
from spbe.model.values import NumberKind, Tanggal, TextKind
from spbe.region import Node, Region
from spbe.wording import formatting

HEAD: Final = frozenset(
    {"id", "nama", "uraian", "perangkat_daerah", "klasifikasi", "ditinjau", "keadaan", "sejak", "rencana"}
)
"""Fields that have their own place on a page of a record and are not listed among its attributes."""

Shape = Literal["text", "figure", "link", "list", "nodes", "parts", "mapping", "none"]

_ABSENCES: Final[Mapping[Absence, str]] = {
    "kosong": _("belum diisi"),
    "belum diketahui": _("belum diketahui"),
    "tidak ada": _("tidak ada"),
}


@dataclass(frozen=True, slots=True)
class NamedNode:
    """A record that a field refers to, and what it is called; its id where there is no such record."""

    node: Node
    name: str


@dataclass(frozen=True)
class Attribute:
    """One field of a record.

    ``value`` by ``shape``: words (``text``), which may have several paragraphs; a number, amount, date, yes or no
    in words (``figure``); a web address (``link``); a tuple of words (``list``) or of :class:`NamedNode` (``nodes``);
    a mapping of words to words (``mapping``); a tuple of parts, each a mapping of label to attribute (``parts``).
    It is ``None`` with the shape ``none``: then ``absence`` says why.
    """

    name: str
    label: str
    description: str
    shape: Shape
    value: Any = None
    absence: Absence | None = None

    @property
    def text(self) -> str:
        """The whole value in words without markup, in one line but for paragraphs that somebody wrote."""
        if self.absence is not None:
            return gettext(_ABSENCES[self.absence])
        if self.shape == "list":
            return ", ".join(self.value)
        if self.shape == "nodes":
            return ", ".join(one.name for one in self.value)
        if self.shape == "mapping":
            return "; ".join(f"{key}: {words}" for key, words in self.value.items())
        if self.shape == "parts":
            return "; ".join(map(_part_text, self.value))
        return str(self.value)


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
    own_first = sorted(fields_of(type(record)), key=lambda name: name in Entri.model_fields)
    for name in own_first:
        absence = record.absence(name)
        if name in names and absence != "kosong" and (absence is not None or name not in relations):
            told.append(attribute_of(region, record, name))
    return tuple(told)


def changes_of(region: Region, record: Base) -> tuple[tuple[Attribute, Attribute], ...]:
    """Now and then, for each field that the record's own plan changes; nothing where it has no plan."""
    if not isinstance(record, Record) or record.rencana is None:
        return ()
    plan = record.rencana
    return tuple(
        (attribute_of(region, record, name), attribute_of(region, plan, name)) for name in record.planned_fields()
    )


def attribute_of(region: Region, record: Base, name: str) -> Attribute:
    """The field ``name`` of ``record``, which may be a part of one, in words; ``region`` knows what it refers to.

    Of a coming version all is told that the record has: which of it was written is asked of ``planned_fields``.
    """
    declared = _declared(type(record))[name]
    spec = declared.spec
    absence = record.absence(name)
    shape: Shape
    value: Any
    shape, value = ("none", None) if absence else _said(region, declared, getattr(record, name))
    if shape == "parts" and not any(value):  # a part in which nothing is written
        shape, value, absence = "none", None, "kosong"
    return Attribute(name, spec.label, spec.description, shape, value, absence)


def words_of(region: Region, model: type[Base], name: str, value: Any) -> str:
    """``value``, which stands in the field ``name`` of a ``model``, or an item of it, in one line of words.

    It is as :func:`attribute_of` says it, also of a value that no record holds any more. A part of a list is such a
    value; ids of a field that names records of several kinds are not, for they do not say which.
    """
    declared = _declared(model)[name]
    if isinstance(declared.reference, Ref):
        return ", ".join(one.name for one in _named(region, declared.reference, value))
    return _line(region, declared, value)


def label_of(record: Base, name: str) -> str | None:
    """The label of the code in ``name``, a field with a closed list, or of several joined by commas.

    ``None`` where there is no code, or ``record`` has no such field.
    """
    choice, written = choices_of(type(record)).get(name), getattr(record, name, None)
    if choice is None or not written:
        return None
    return ", ".join(gettext(choice.label(code)) for code in ((written,) if isinstance(written, str) else written))


def state_word(code: str) -> str:
    """The state ``code`` as it stands in brackets after a name: ``rencana``, ``dihentikan``."""
    return gettext(KEADAAN.label(code)).lower()


def words_or_none(record: Base, name: str) -> str | None:
    """The text in ``name``, or that there is known to be none; ``None`` where nobody knows."""
    written: str | None = getattr(record, name)
    return written or (gettext(_ABSENCES["tidak ada"]) if record.absence(name) == "tidak ada" else None)


@dataclass(frozen=True, slots=True)
class _Declared:
    """All that decides the words of a field's value; of a mapping ``items`` is what its values count."""

    spec: FieldSpec
    choice: Pilihan | None
    reference: Ref | RefByKind | None
    words: TextKind
    number: NumberKind
    items: NumberKind


@cache
def _declared(model: type[Base]) -> Mapping[str, _Declared]:
    choices, references, infos = choices_of(model), direct_references(model), model.model_fields
    return {
        name: _Declared(
            spec,
            choices.get(name),
            references.get(name),
            mark_of(infos[name], TextKind) or TextKind.WORDS,
            mark_of(infos[name], NumberKind) or NumberKind.COUNT,
            mark_of_items(infos[name], NumberKind) or NumberKind.COUNT,
        )
        for name, spec in fields_of(model).items()
    }


def _said(region: Region, declared: _Declared, value: Any) -> tuple[Shape, Any]:
    """The shape of ``value``, and its words in that shape."""
    if declared.reference is not None:
        return "nodes", _named(region, declared.reference, value)
    if isinstance(value, Mapping):
        return "mapping", _items(region, declared, value)
    if isinstance(value, Base):
        return "parts", (_part(region, value),)
    if isinstance(value, tuple):
        if value and isinstance(value[0], Base):
            return "parts", tuple(_part(region, item) for item in value)
        return "list", tuple(_word(region, declared, item) for item in value)
    word = _word(region, declared, value)
    if isinstance(value, str):
        return ("link" if declared.words is TextKind.ADDRESS else "text"), word
    return ("text" if declared.number is NumberKind.YEAR else "figure"), word  # a year is a name, not a quantity


def _word(region: Region, declared: _Declared, value: Any) -> str:
    """One text, number, date, yes or no in words."""
    if isinstance(value, bool):
        return gettext(_("Ya")) if value else gettext(_("Tidak"))
    if isinstance(value, int) and declared.number is not NumberKind.COUNT:
        return formatting.rupiah(value) if declared.number is NumberKind.MONEY else str(value)
    if isinstance(value, int | Fraction):
        return formatting.number(value)
    if isinstance(value, Tanggal):
        return formatting.day(value)
    text = str(value)
    if declared.choice is not None and text in declared.choice.nilai:
        return gettext(declared.choice.label(text))
    if declared.words is TextKind.CODE_OR_WORDS and text in region.reference.nodes:
        return f"{text} {region.reference.nodes[text].nama}"
    return text


def _items(region: Region, declared: _Declared, value: Mapping[Any, Any]) -> dict[str, str]:
    within = replace(declared, number=declared.items)
    return {_word(region, declared, key): _line(region, within, item) for key, item in value.items()}


def _line(region: Region, declared: _Declared, value: Any) -> str:
    """What stands at one key of a mapping, in one line."""
    if isinstance(value, tuple):
        return ", ".join(_line(region, declared, item) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {words}" for key, words in _items(region, declared, value).items())
    return _part_text(_part(region, value)) if isinstance(value, Base) else _word(region, declared, value)


def _part(region: Region, part: Base) -> dict[str, Attribute]:
    names = part.changed_fields() if isinstance(part, Record) else fields_of(type(part))
    told = (attribute_of(region, part, name) for name in names if part.absence(name) != "kosong")
    return {attribute.label: attribute for attribute in told}


def _part_text(part: Mapping[str, Attribute]) -> str:
    return ", ".join(f"{gettext(label)}: {attribute.text}" for label, attribute in part.items())


def _named(region: Region, marker: Ref | RefByKind, written: Any) -> tuple[NamedNode, ...]:
    if isinstance(marker, RefByKind):
        nodes = [Node(kind, name) for kind, names in written.items() for name in names]
    else:
        nodes = [Node(marker.kind, name) for name in ((written,) if isinstance(written, str) else written)]
    return tuple(NamedNode(node, region.name(node)) for node in map(region.present, nodes))
