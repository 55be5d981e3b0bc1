"""A change of a region's files as a value: looked at first, written afterwards, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from spbe.sources.folder import source_of
from spbe.sources.laid_over import LaidOver
from spbe.sources.source import Source
from spbe.sources.storing import store
from spbe.yamlio.limits import FILE_BYTES


@dataclass(frozen=True)
class Change:
    """New content by path, ``None`` for what shall go; paths are below the region's root, with forward slashes.

    ``origin`` says in words where it comes from. ``before`` is what it was made from, by path, ``None`` for nothing;
    it may name files that stay as they are.
    """

    origin: str
    files: Mapping[str, bytes | None]
    before: Mapping[str, bytes | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("files", "before"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def over(self, source: Path | Source) -> Source:
        """``source``, or the folder of that path, as it would be with this change; raises as ``LaidOver`` does."""
        return LaidOver(source_of(source), self.files)

    def write(self, root: Path) -> None:
        """Make it true below ``root``, all or nothing; raises as :func:`spbe.sources.storing.store` does.

        Refused when a file is no longer what the change was made from.
        """
        store(root, self.files, self.before)


def of_new_files(origin: str, files: Mapping[str, str | bytes]) -> Change:
    """The change that adds ``files``, none of which may be there."""
    contents = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    return Change(origin, contents, dict.fromkeys(contents))


def of_edits(origin: str, source: Path | Source, edits: Mapping[str, Callable[[str], str]]) -> Change:
    """The change that lets the file at each path of ``edits`` say what its edit makes of its text.

    Files whose edit changes nothing are no part of it, but must still be what they were when it is written. Raises
    :class:`OSError` for a file that cannot be read, :class:`UnicodeDecodeError` for one that is no text, and what an
    edit raises.
    """
    opened = source_of(source)
    before = {path: opened.read(path, FILE_BYTES) for path in edits}
    made = {path: edit(before[path].decode("utf-8")).encode("utf-8") for path, edit in edits.items()}
    return Change(origin, {path: text for path, text in made.items() if text != before[path]}, before)
