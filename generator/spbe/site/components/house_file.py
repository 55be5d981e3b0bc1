"""The house as a file to take away: an SVG with the names of records, its colours in the markup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spbe import wording
from spbe.catalogue.house_readings import HouseReading
from spbe.site.charts.house_picture import PictureLabel, house_picture, shortened
from spbe.site.components.house import House, HouseSection, house_of, picture_address
from spbe.site.later import Later
from spbe.site.page import Asset
from spbe.site.site_context import SiteContext
from spbe.site.templates import filled

PLAIN: Final = "#0b5c7a"
"""The colour of a region that has chosen none."""

DARK: Final = 0.14
"""The greatest relative luminance of a colour under white words (WCAG asks for less than 0.183)."""

_OWNERS: Final = ("#1b6b42", "#245a9c", "#8a4b00", "#8a1f63", "#5b3fa8", "#00656b", "#a02c2c", "#4a5864")
_TEXT: Final = "#17212a"
_LINE: Final = "#7d8b97"


def has_records(site: SiteContext) -> bool:
    """Whether there is anything on any floor."""
    return any(site.region.records[domain.jenis] for domain in site.region.reference.domains.values())


def shown_house(site: SiteContext, reading: HouseReading) -> Later[House]:
    """The house that a page shows in ``reading``, made once for it and, where there is one, for the file beside it."""
    house = Later(lambda: house_of(site, reading))
    if has_records(site):
        picture = house_file(site, picture_address(reading), house)
        site.files[picture.path] = picture
    return house


def house_file(site: SiteContext, address: str, house: Later[House]) -> Asset:
    """The picture of ``house``, drawn when it is asked for."""

    def drawn() -> bytes:
        found = house.value
        floors = [
            (floor.name, wording.number(floor.number), [list(_labels(one)) for one in floor.sections])
            for floor in found.floors
        ]
        legend = [
            PictureLabel(_legend(group.sign, group.name, number), group.look or "i0") for group, number in found.groups
        ]
        context = {
            "house": found,
            "picture": house_picture(floors, legend),
            "base": _fills(site.region.profil.warna or PLAIN),
            "date": wording.day(site.region.date),
        }
        return filled(site.env, "components/house_picture.svg.j2", context).encode()

    return Asset(address.lstrip("/"), Later(drawn))


def _legend(sign: str, name: str, number: int | None) -> str:
    words = f"{sign} {name}".strip()
    return words if number is None else f"{words}: {wording.number(number)}"


def _labels(section: HouseSection) -> Iterator[PictureLabel]:
    name = f"{section.code} {section.name}".strip()
    yield PictureLabel(f"{name}: {wording.number(section.number)}" if section.shares else name)
    for part in section.shares:
        yield PictureLabel(part.told, part.look)
    for square in section.squares:
        told = f"{square.name}, {square.told}" if square.told else square.name
        words = f"{square.sign} {shortened(square.name)}".strip()
        yield PictureLabel(words, square.look or "i0", told)


def _fills(colour: str) -> dict[str, tuple[str, str, str, str]]:
    """By class: colour and opacity of the square, the colour of its border, and that of its words."""
    main = darkened(colour)
    fills = {
        "i0": ("#ffffff", "1", _LINE, _TEXT),
        "i1": (main, "0.13", _LINE, _TEXT),
        "i2": (main, "0.3", main, _TEXT),
        "i3": (main, "1", main, "#ffffff"),
        "i4": (_TEXT, "1", _TEXT, "#ffffff"),
        "pl": ("#ffffff", "1", _LINE, _TEXT),
        "t": ("#fff6e5", "1", "#8a4b00", _TEXT),
        "r": ("#ffffff", "1", "#245a9c", _TEXT),
        "x": ("#f3f5f7", "1", _LINE, "#4a5864"),
    }
    owners = {f"p{place}": (one, "1", one, "#ffffff") for place, one in enumerate(_OWNERS, start=1)}
    return fills | owners


def darkened(colour: str) -> str:
    """``colour`` (``#rrggbb``), as much darker as white words on it need."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    while _luminance(parts) > DARK:
        parts = [part * 95 // 100 for part in parts]
    return "#" + "".join(f"{part:02x}" for part in parts)


def _luminance(parts: list[int]) -> float:
    """Relative luminance as WCAG 2 defines it, from 0 to 1."""
    shares = [part / 255 for part in parts]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
