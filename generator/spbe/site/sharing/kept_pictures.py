"""Pictures drawn before: a card that was drawn once is read again, for drawing a region's pictures takes seconds.

They lie where Python keeps its own compiled modules, and like those they are written only where that is allowed.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

from spbe import __version__
from spbe.site.sharing import drawing
from spbe.site.sharing.share_card import ShareCard

MOST: Final = 2000
"""Beyond so many the older half is let go."""


@cache
def kept_folder() -> Path:
    """Where pictures lie that this program drew with this library: another one of either may draw other bytes."""
    drawn_by = sha256(Path(drawing.__file__).read_bytes()).hexdigest()[:12]
    return Path(cache_from_source(__file__)).parent / f"pictures-{__version__}-{drawn_by}-pillow-{version('pillow')}"


def kept_picture(card: ShareCard, folder: Path) -> bytes:
    """``card`` as PNG, from ``folder`` where it was drawn before."""
    place = folder / f"{sha256(repr(card).encode()).hexdigest()}.png"
    with suppress(OSError):
        return place.read_bytes()
    made = drawing.picture_of(card)
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            _write(place, made)
    return made


def _write(place: Path, content: bytes) -> None:
    """Whole or not at all, for another process may read it at the same time."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_suffix(f".{os.getpid()}")
    part.write_bytes(content)
    part.replace(place)
    with os.scandir(place.parent) as kept:
        many = sum(1 for _one in kept) > MOST  # asked for each picture, and their ages take as long as drawing it
    if many:
        for one in sorted(place.parent.glob("*.png"), key=lambda one: one.stat().st_mtime)[: MOST // 2]:
            one.unlink(missing_ok=True)
