"""Where a whole folder may be written: into nothing, or over what was written here before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from spbe.i18n import gettext
from spbe.region.clock import DATA_FOLDERS


class PlaceError(Exception):
    """A folder that may not be replaced; the text, in the user's language, says why."""


def demand_place(target: Path, root: Path, ours: Callable[[Path], bool]) -> None:
    """Raise :class:`PlaceError` unless ``target`` is new, empty, or a folder that ``ours`` knows as its own.

    The region at ``root`` itself, what lies above it, and its data folders are never replaced.
    """
    place, region = target.resolve(), root.resolve()
    if region.is_relative_to(place) or any(place.is_relative_to(region / name) for name in DATA_FOLDERS):
        raise PlaceError(gettext("{folder} berisi data wilayah; pilih folder lain.").format(folder=target))
    above = next(folder for folder in (target, *target.absolute().parents) if folder.exists())
    if target.is_symlink() or not above.is_dir():
        here = target if target.is_symlink() else above
        raise PlaceError(gettext("{folder} sudah ada dan bukan folder.").format(folder=here))
    if target.is_dir() and any(target.iterdir()) and not ours(target):
        words = gettext(
            "Folder {folder} sudah berisi dan bukan buatan perintah ini; pilih folder baru atau yang kosong."
        )
        raise PlaceError(words.format(folder=target))
