"""Small regions of assessments, written as a region would write them, and planned in process."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from spbe.editions import PUBLIC
from spbe.engines.pipeline import Options, plan_site
from spbe.site import Site
from spbe.site.page import Heading, Html, Page
from support.regions import ROOT

INSTRUMENT = "permenpanrb-59-2020"
DAY = date(2027, 6, 1)
"""The reference date."""

ALL = tuple(f"I{number}" for number in range(1, 48))


def assess(
    root: Path,
    name: str,
    official: str = "",
    values: Mapping[str, Mapping[str, int]] | None = None,
    instrument: str = INSTRUMENT,
    more: str = "",
) -> None:
    """Write the published assessment ``name`` (a year): ``official`` is the inside of ``hasil_resmi``.

    ``values`` maps stages to codes to levels, ``more`` are further lines of the head.
    """
    folder = root / "indicators" / name
    folder.mkdir(parents=True, exist_ok=True)
    head = [f"tahun: {name[:4]}", f"instrumen: {instrument}", "publikasi: {status: terbit}", more]
    head += [f"hasil_resmi: {{{official}}}"] if official else []
    (folder / "penilaian.yaml").write_text("\n".join(filter(None, head)) + "\n", "utf-8")
    by_code: dict[str, dict[str, int]] = {}
    for stage, given in (values or {}).items():
        for code, level in given.items():
            by_code.setdefault(code, {})[stage] = level
    lines = [
        f"{code}: {{{', '.join(f'{stage}: {level}' for stage, level in given.items())}}}"
        for code, given in by_code.items()
    ]
    if lines:
        (folder / "nilai.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def region(root: Path, name: str = "Kota Uji Angka") -> Path:
    """An empty region at ``root``."""
    (root / "content").mkdir(parents=True)
    (root / "content/profil.yaml").write_text(f"nama: {name}\njenis: kota\n", "utf-8")
    shutil.copy(ROOT / "tests/data/minimal/mkdocs.yml", root / "mkdocs.yml")
    return root


def every(level: int) -> dict[str, int]:
    """``level`` for each of the 47 indicators."""
    return dict.fromkeys(ALL, level)


def planned(root: Path) -> Site:
    """The public site of the region at ``root``, which must be sound; a page is rendered when it is looked at."""
    opened, site = plan_site(root, Options(PUBLIC, DAY), "id")
    assert site is not None, [str(problem) for problem in opened.problems]
    return site


def page_of(site: Site, address: str) -> Page:
    """The page at ``address``."""
    return next(page for page in site.pages if page.address == address)


def tree_of(page: Page) -> LexborHTMLParser:
    """What ``page`` shows, parsed."""
    html = (
        block.html if isinstance(block, Html) else f"<h{block.level} id={block.id}>{block.text}</h{block.level}>"
        for block in page.blocks
        if isinstance(block, (Html, Heading))
    )
    return LexborHTMLParser("".join(html))


def said(page: Page) -> str:
    """The words of ``page``, with single blanks."""
    body = tree_of(page).body
    return " ".join(body.text(separator=" ").split()) if body else ""
