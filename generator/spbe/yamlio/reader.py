"""Reading that remembers: a preview understands and validates anew only the files that changed."""

from __future__ import annotations

import pathlib
from typing import Any, TypeVar, cast

from spbe.model.base import Base
from spbe.problems import Problem
from spbe.yamlio.document import Document
from spbe.yamlio.positions import Path
from spbe.yamlio.reading import content_of, understand
from spbe.yamlio.validation import validate

M = TypeVar("M", bound=Base)
Read = tuple[Document | None, tuple[Problem, ...]]


class Reader:
    """Gives what :func:`read_document` and :func:`validate` give.

    The same bytes of a file give the very same document, and the same part of it the very same record.
    """

    def __init__(self) -> None:
        self._read: dict[str, tuple[bytes, Read]] = {}
        self._validated: dict[tuple[str, Path, type[Base]], tuple[Document, Any]] = {}

    def document(self, path: pathlib.Path, file: str) -> Read:
        """The file at ``path``, to be called ``file`` in messages."""
        content, problems = content_of(path, file)
        if content is None:
            return None, problems
        known = self._read.get(file)
        if known and known[0] == content:
            return known[1]
        found = understand(file, content)
        self._read[file] = (content, found)
        return found

    def record(self, model: type[M], document: Document, path: Path) -> tuple[M | None, tuple[Problem, ...]]:
        """The part of ``document`` at ``path`` as a ``model``."""
        place = (document.file, path, model)
        known = self._validated.get(place)
        if known and known[0] is document:
            return cast("tuple[M | None, tuple[Problem, ...]]", known[1])
        found = validate(model, document, path)
        self._validated[place] = (document, found)
        return found
