"""The JSON Schema of values as they are written here, from the annotations of the model.

It differs from the schema for editors (:mod:`spbe.yamlio.jsonschema`) as writing differs from reading: there is one
form of every value, numbers that came from decimals are texts, and what has no value is ``null`` or empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from types import NoneType
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic import WithJsonSchema

from spbe.exchange.tables import Schema
from spbe.i18n import gettext
from spbe.i18n import mark as _
from spbe.model.base import Base, FieldSpec, Kelas, fields_of
from spbe.model.choices import Pilihan
from spbe.model.references import RefByKind
from spbe.model.unions import Jenis
from spbe.model.values import Tanggal

DECIMAL: Final = r"^[0-9]+(\.[0-9]+)?$"
DATE: Final = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
ABSENT: Final = "tanpa_nilai"
"""The key under which an object tells why fields of it have no value."""

_NULL: Final[Schema] = {"type": "null"}
_WHY: Final = _("Isian yang tidak bernilai beserta sebabnya; isian kosong yang tidak disebut di sini belum ditanyakan.")


def described(shape: Schema, title: str, description: str) -> Schema:
    """``shape`` with its title and description first."""
    return {"title": title, "description": description, **shape}


def nullable(shape: Schema) -> Schema:
    """``shape``, or no value."""
    if isinstance(shape.get("type"), str):
        return {**shape, "type": [shape["type"], "null"]}
    return {"anyOf": [shape, {"type": "null"}]}


def absence_shape() -> Schema:
    """Why fields have no value: name of the field to the words that people write."""
    words = {"enum": ["belum diketahui", "tidak ada"]}
    return {"description": gettext(_WHY), "type": "object", "additionalProperties": words}


def _shape_of(model: type[Base], name: str, classes: frozenset[Kelas]) -> Schema:
    """The schema of the field ``name`` of ``model`` as readers of ``classes`` get it, when it has a value.

    Not for ``rencana``, whose type is the record itself: see :func:`_plan_shape`.
    """
    info = model.model_fields[name]
    return _of(info.annotation, tuple(info.metadata), classes)


def object_shape(model: type[Base], classes: frozenset[Kelas]) -> Schema:
    """The schema of a part of a record: only fields that have a value are written."""
    needed = [name for name, spec in fields_of(model).items() if spec.required and spec.kelas in classes]
    made = _object([model], classes)
    return {**made, "required": needed} if needed else made


def _plan_shape(models: Sequence[type[Base]], classes: frozenset[Kelas]) -> Schema:
    """The schema of the coming version of a record of one of ``models``: only what changes is written."""
    return _object(models, classes, skip=frozenset({"id", "dahulu", "rencana"}))


def fields_among(
    models: Sequence[type[Base]], classes: frozenset[Kelas], skip: frozenset[str] = frozenset()
) -> dict[str, tuple[FieldSpec, Schema]]:
    """The fields of ``models`` that readers of ``classes`` may see: what is declared first, and one schema for all."""
    having: dict[str, list[type[Base]]] = {}
    for model in models:
        for name, spec in fields_of(model).items():
            if spec.kelas in classes and name not in skip:
                having.setdefault(name, []).append(model)
    return {
        name: (
            fields_of(found[0])[name],
            _plan_shape(found, classes)
            if name == "rencana"
            else _any([_shape_of(one, name, classes) for one in found]),
        )
        for name, found in having.items()
    }


def _any(shapes: Sequence[Schema]) -> Schema:
    """One schema for what the classes of a union declare differently; ``null`` is added by whoever allows it."""
    distinct: list[Schema] = []
    for shape in shapes:
        if shape not in distinct and shape != _NULL:
            distinct.append(shape)
    return distinct[0] if len(distinct) == 1 else {"anyOf": distinct}


def _object(models: Sequence[type[Base]], classes: frozenset[Kelas], skip: frozenset[str] = frozenset()) -> Schema:
    properties = {
        name: described(shape, gettext(spec.label), gettext(spec.description))
        for name, (spec, shape) in fields_among(models, classes, skip).items()
    }
    properties[ABSENT] = absence_shape()
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _of(annotation: Any, marks: tuple[Any, ...], classes: frozenset[Kelas]) -> Schema:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _of(inner, (*marks, *more), classes)
    options = [part for part in get_args(annotation) if part is not NoneType]
    if NoneType in get_args(annotation):
        return _of(options[0], marks, classes)
    if get_origin(annotation) is tuple:
        return {"type": "array", "items": _of(options[0], (), classes)}
    if get_origin(annotation) is dict:
        return _mapping(options[1], marks, classes)
    if isinstance(annotation, type) and issubclass(annotation, Base):
        return object_shape(annotation, classes)
    fixed = next((mark for mark in marks if isinstance(mark, Jenis)), None)
    if fixed is not None:
        return _const(fixed.daftar, fixed.kode) if fixed.kode else _NULL
    choice = next((mark for mark in marks if isinstance(mark, Pilihan)), None)
    if choice is not None:
        return {"oneOf": [_const(choice, code) for code in choice.nilai]}
    return _scalar(annotation, marks)


def _const(choice: Pilihan, code: str) -> Schema:
    return {"const": code, "title": gettext(choice.label(code))}


def _mapping(values: Any, marks: tuple[Any, ...], classes: frozenset[Kelas]) -> Schema:
    by_kind = next((mark for mark in marks if isinstance(mark, RefByKind)), None)
    inner = _of(values, (), classes)
    if by_kind is None:
        return {"type": "object", "additionalProperties": inner}
    return {"type": "object", "properties": dict.fromkeys(by_kind.kinds, inner), "additionalProperties": False}


def _scalar(annotation: Any, marks: tuple[Any, ...]) -> Schema:
    if get_origin(annotation) is Literal:
        return {"enum": list(get_args(annotation))}
    known: dict[Any, Schema] = {
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        Fraction: {"type": "string", "pattern": DECIMAL},
        Tanggal: {"type": "string", "pattern": DATE},
    }
    if annotation in known:
        return known[annotation]
    if annotation is not str:
        raise TypeError(f"{annotation}: no schema for this type")
    said = next((mark.json_schema for mark in marks if isinstance(mark, WithJsonSchema)), None) or {}
    return {"type": "string", **({"pattern": said["pattern"]} if "pattern" in said else {})}
