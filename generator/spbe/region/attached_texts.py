"""Texts among the files that are published as they are, searched for secrets and personal data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from spbe.model.sensitive import SensitivePart, sensitive_parts
from spbe.sources.source import Source
from spbe.yamlio import DocumentReader
from spbe.yamlio.guard import plain_text

_NO_TEXTS: Final = frozenset(
    f".{ending}"
    for group in (
        ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "doc", "xls", "ppt", "zip", "gz", "7z", "rar", "tar"),
        ("png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "tif", "tiff", "mp3", "mp4", "webm", "ogg", "wav"),
        ("woff", "woff2", "ttf", "otf", "shp", "dbf", "gpkg", "mdb", "p7s"),
    )
    for ending in group
)
"""Endings of files that no editor of texts opens."""


def may_be_text(path: PurePosixPath) -> bool:
    """Whether the file at ``path`` is looked into."""
    return path.suffix.lower() not in _NO_TEXTS


def sensitive_attachments(
    source: Source, reader: DocumentReader, files: Mapping[str, PurePosixPath]
) -> dict[str, tuple[SensitivePart, ...]]:
    """What is sensitive in each text among ``files`` (what they are called in messages to their paths)."""
    found: dict[str, tuple[SensitivePart, ...]] = {}
    large: dict[str, str] = {}
    for name, path in files.items():
        if may_be_text(path):
            made = reader.made(source, str(path), name, _nothing)
            found[name] = made.sensitive
            large |= {str(path): name} if made.problems else {}
    for place, pieces in source.stream(large) if large else ():
        found[large[place]] = tuple(_parts(pieces))
    return {name: parts for name, parts in found.items() if parts}


def _nothing(file: str, content: bytes) -> None:
    """An attachment is not understood, only searched."""


def _parts(pieces: Iterator[bytes]) -> Iterator[SensitivePart]:
    """The parts of a text that comes in ``pieces``, which are cut anew between its lines."""
    lines = start = 0
    rest = b""
    try:
        for piece in pieces:
            whole, newline, rest = (rest + piece).rpartition(b"\n")
            text = plain_text(whole + newline)
            if not lines and not text and whole:
                return
            yield from _moved(text, lines, start)
            lines, start = lines + text.count("\n"), start + len(text)
    except OSError:  # told by whoever copies it
        return
    yield from _moved(plain_text(rest), lines, start)


def _moved(text: str, lines: int, start: int) -> Iterator[SensitivePart]:
    for part in sensitive_parts(text):
        yield replace(part, line=part.line + lines, start=part.start + start, end=part.end + start)
