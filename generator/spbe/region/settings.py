"""``mkdocs.yml`` as it was written: its values with their places, without the engine that will use them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from spbe.i18n import gettext
from spbe.problems import RULES, Problem
from spbe.region.layout import SETTINGS
from spbe.sources.folder import source_of
from spbe.sources.source import Source, TooLargeError, exists
from spbe.yamlio import Document
from spbe.yamlio import Path as KeyPath
from spbe.yamlio.limits import FILE_BYTES
from spbe.yamlio.parsing import content_of, understand
from spbe.yamlio.typed import typed_value
from spbe.yamlio.validation import shorten

LANGUAGE: Final = "id"
"""In which a site speaks unless ``mkdocs.yml`` says otherwise."""
_PARENT: Final = "INHERIT"
_GENERATIONS: Final = 10


@dataclass(frozen=True)
class RegionFile:
    """One file of settings: its document and its values as YAML types them."""

    document: Document
    value: Mapping[str, Any]


@dataclass(frozen=True)
class WrittenSettings:
    """What ``mkdocs.yml`` and the files that it inherits from say together; the own file comes first."""

    root: Path
    files: tuple[RegionFile, ...]
    value: Mapping[str, Any] = field(default_factory=dict)

    def get(self, *path: str) -> Any:
        """The value at ``path``; ``None`` where nothing is said."""
        found: Any = self.value
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        return found

    def place(self, path: KeyPath, *, of_key: bool = False) -> tuple[str, int, int]:
        """File, line and column of the part at ``path``, in the first file that speaks of it."""
        for one in self.files:
            if path and any(str(key) == path[0] for key in one.value):
                return one.document.file, *one.document.position(path, of_key=of_key)
        own = self.files[0].document
        return own.file, *own.position((), of_key=of_key)

    @property
    def language(self) -> str:
        """The language of the site."""
        said = self.get("theme", "language")
        return said if isinstance(said, str) else LANGUAGE


def read_settings(root: Path | Source) -> tuple[WrittenSettings | None, tuple[Problem, ...]]:
    """Read ``mkdocs.yml`` of the region at ``root``; ``None`` when it or a file it inherits from has problems."""
    source, path = source_of(root), SETTINGS
    if not exists(source, path):
        other = next((name for name in _like_settings(source)), None)
        return None, (RULES["pengaturan-tak-ada"].at(SETTINGS, maksud=_elsewhere(other)),)
    files: list[RegionFile] = []
    while len(files) < _GENERATIONS:
        one, problems = _read(source, path)
        if one is None:
            return None, problems
        files.append(one)
        parent = one.value.get(_PARENT)
        if parent is None:
            break
        place = one.document.position((_PARENT,))
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), str(parent).replace(os.sep, "/")))
        if not _is_there(source, path) or len(files) == _GENERATIONS:
            rule, here = RULES["pengaturan-berkas"], gettext("wilayah")
            return None, (rule.at(one.document.file, *place, kunci=_PARENT, berkas=str(parent), folder=here),)
    value: dict[str, Any] = {}
    for one in reversed(files):
        value = _merged(value, one.value)
    value.pop(_PARENT, None)
    return WrittenSettings(source.place, tuple(files), value), ()


def site_language(root: Path) -> str:
    """The language of the site of the region at ``root``."""
    settings, _problems = read_settings(root)
    return settings.language if settings else LANGUAGE


def site_address(root: Path) -> str | None:
    """Where the site of the region at ``root`` will be, as its settings say; ``None`` where they do not."""
    settings, _problems = read_settings(root)
    said = settings.get("site_url") if settings else None
    return said if isinstance(said, str) and said else None


def _read(source: Source, path: str) -> tuple[RegionFile | None, tuple[Problem, ...]]:
    file = path if not posixpath.isabs(path) else os.path.relpath(path, source.place).replace(os.sep, "/")
    content, problems = content_of(source, path, file)
    if content is None:
        return None, problems
    document, problems = understand(file, content, tags=True)
    if document is None:
        return None, tuple(_shapeless(file, (1, 1), gettext("kosong")) if _empty(one) else one for one in problems)
    value, problems = typed_value(document)
    if problems:
        return None, problems
    if not isinstance(value, dict):
        return None, (_shapeless(file, document.position(()), f"`{shorten(value)}`"),)
    return RegionFile(document, value), ()


def _empty(problem: Problem) -> bool:
    return problem.rule == "yaml-kosong"


def _shapeless(file: str, place: tuple[int, int], written: str) -> Problem:
    """The problem of a file that holds no settings."""
    example = "site_name: Kabupaten Contoh"
    return RULES["pengaturan-bentuk"].at(
        file, *place, kunci=file, tulisan=written, bentuk="`kunci: nilai`", contoh=example
    )


def _merged(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """``child`` over ``parent``; mappings in both are merged as MkDocs does, all else is replaced."""
    made = dict(parent)
    for key, value in child.items():
        below = made.get(key)
        both = isinstance(value, Mapping) and isinstance(below, Mapping)
        made[key] = _merged(below, value) if both else value  # type: ignore[arg-type]
    return made


def _is_there(source: Source, path: str) -> bool:
    """Whether there is a file at ``path``, which may lie above a region's folder: settings can be shared by several."""
    try:
        source.read(path, FILE_BYTES)
    except OSError as error:
        return isinstance(error, (TooLargeError, PermissionError))
    return True


def _like_settings(source: Source) -> list[str]:
    """Files that want to be ``mkdocs.yml``."""
    try:
        names = source.listing("")
    except OSError:
        return []
    return [name for name in names if name.casefold() in {"mkdocs.yaml", "mkdocs.yml", "mkdocs.yml.txt", "mkdoc.yml"}]


def _elsewhere(other: str | None) -> str:
    return " " + gettext("Ada {nama}; ganti namanya menjadi mkdocs.yml.").format(nama=other) if other else ""
