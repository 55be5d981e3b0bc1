"""References between records: what a field may point to, and how the relation is called from either end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from spbe.model.base import Base, absence_word
from spbe.model.identifiers import Id
from spbe.model.values import Daftar


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks an id as a reference to a record of ``kind``.

    ``forward`` names the relation on the page of the record that holds the field,
    ``inverse`` on the page of the record it points to.
    """

    kind: str
    forward: str
    inverse: str


@dataclass(frozen=True, slots=True)
class RefByKind:
    """Marks a mapping ``{kind: [ids]}`` as references to records of several kinds."""

    kinds: tuple[str, ...]
    forward: str
    inverse: str

    def _shape(self, raw: Any) -> dict[str, Any]:
        if not isinstance(raw, dict):
            raise PydanticCustomError("rujukan-per-jenis", "mapping of kinds expected", {"jenis": list(self.kinds)})
        for key in raw:
            if key not in self.kinds:
                raise PydanticCustomError(
                    "rujukan-jenis", "unknown kind", {"jenis": list(self.kinds), "tulisan": str(key)}
                )
        return {key: ids for key, ids in raw.items() if ids and not (isinstance(ids, str) and absence_word(ids))}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        ids = core_schema.typed_dict_field(handler.generate_schema(Daftar[Id]), required=False)
        return core_schema.no_info_before_validator_function(
            self._shape, core_schema.typed_dict_schema(dict.fromkeys(self.kinds, ids))
        )

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: Any) -> dict[str, Any]:
        ids = {"type": ["array", "string"], "items": {"type": "string"}}
        return {"type": "object", "properties": dict.fromkeys(self.kinds, ids), "additionalProperties": False}


class Reference(NamedTuple):
    """One reference as written: where it stands inside its record, and what it points to.

    ``path`` is a path of keys and list positions; ``field`` its first key; ``planned`` is true inside ``rencana``.
    """

    path: tuple[str | int, ...]
    kind: str
    id: str
    forward: str
    inverse: str
    planned: bool = False

    @property
    def field(self) -> str:
        """The key of the record under which the reference stands."""
        return str(self.path[1] if self.planned and len(self.path) > 1 else self.path[0])


def references_in(model: type[Base], given: Any) -> Iterator[Reference]:
    """Every reference in ``given``: a record of ``model``, or the raw mapping of one, also when it has errors.

    Anything that is not in the shape of a reference is passed over: the model reports it.
    """
    yield from _walk(model, given, (), planned=False)


def _walk(model: type[Base], given: Any, path: tuple[str | int, ...], *, planned: bool) -> Iterator[Reference]:
    if not isinstance(given, dict | Base):
        return
    for name, marker in _plan(model):
        value = given.get(name) if isinstance(given, dict) else getattr(given, name)
        if not value:
            continue
        here = (*path, name)
        if isinstance(marker, Ref):
            for at, text in _texts(value, here):
                yield Reference(at, marker.kind, text, marker.forward, marker.inverse, planned)
        elif isinstance(marker, RefByKind):
            for kind, ids in value.items() if isinstance(value, dict) else ():
                if kind in marker.kinds:
                    for at, text in _texts(ids, (*here, kind)):
                        yield Reference(at, kind, text, marker.forward, marker.inverse, planned)
        elif isinstance(value, list | tuple):
            for position, item in enumerate(value):
                yield from _walk(marker, item, (*here, position), planned=planned)
        else:
            yield from _walk(marker, value, here, planned=planned or name == "rencana")


def _texts(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        if value.strip() and not absence_word(value):
            yield path, value.strip()
    elif isinstance(value, list | tuple):
        for position, item in enumerate(value):
            if isinstance(item, str) and item.strip():
                yield (*path, position), item.strip()


@cache
def _plan(model: type[Base]) -> tuple[tuple[str, Ref | RefByKind | type[Base]], ...]:
    steps: list[tuple[str, Ref | RefByKind | type[Base]]] = []
    for name, info in model.model_fields.items():
        if name == "rencana":  # a record's coming version has the fields of the record itself
            steps.append((name, model))
            continue
        marker: Ref | RefByKind | type[Base] | None
        marker = next((m for m in info.metadata if isinstance(m, Ref | RefByKind)), None)
        marker = marker or _find(info.annotation)
        if marker is not None:
            steps.append((name, marker))
    return tuple(steps)


def _find(annotation: Any) -> Ref | RefByKind | type[Base] | None:
    if isinstance(annotation, type) and issubclass(annotation, Base):
        return annotation
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        for marker in metadata:
            if isinstance(marker, Ref | RefByKind):
                return marker
        return _find(inner)
    for argument in get_args(annotation):
        found = _find(argument)
        if found is not None:
            return found
    return None


def direct_references(model: type[Base]) -> dict[str, Ref | RefByKind]:
    """The fields of ``model`` that hold references themselves, not in a part of theirs."""
    return {name: marker for name, marker in _plan(model) if isinstance(marker, Ref | RefByKind)}


@dataclass(frozen=True, slots=True)
class RelationSpec:
    """A kind of relation that a model declares: ``field`` of ``model`` points to one of ``kinds``."""

    field: str
    kinds: tuple[str, ...]
    forward: str
    inverse: str


@cache
def relations_of(model: type[Base]) -> tuple[RelationSpec, ...]:
    """The relations that ``model`` declares directly or in its parts, without those of its ``rencana``."""
    found: list[RelationSpec] = []
    for name, marker in _plan(model):
        if name == "rencana":
            continue
        if isinstance(marker, Ref):
            found.append(RelationSpec(name, (marker.kind,), marker.forward, marker.inverse))
        elif isinstance(marker, RefByKind):
            found.append(RelationSpec(name, marker.kinds, marker.forward, marker.inverse))
        else:
            found += [RelationSpec(name, one.kinds, one.forward, one.inverse) for one in relations_of(marker)]
    return tuple(found)
