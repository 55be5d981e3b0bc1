"""Keys by their former names: read as the present ones, so that old data stay valid, and told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from spbe.model.base import Base, fields_of
from spbe.yamlio.document import Document
from spbe.yamlio.parts import part_of
from spbe.yamlio.positions import Path


def rename_former_keys(model: type[Base], document: Document, path: Path, raw: Any) -> None:
    """Give every former key in ``raw``, the part of ``document`` at ``path``, the present name of its field.

    The document remembers what was written. A former key beside the present one stays, and is unknown there.
    """
    if not isinstance(raw, dict):
        return
    former = _former(model)
    there = {former[key]: key for key in raw if key in former and former[key] not in raw}
    if there:
        document.former.update({(*path, name): key for name, key in there.items()})
        items = [(former[key] if there.get(former.get(key, "")) == key else key, value) for key, value in raw.items()]
        raw.clear()
        raw.update(items)
    for name, part in _parts(model).items():
        for step, value in _each(raw.get(name)):
            rename_former_keys(part, document, (*path, name, *step), value)


def _each(value: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, list):
        yield from (((number,), one) for number, one in enumerate(value))
    else:
        yield (), value


@cache
def _former(model: type[Base]) -> dict[str, str]:
    """Former key to present one."""
    return {spec.former: name for name, spec in fields_of(model).items() if spec.former}


@cache
def _parts(model: type[Base]) -> dict[str, type[Base]]:
    """The fields of ``model`` that hold models which have former keys, or hold some that have."""
    found = {name: part_of(info.annotation)[0] for name, info in model.model_fields.items()}
    parts = {name: part for name, part in found.items() if part is not None and part is not model and _renames(part)}
    return parts | ({"rencana": model} if "rencana" in model.model_fields and _former(model) else {})


def _renames(model: type[Base]) -> bool:
    return bool(_former(model) or _parts(model))
