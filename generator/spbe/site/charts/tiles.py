"""A map of codes as tiles: one square per code, readable in four ways, in strips and sectors as the codes are.

All figures are in the markup; which of them a square shows, and how it is filled, is a matter of style.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spbe import wording
from spbe.catalogue.coverage import Coverage, Figures, Tile
from spbe.i18n import gettext as _
from spbe.site.addresses import code_anchor

FEW: Final = 40
"""A map of at most so many codes has room for their names."""

_STEPS: Final = (1, 2, 5, 10)
"""From how many records on a square is filled more strongly."""

_SHARING: Final = {"satu": "b0", "catatan": "b1", "perangkat-daerah": "b2"}


@dataclass(frozen=True, slots=True)
class Square:
    """A code on the map.

    ``told`` is everything that is to be said; the other texts are what it shows in one reading each.

    ``look`` are classes: ``n0`` … ``n4`` number, ``b0`` … ``b2`` sharing, ``u0`` … ``u2`` age, ``r`` only planned,
    ``l`` records of a code that has codes below it, but of none of those.
    """

    anchor: str
    told: str
    name: str
    number: str
    offices: str
    age: str
    look: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The squares of one code of level 2, or of a whole sector where ``name`` is empty."""

    anchor: str
    name: str
    told: str
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """A code of level 1."""

    anchor: str
    name: str
    told: str
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class TileMap:
    """The map of the codes of a domain.

    ``named``: whether squares show their names. ``services``: whether applications are counted as well.

    ``loose``: whether some square stands for records of a code that has codes below it.
    """

    title: str
    sectors: tuple[Sector, ...]
    named: bool
    services: bool
    loose: bool


def tile_map(found: Coverage, title: str) -> TileMap:
    """The map of ``found``; squares stand for the codes below level 2, and for those without any below them."""
    named = sum(1 for _tile in found.walk()) <= FEW
    sectors = []
    for tile in found.tiles:
        if named:
            strips = [Strip("", "", "", tuple(_squares(tile)))]
        else:
            rest = [_square(tile, tile.direct, part=True)] if tile.own else []
            strips = [Strip(code_anchor(tile.node.kode), _("Belum lebih rinci"), "", tuple(rest))] if rest else []
            strips += [
                Strip(code_anchor(child.node.kode), child.node.nama, covered(child), tuple(_squares(child)))
                for child in tile.children
            ]
        label = f"{tile.node.kode} {tile.node.nama}"
        sectors.append(Sector(code_anchor(tile.node.kode), label, told(tile.whole), tuple(strips)))
    loose = any(tile.own and not _whole(tile) for tile in found.walk())
    return TileMap(title, tuple(sectors), named, found.domain.kode == "RAL", loose)


def _squares(tile: Tile) -> Iterator[Square]:
    """The squares of ``tile`` and all below it; a region's own codes are counted with the national one above."""
    if not tile.children:
        yield _square(tile, tile.whole)
        return
    if tile.own:
        yield _square(tile, tile.direct, part=True)
    for child in tile.children:
        yield from [_square(child, child.whole)] if _whole(child) else _squares(child)


def _whole(tile: Tile) -> bool:
    """Whether one square stands for all below ``tile``: there is nothing, or only codes of the region."""
    return all(below.node.status == "daerah" for below in tile.children)


def _square(tile: Tile, figures: Figures, *, part: bool = False) -> Square:
    sharing = figures.sharing if part else tile.sharing
    number = bisect_right(_STEPS, figures.today)
    age = 0 if not figures.stale else 2 if figures.stale == figures.today else 1
    look = f"n{number} {_SHARING[sharing]} u{age}"
    look += " l" if part else ""
    look += " r" if figures.coming and not figures.today else ""
    label = f"{tile.node.kode} {tile.node.nama}"
    if part:
        label = _("{kode}, belum lebih rinci").format(kode=label)
    return Square(
        code_anchor(tile.node.kode),
        f"{label}: {told(figures)}",
        label.partition(" ")[2],
        wording.number(figures.today),
        wording.number(max(figures.offices, figures.application_offices)),
        f"{figures.stale}/{figures.today}",
        look,
    )


def told(figures: Figures) -> str:
    """The figures of a code in words."""
    number = wording.number
    parts = [_("{n} catatan").format(n=number(figures.today)) if figures.today else _("belum ada catatan")]
    if figures.coming:
        parts.append(_("{n} direncanakan").format(n=number(figures.coming)))
    if figures.offices > 1:
        parts.append(_("{n} perangkat daerah").format(n=number(figures.offices)))
    if figures.applications:
        parts.append(_("{n} aplikasi").format(n=number(figures.applications)))
        if figures.application_offices > 1:
            parts[-1] += " " + _("dari {n} perangkat daerah").format(n=number(figures.application_offices))
    if figures.stale:
        parts.append(_("{n} tidak ditinjau setahun terakhir").format(n=number(figures.stale)))
    return ", ".join(parts)


def covered(tile: Tile) -> str:
    """How many of the codes right below ``tile`` have records of today; else its own figures."""
    if not tile.children:
        return told(tile.whole)
    filled = sum(child.whole.today > 0 for child in tile.children)
    share = _("{n} dari {m} kode berisi").format(n=wording.number(filled), m=wording.number(len(tile.children)))
    return f"{told(tile.whole)}; {share}"
