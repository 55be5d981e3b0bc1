"""Reading that remembers: of all files that a run reads, only those of new content are understood and validated."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar, cast

from spbe.model.base import Base
from spbe.model.sensitive import SensitivePart, sensitive_parts
from spbe.problems import Problem
from spbe.sources.source import Source, content_name
from spbe.yamlio.document import Document
from spbe.yamlio.guard import plain_text
from spbe.yamlio.limits import FILE_BYTES
from spbe.yamlio.parsing import content_of, understand
from spbe.yamlio.positions import Path
from spbe.yamlio.validation import validate

M = TypeVar("M", bound=Base)
T = TypeVar("T")

VERSIONS: Final = 8
"""How many contents of one file are remembered: more than a comparison needs, fewer than a day of editing makes."""


@dataclass
class _Version:
    """What was made of one content of one file."""

    made: Any
    sensitive: tuple[SensitivePart, ...]
    records: dict[tuple[Path, type[Base]], Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """What was made of a file.

    ``value`` is what a file was made into; ``None`` where there is nothing to be had, and ``problems`` say why.

    ``sensitive`` are likely secrets and personal data in its text, also where the text is not understood.
    """

    value: T | None
    problems: tuple[Problem, ...]
    sensitive: tuple[SensitivePart, ...] = ()


class DocumentReader:
    """Gives what :func:`read_document` and :func:`validate` give.

    The same content of a file gives the very same document, and the same part of it the very same record, whatever
    source it comes from. A source that knows the names of its contents is not even asked for those that were read.
    """

    def __init__(self) -> None:
        self._versions: dict[str, dict[str, _Version]] = {}

    def document(self, source: Source, path: str, file: str) -> Made[Document]:
        """The file at ``path``, to be called ``file`` in messages."""
        made = self.made(source, path, file, understand)
        found, problems = made.value or (None, made.problems)
        return Made(found, problems, made.sensitive)

    def made(self, source: Source, path: str, file: str, make: Callable[[str, bytes], T]) -> Made[T]:
        """What ``make`` makes of the content of a file, and what is sensitive in it.

        One file is always made into one thing.
        """
        name = _identity(source, path)
        known = self._versions.get(file, {}).get(name or "")
        if known is None:
            content, problems = content_of(source, path, file)
            if content is None:
                return Made(None, problems)
            name = name or content_name(content)
            known = self._versions.get(file, {}).get(name)
            if known is None:
                known = _Version(make(file, content), sensitive_parts(plain_text(content)))
                self._remember(file, name, known)
        return Made(cast("T", known.made), (), known.sensitive)

    def prepare(self, source: Source, paths: Iterable[tuple[str, str]]) -> None:
        """Lets ``source`` fetch what of ``paths``, each with what it is called in messages, was not read yet."""
        unknown = [path for path, file in paths if _identity(source, path) not in self._versions.get(file, {})]
        source.prepare(unknown, FILE_BYTES)

    def record(self, model: type[M], document: Document, path: Path) -> tuple[M | None, tuple[Problem, ...]]:
        """The part of ``document`` at ``path`` as a ``model``."""
        versions = self._versions.get(document.file, {}).values()
        version = next((one for one in versions if isinstance(one.made, tuple) and one.made[0] is document), None)
        if version is None:
            return validate(model, document, path)
        found = version.records.get((path, model))
        if found is None:
            found = version.records[path, model] = validate(model, document, path)
        return cast("tuple[M | None, tuple[Problem, ...]]", found)

    def _remember(self, file: str, name: str, version: _Version) -> None:
        versions = self._versions.setdefault(file, {})
        if len(versions) >= VERSIONS:
            del versions[next(iter(versions))]
        versions[name] = version


def _identity(source: Source, path: str) -> str | None:
    try:
        return source.identity(path)
    except OSError:  # told by whoever reads it
        return None
