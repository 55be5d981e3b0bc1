"""Every place of a record that a text may be for, by its path: ``nama``, ``iku.target``, ``melindungi.data``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Final, get_args, get_origin

from pydantic.fields import FieldInfo

from spbe.model.base import Base, FieldSpec, fields_of
from spbe.model.choices import Pilihan
from spbe.model.marks import mark_of, marks_of
from spbe.model.references import RefByKind
from spbe.model.unions import Jenis
from spbe.model.values import TextKind

_PLAN: Final = "rencana"
_REST: Final = "lain"


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A place of a record.

    ``label`` and ``description`` are Indonesian, as declared; ``many``: it may hold several values; ``choice`` is the
    closed list that its values are from; ``is_address``: it holds an address of the web.
    """

    path: str
    label: str
    description: str
    many: bool
    choice: Pilihan | None
    is_address: bool


@cache
def field_places(*models: type[Base]) -> Mapping[str, FieldPlace]:
    """The places of records of any of ``models`` by path; of a path that several have, as the first declares it."""
    now = {place.path: place for model in reversed(models) for place in _places(model)}
    ordered = {path: now[path] for model in models for path in (place.path for place in _places(model))}
    coming = {f"{_PLAN}.{path}": replace(place, path=f"{_PLAN}.{path}") for path, place in ordered.items()}
    planned = any(_PLAN in fields_of(model) for model in models)
    return MappingProxyType({**ordered, **(coming if planned else {})})


def _places(model: type[Base]) -> Iterator[FieldPlace]:
    for name, spec in fields_of(model).items():
        if name in {_PLAN, _REST}:
            continue
        info = model.model_fields[name]
        part, by_kind = _part(info), mark_of(info, RefByKind)
        if part is not None:
            inner = fields_of(part).items()
            yield from (_place(f"{name}.{key}", one, part.model_fields[key]) for key, one in inner)
        elif by_kind is not None:
            yield from (replace(_place(f"{name}.{kind}", spec, info), many=True) for kind in by_kind.kinds)
        else:
            yield _place(name, spec, info)


def _place(path: str, spec: FieldSpec, info: FieldInfo) -> FieldPlace:
    fixed = mark_of(info, Jenis)
    return FieldPlace(
        path=path,
        label=spec.label,
        description=spec.description,
        many=_is_list(info.annotation),
        choice=fixed.daftar if fixed else mark_of(info, Pilihan),
        is_address=TextKind.ADDRESS in marks_of(info),
    )


def _part(info: FieldInfo) -> type[Base] | None:
    """The model of the parts that a field has a list of."""
    inner = get_args(info.annotation)
    found = inner[0] if get_origin(info.annotation) is tuple and inner else None
    return found if isinstance(found, type) and issubclass(found, Base) else None


def _is_list(annotation: Any) -> bool:
    if get_origin(annotation) is tuple:
        return True
    return any(_is_list(part) for part in get_args(annotation))
