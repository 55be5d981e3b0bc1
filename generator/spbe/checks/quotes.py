"""Quotes that a word processor bent are no quotes of YAML: they become part of the value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from spbe.checks.check_context import Context
from spbe.problems import Problem
from spbe.yamlio import Path
from spbe.yamlio.validation import shorten

_MARK: Final = r"[\u2018-\u201f\xab\xbb]"
_BENT: Final = re.compile(rf"\s*{_MARK}(?:(?!{_MARK}).)*{_MARK}\s*", re.DOTALL)


def around_values(context: Context) -> Iterator[Problem]:
    """Rule ``petik-melengkung``, in records that are otherwise right: elsewhere the value itself is refused."""
    for entry in context.reading.entries:
        if entry.record is not None and not entry.document.text.isascii():
            for path, text in _texts(entry.raw):
                if _BENT.fullmatch(text):
                    yield entry.problem("petik-melengkung", path, tulisan=shorten(text))


def _texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*path, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _texts(one, (*path, number))


CHECKS = (around_values,)
