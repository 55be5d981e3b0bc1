"""One record as it was found in a file, whether or not it is right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spbe.model.base import Base
from spbe.model.references import Reference, references_in
from spbe.model.texts import TextWithin, texts_within
from spbe.model.values import TextKind
from spbe.problems import RULES, Problem
from spbe.yamlio import Document, Path


@dataclass(frozen=True)
class Entry:
    """A record as it was written, right or wrong.

    ``kind`` is that of a record, or of what a region has once, or ``penilaian``, ``jawaban``, ``nilai``.

    ``id`` is the record's id as far as it could be read, for a record of an assessment ``<penilaian>`` or
    ``<penilaian>/<kode>``; ``path`` is its place in ``document``; ``record`` is ``None`` when it has errors.
    """

    kind: str
    id: str
    model: type[Base]
    document: Document
    path: Path = ()
    record: Base | None = None

    @property
    def raw(self) -> Any:
        """The plain value of the record, as written."""
        value = self.document.value
        for step in self.path:
            value = value[step]
        return value

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference in it as written, also when it has errors."""
        return tuple(references_in(self.model, self.raw))

    @cached_property
    def texts(self) -> tuple[TextWithin, ...]:
        """Every text of the record; none when it has errors."""
        return tuple(texts_within(self.record)) if self.record is not None else ()

    @cached_property
    def attachments(self) -> tuple[TextWithin, ...]:
        """The attachments that the record names, as paths below ``content/lampiran``."""
        return tuple(one for one in self.texts if one.kind is TextKind.ATTACHMENT)

    @property
    def file(self) -> str:
        """The file that holds the record, relative to the region's root."""
        return self.document.file

    @property
    def place(self) -> str:
        """``file:line`` of the record's beginning, for messages."""
        line, _ = self.document.position(self.path)
        return f"{self.file}:{line}"

    def problem(self, rule: str, path: Path, *, of_key: bool = False, **params: object) -> Problem:
        """``rule`` broken at ``path`` inside this record."""
        line, column = self.document.position((*self.path, *path), of_key=of_key)
        return RULES[rule].at(self.file, line, column, ".".join(map(str, path)), **params)
