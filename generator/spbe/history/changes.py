"""Two versions of the same records: what was added, changed and removed, as far as it may be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spbe.differences.comparing import changes_between
from spbe.editions.redaction import allowed_fields
from spbe.history.version_redaction import EditionReader
from spbe.history.versions import Raw, Versions
from spbe.model.base import Kelas, fields_of
from spbe.model.penilaian import NilaiTahap
from spbe.region import Node

Action = Literal["tambah", "ubah", "hapus"]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What happened to a record in one step of the history.

    ``node`` was added, changed or removed; ``fields`` are the labels of the changed fields, as the model has them.

    ``name`` is what a record that is no longer there was called; it is empty for one that is. For values of an
    assessment (kind ``nilai``) ``count`` is the number of indicators and ``fields`` names the stages.
    """

    action: Action
    node: Node
    name: str = ""
    fields: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """What one commit changed; ``id`` is the beginning of its name."""

    id: str
    date: date
    changes: tuple[RecordChange, ...]


def compare(reader: EditionReader, before: Versions, after: Versions) -> Iterator[RecordChange]:
    """The changes from ``before`` to ``after``; each holds only versions that the reader may know of."""
    for node in sorted({*before, *after}):
        old, new = before.get(node), after.get(node)
        name = _name(reader, node, new or old or {})
        if node.kind == "nilai":
            yield from _values(node, old or {}, new or {})
        elif old is None:
            yield RecordChange("tambah", node, name)
        elif new is None:
            yield RecordChange("hapus", node, name)
        elif labels := _changed(reader, node, old, new):
            yield RecordChange("ubah", node, name, labels)


def _name(reader: EditionReader, node: Node, raw: Raw) -> str:
    if reader.sees(node):
        return ""
    model = reader.model_of(node, raw)
    name = raw.get("nama")
    told = "nama" in allowed_fields(model, reader.classes_of(node, raw))
    return " ".join(name.split()) if told and isinstance(name, str) else node.id


def _changed(reader: EditionReader, node: Node, old: Raw, new: Raw) -> tuple[str, ...]:
    """The labels of the fields that differ, in the order of the model."""
    classes = reader.classes_of(node, old) & reader.classes_of(node, new) & _classes_now(reader, node)
    models = reader.model_of(node, old), reader.model_of(node, new)
    same = {name for name in old.keys() & new.keys() if old[name] == new[name]} if models[0] is models[1] else set()
    was, now = (
        reader.told(model, {name: raw[name] for name in raw if name not in same}, classes)
        for model, raw in zip(models, (old, new), strict=True)
    )
    both = allowed_fields(models[0], classes) & allowed_fields(models[1], classes)
    changed = {change.path[0] for change in changes_between(was, now)} & both
    specs = {**fields_of(models[0]), **fields_of(models[1])}
    return tuple(spec.label for name, spec in specs.items() if name in changed)


def _classes_now(reader: EditionReader, node: Node) -> frozenset[Kelas]:
    """The classes of fields that may be seen of the record as it is now."""
    record = reader.view.region.get(node)
    if record is not None:
        return reader.view.classes_of(node, record)
    if node.kind == "jawaban":
        answer = reader.view.region.answer(node)
        return reader.view.classes_for(answer.perangkat_daerah if answer else None)
    return reader.view.audience.classes


def _values(node: Node, old: Raw, new: Raw) -> Iterator[RecordChange]:
    """Values of indicators: one change for all of them."""
    changes = list(changes_between(_by_code(old), _by_code(new)))
    stages = {change.path[1] for change in changes}
    labels = tuple(spec.label for name, spec in fields_of(NilaiTahap).items() if name in stages)
    if labels:
        action: Action = "tambah" if not old else "ubah" if new else "hapus"
        yield RecordChange(action, node, fields=labels, count=len({change.path[0] for change in changes}))


def _by_code(raw: Raw) -> Mapping[str, Mapping[str, object]]:
    """The values of each indicator by their stages."""
    return {code: values for code, values in raw.items() if isinstance(values, dict)}
