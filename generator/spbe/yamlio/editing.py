"""Changing single values of a file that people wrote: every comment, blank line and order stays."""

from __future__ import annotations

from collections.abc import Mapping

from spbe.yamlio.document import Document
from spbe.yamlio.positions import Path
from spbe.yamlio.reading import parse


class NotEditableError(ValueError):
    """A value is written in a way that cannot be replaced in its place, for example by an alias; ``path`` names it."""

    def __init__(self, path: Path) -> None:
        super().__init__(".".join(map(str, path)))


def with_values(document: Document, values: Mapping[Path, str]) -> str:
    """The text of ``document`` with other scalars at the paths of ``values``, which are plain YAML text on one line.

    Only scalars on one line are replaced. Raises :class:`NotEditableError` for any other, and for an outcome that
    does not hold exactly what was asked.
    """
    lines = document.text.split("\n")
    for path, new in sorted(values.items(), key=lambda item: document.position(item[0]), reverse=True):
        old = _at(document.value, path)
        line, column = document.position(path)
        before, rest = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        written = old if isinstance(old, str) else ""
        forms = [form for form in (f'"{written}"', f"'{written}'", written) if written and rest.startswith(form)]
        if not forms:
            raise NotEditableError(path)
        lines[line - 1] = before + new + rest[len(forms[0]) :]
    text = "\n".join(lines)
    made, _problems = parse(document.file, text)
    for path, new in values.items():
        if made is None or _at(made.value, path) != new:
            raise NotEditableError(path)
    return text


def _at(value: object, path: Path) -> object:
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
    return value
