"""Styles, scripts and pictures that every site carries; a region's own file of the same name wins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from spbe.site.page import Asset
from spbe.site.styles import SHEET, sheet_in

FOLDER = "aset"
"""Where assets lie on the site."""


def assets_in(folders: Iterable[Path]) -> tuple[Asset, ...]:
    """The files below ``assets/`` of the template folders, the first folder winning, and the style sheet.

    Markdown is left out: it is for those who keep the folder, and an engine would make a page of it.
    """
    places = tuple(folders)
    found: dict[str, Path] = {}
    for folder in places:
        base = folder / "assets"
        for path in sorted(base.rglob("*")):
            if path.is_file() and path.suffix != ".md":
                found.setdefault(path.relative_to(base).as_posix(), path)
    files = {f"{FOLDER}/{name}": Asset(f"{FOLDER}/{name}", path.read_bytes()) for name, path in found.items()}
    files.setdefault(SHEET, sheet_in(places))
    return tuple(files[name] for name in sorted(files))
