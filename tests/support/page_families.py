"""The families of pages of a built site, found in the site itself, each with the pages that are worth a visit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from spbe.site.page import family_of
from support.built_sites import address_of
from support.regions import ROOT

HAND_WRITTEN = "tulisan"
WRONG_ADDRESS = "404"
PAGES = ROOT / "site_templates/pages"
TEMPLATES = {
    family_of(path.relative_to(PAGES).as_posix().removesuffix(".html.j2")) for path in PAGES.rglob("*.html.j2")
}
EXTREMES = {"terpendek", "terlebar", "terbanyak", "kosong"}
PREVIEW_ONLY = {"masalah"}
"""Families that no published site has; ``test_problems.py`` visits them in a preview."""


@dataclass(frozen=True)
class Found:
    """One page: its address, its family, how much it says, and the size of its biggest tables."""

    address: str
    family: str
    length: int
    columns: int
    rows: int
    empty: bool


@cache
@cache
def families(site: Path) -> dict[str, str]:
    """The longest page of every family of ``site``, and the extremes among all pages, by name, with their addresses."""
    pages = found_in(site)
    chosen = {family: _longest([page for page in pages if page.family == family]) for family in _names(pages)}
    records = [page for page in pages if page.family.startswith("arsitektur-catatan.")]
    extremes = {
        "terpendek": min(records, key=lambda page: page.length, default=None),
        "terlebar": max(pages, key=lambda page: (page.columns, page.length)),
        "terbanyak": max(pages, key=lambda page: page.rows),
        "kosong": next((page for page in pages if page.empty), None),
    }
    assert extremes.keys() == EXTREMES
    visited = {page.address for page in chosen.values()}
    more = {name: page for name, page in extremes.items() if page and page.address not in visited}
    return {name: page.address for name, page in (chosen | more).items()}


def few_for_scripts(site: Path) -> list[str]:
    """Addresses of few of :func:`families` that hold every sort of thing that a script may act on.

    A sort is a control, or an element that says something to a script, by its name, its classes and its attributes.
    """
    held = {address: _for_scripts(site, address) for address in families(site).values()}
    missing = set().union(*held.values())
    chosen = []
    while missing:
        chosen.append(max(held, key=lambda address: len(held[address] & missing)))
        missing -= held[chosen[-1]]
    return chosen


def elements_of(site: Path, address: str) -> set[tuple[str, str, str]]:
    """The sorts of elements that the content of a page holds, by name, classes, and those of what is around.

    What is around the content is the same on all pages.
    """
    return {
        (node.tag, node.attributes.get("class") or "", node.parent.attributes.get("class") or "")
        for node in _parsed(site, address).css(".spbe-isi *")
        if node.parent
    }


def _parsed(site: Path, address: str) -> LexborHTMLParser:
    place = site / address.strip("/")
    return LexborHTMLParser((place / "index.html" if place.is_dir() else place).read_text("utf-8"))


def _for_scripts(site: Path, address: str) -> set[tuple[str, str, str]]:
    sorts = set()
    for node in _parsed(site, address).css("body *"):
        told = " ".join(sorted(name for name in node.attributes if name.startswith("data-") or name in _TELLING))
        if told or node.tag in _CONTROLS:
            sorts.add((node.tag, node.attributes.get("class") or "", told))
    return sorts


_TELLING = {"hidden", "open", "role"}
_CONTROLS = {"button", "details", "form", "input", "label", "noscript", "script", "select", "textarea"}


@cache
def found_in(site: Path) -> tuple[Found, ...]:
    """Every page of ``site`` but the redirects, which show nothing."""
    return tuple(_found_in(site))


def _found_in(site: Path) -> Iterator[Found]:
    for path in sorted(site.rglob("*.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        if page.css_first('meta[http-equiv="refresh"]') is None:
            yield _read(page, f"/{path.name}" if path.name != "index.html" else address_of(path, site))


def _read(page: LexborHTMLParser, address: str) -> Found:
    main = page.css_first(".spbe-isi")
    assert main is not None, f"{address} says of no family that it is one of it"
    kinds = [name.removeprefix("spbe-isi--") for name in (main.attributes["class"] or "").split()[1:]]
    [family] = kinds or [WRONG_ADDRESS if address == "/404.html" else HAND_WRITTEN]
    if family in {"arsitektur-catatan", "indikator-indikator"}:  # one family per kind of record, and per instrument
        family += "." + address.split("/")[-3]
    tables = main.css("table")
    return Found(
        address=address,
        family=family,
        length=len(main.text()),
        columns=max((len(table.css("thead th")) for table in tables), default=0),
        rows=max((len(table.css("tbody tr")) for table in tables), default=0),
        empty=bool(main.css("p.kosong")) and not tables,
    )


def _names(pages: Iterable[Found]) -> list[str]:
    return list(dict.fromkeys(page.family for page in pages))


def _longest(pages: list[Found]) -> Found:
    return max(pages, key=lambda page: page.length)
