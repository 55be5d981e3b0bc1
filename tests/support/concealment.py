"""Hidden things of every kind, related in every direction, made by looking at the model itself.

A *world* is a region in memory with one open record for every class of the model. Everything here adds to it what some
readers may not see; for them the world must stay what it was. A new kind, field or relation is tried as soon as it is
declared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import chain
from types import NoneType
from typing import Any, get_args

from spbe.editions import Audience, Edition, EditionName, redact
from spbe.model.base import Base, fields_of
from spbe.model.choices import choices_of
from spbe.model.instrumen import Instrumen
from spbe.model.kinds import KINDS
from spbe.model.record import Entri, Record
from spbe.model.references import Ref, RefByKind, direct_references
from spbe.region import Node, Region
from spbe.region.region import former_ids, relations_between
from spbe.scoring.outcomes import outcomes
from spbe.standards.reference import ReferenceArchitecture
from support.canaries import accepts, bases, text_value

Raw = dict[str, Any]
Raws = Mapping[Node, Raw]

OWN, OTHER = "kantor-sendiri", "kantor-lain"
"""The office of the ``opd`` edition, and another one."""

READERS: tuple[tuple[EditionName, str | None], ...] = (("publik", None), ("opd", OWN))


INDICATOR = "permenpanrb-59-2020/I21"


@dataclass(frozen=True)
class Sort:
    """One class of the model: its kind, its code of ``jenis`` if it has one, and the keys that a record must have."""

    slug: str
    model: type[Base]
    base: Raw

    @property
    def code(self) -> str:
        """The code of ``jenis``, as a part of ids."""
        return str(self.base.get("jenis", "umum"))

    def node(self, prefix: str) -> Node:
        """The record of this sort whose id begins with ``prefix``."""
        return Node(self.slug, f"{prefix}-{self.code}")

    def record(self, node: Node, **fields: Any) -> Raw:
        """A record of this sort."""
        return {**self.base, "id": node.id, "nama": f"Nama {node.id}", **fields}


SORTS = tuple(Sort(slug, model, base) for slug, model, base in bases())
BY_KIND = {slug: next(sort for sort in SORTS if sort.slug == slug) for slug in KINDS}


def open_raws() -> dict[Node, Raw]:
    """One open record of every sort, which names nothing, and the two offices."""
    made = {sort.node("buka"): sort.record(sort.node("buka")) for sort in SORTS}
    for office in (OWN, OTHER):
        node = Node("perangkat-daerah", office)
        made[node] = BY_KIND["perangkat-daerah"].record(node)
    return made


def hidden_raws(klasifikasi: str) -> dict[Node, Raw]:
    """A hidden record of every kind, for open ones to name."""
    return {
        sort.node(klasifikasi): sort.record(sort.node(klasifikasi), klasifikasi=klasifikasi)
        for sort in BY_KIND.values()
    }


def reference_fields(model: type[Base], prefix: str) -> Iterator[tuple[str, Any]]:
    """Every field of ``model`` that names records, itself or in its parts, naming those whose ids begin so."""

    def node(kind: str) -> str:
        return BY_KIND[kind].node(prefix).id

    for name, marker in direct_references(model).items():
        if isinstance(marker, RefByKind):
            for kind in marker.kinds:
                yield name, {kind: [node(kind)]}
        else:
            yield name, [node(marker.kind)] if _is_list(model, name) else node(marker.kind)
    for name, part in parts_of(model):
        held = direct_references(part)
        needed = {
            inner: node(marker.kind)
            for inner, marker in held.items()
            if isinstance(marker, Ref) and part.model_fields[inner].is_required()
        }
        if needed:
            yield name, [needed]


def parts_of(model: type[Base]) -> Iterator[tuple[str, type[Base]]]:
    """The fields of ``model`` that hold lists of parts."""
    for name, info in model.model_fields.items():
        inner = [part for part in get_args(info.annotation) if isinstance(part, type) and issubclass(part, Base)]
        if inner and not issubclass(inner[0], Record):
            yield name, inner[0]


def _is_list(model: type[Base], name: str) -> bool:
    return model.model_fields[name].default == ()


def unseen_fields(sort: Sort, edition: EditionName, owner: str | None) -> Iterator[tuple[str, Any]]:
    """Every field of ``sort`` that ``edition`` does not show of what ``owner`` owns, with a value that it takes."""
    shown = {"publik"} | ({"opd"} if edition == "opd" and owner == OWN else set())
    references = dict(reference_fields(sort.model, "buka"))
    for name, spec in fields_of(sort.model).items():
        if spec.kelas not in shown:
            value = references.get(name) or value_of(sort.model, sort.base, name)
            assert value is not None, f"{sort.slug}: no value found for {name}"
            yield name, value


def value_of(model: type[Base], base: Raw, name: str) -> Any:
    """Something that the field ``name`` takes."""
    text = text_value(model, base, name, "Kata rahasia", "rahasia")
    choice = choices_of(model).get(name)
    candidates = (text, *(choice.nilai if choice else ()), "3", "2024-05-01", "ya", "8 GB", INDICATOR)
    return next((one for one in candidates if one is not None and accepts(model, base, name, one)), None)


def world(within: Region, raws: Raws, **more: Any) -> Region:
    """The region ``within`` with the records ``raws`` and none other; ``more`` replaces its other parts."""
    models = {sort.node("x"): sort.model for sort in SORTS}
    records: dict[str, dict[str, Entri]] = {slug: {} for slug in KINDS}
    for node, raw in sorted(raws.items()):
        made = _read(models[Node(node.kind, f"x-{raw.get('jenis', 'umum')}")], json.dumps(raw))
        assert isinstance(made, Entri)
        records[node.kind][node.id] = made
    made = replace(within, records=records, renamed=former_ids(records), files=dict.fromkeys(raws, "f"), **more)
    return replace(made, relations=relations_between(records, made.assessments, made.teams, made.renamed))


@cache
def _read(model: type[Base], raw: str) -> Base:
    return model.model_validate(json.loads(raw))


@dataclass(frozen=True, eq=False)
class Seen:
    """All that readers may see of a region; equal to another only if no bit of it differs."""

    parts: tuple[Any, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Seen) and alike(self.parts, other.parts)

    __hash__ = None  # type: ignore[assignment]


def seen(region: Region, edition: EditionName, opd: str | None) -> Seen:
    """All that readers may see of ``region``, every bit of it, with its order and with what was written at all."""
    return seen_in(view_of(region, edition, opd))


def seen_in(view: Edition) -> Seen:
    """All of ``view``."""
    return Seen((*(getattr(view.region, name) for name in Region.__dataclass_fields__), view.outcomes))


def view_of(region: Region, edition: EditionName, opd: str | None) -> Edition:
    """What readers may see of ``region``."""
    return redact(region, outcomes(region), Audience(edition, opd))


_LEAVES = frozenset({str, int, bool, NoneType, Fraction, date})


def alike(one: Any, other: Any) -> bool:
    """Whether nothing in one differs from the other, be it an order or what was left out: as :func:`told`, but fast.

    Most of two worlds is the very same object.
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind in _LEAVES:
        return bool(one == other)
    if issubclass(kind, Instrumen | ReferenceArchitecture):
        return False
    if issubclass(kind, Base):
        return (
            one.model_fields_set == other.model_fields_set
            and list(one._absent.items()) == list(other._absent.items())
            and all(alike(getattr(one, name), getattr(other, name)) for name in kind.model_fields)
        )
    if issubclass(kind, Mapping):
        return len(one) == len(other) and all(map(alike, _pairs(one), _pairs(other)))
    if hasattr(kind, "__dataclass_fields__"):
        return all(alike(getattr(one, name), getattr(other, name)) for name in kind.__dataclass_fields__)
    if issubclass(kind, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return told(one) == told(other)


def _pairs(mapping: Mapping[Any, Any]) -> Iterator[Any]:
    return chain.from_iterable(mapping.items())


def told(value: Any) -> str:
    """``value`` as a text that is the same only if nothing in it differs, be it an order or what was left out."""
    if type(value) in _LEAVES:  # nine values in ten; the questions below are slow
        return repr(value)
    if isinstance(value, Instrumen | ReferenceArchitecture):
        return f"{type(value).__name__} {id(value)}"  # large, and always the very same
    if isinstance(value, Base):
        fields = {name: told(getattr(value, name)) for name in type(value).model_fields}
        return f"{type(value).__name__}{fields}{sorted(value.model_fields_set)}{value._absent}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{told(key)}: {told(item)}" for key, item in value.items()) + "}"
    if hasattr(type(value), "__dataclass_fields__"):
        return type(value).__name__ + told({name: getattr(value, name) for name in type(value).__dataclass_fields__})
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(told, value)) + "]"
    if isinstance(value, set | frozenset):
        return told(sorted(map(told, value)))
    return repr(value)
