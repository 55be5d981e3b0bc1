"""What a built site says, read from its HTML: for comparing what different engines made of one region."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urldefrag, urljoin

from selectolax.lexbor import LexborHTMLParser

from support.program import run

HERE = "http://situs"
ENGINES = {
    "mkdocs": ["build", "--strict", "--quiet"],
    "properdocs": ["build", "--strict", "--quiet", "-f", "mkdocs.yml"],
    "zensical": ["build", "--strict"],
}


def build_with(engine: str, folder: Path, *words: str, warm: bool = False) -> subprocess.CompletedProcess[str]:
    """Run an engine of :data:`ENGINES` in ``folder``, as somebody who has only that engine would.

    A ``warm`` MkDocs has been imported before, by a process that waits: see :mod:`support.program`.
    """
    words = (*ENGINES[engine], *words)
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # Material's farewell under MkDocs
    if warm:
        done = run(engine, *words, cwd=folder, env=quiet)
    else:
        command = [sys.executable, "-m", engine, *words]
        done = subprocess.run(command, cwd=folder, env=quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@lru_cache(maxsize=3)
def pages_of(site: Path) -> Mapping[str, LexborHTMLParser]:
    """Every page of a site of the fixture ``built`` by its address, redirects and that for wrong addresses too.

    They are parsed once for all tests of a worker, which only read them.
    """
    return MappingProxyType(
        {
            "/" + path.relative_to(site).as_posix().removesuffix("index.html"): LexborHTMLParser(
                path.read_text("utf-8")
            )
            for path in sorted(site.rglob("*.html"))
        }
    )


def is_redirect(page: LexborHTMLParser) -> bool:
    """Whether ``page`` only leads to another."""
    return page.css_first('meta[http-equiv="refresh"]') is not None


@dataclass(frozen=True)
class Said:
    """One page: its title, its description, headings (level, id, text), links as absolute addresses, and its words."""

    title: str
    description: str | None
    headings: tuple[tuple[str, str | None, str], ...]
    links: tuple[str, ...]
    words: str


def said(site: Path) -> dict[str, Said]:
    """Every page of the site in ``site`` by its address; only the main content of a page counts."""
    pages = sorted(site.rglob("index.html"))
    return {address_of(page, site): _said(page, address_of(page, site)) for page in pages}


def differences(found: dict[str, Said], expected: dict[str, Said]) -> list[str]:
    """What ``found`` says that ``expected`` does not, page by page."""
    told = [f"{address}: only one of both has this page" for address in sorted(found.keys() ^ expected.keys())]
    for address in sorted(found.keys() & expected.keys()):
        for part in fields(Said):
            one, other = getattr(found[address], part.name), getattr(expected[address], part.name)
            if one != other:
                told.append(f"{address}: {part.name}: {one!r} is not {other!r}"[:1000])
    return told


def address_of(page: Path, site: Path) -> str:
    folder = page.parent.relative_to(site).as_posix()
    return "/" if folder == "." else f"/{folder}/"


def _said(page: Path, address: str) -> Said:
    tree = LexborHTMLParser(page.read_text("utf-8"))
    description = tree.css_first("meta[name=description]")
    main = tree.css_first("article.md-content__inner") or tree.body
    for furniture in main.css(".headerlink, .md-content__button, .maklumat, [hidden], .ubah, script, style"):
        furniture.decompose()
    for name in main.css(":not(.tabel) > table > caption.tersembunyi"):  # of hand-written tables; a tree has none
        name.decompose()
    title = tree.css_first("title").text()
    return Said(
        title=_line(title),
        description=description.attributes["content"] if description else None,
        headings=tuple(
            (node.tag, node.attributes.get("id"), _line(node.text())) for node in main.css("h1,h2,h3,h4,h5,h6")
        ),
        links=tuple(urljoin(HERE + address, node.attributes["href"] or "") for node in main.css("a[href]")),
        words=_line(main.text()),
    )


def broken_links(site: Path) -> list[str]:
    """Every address in the HTML of ``site`` that leads to no file of it, or to no element; as a file system sees it."""
    root = str(site.resolve())
    files = {f"{folder}/{name}" for folder, _folders, names in os.walk(root) for name in names}
    ids: dict[str, set[str]] = {}
    targets: list[tuple[str, str]] = []
    for page in sorted(name for name in files if name.endswith(".html")):
        tree = LexborHTMLParser(Path(page).read_text("utf-8"))
        ids[page] = {node.attributes["id"] or "" for node in tree.css("[id]")}
        links = (node.attributes.get("href") or node.attributes.get("src") or "" for node in tree.css("[href], [src]"))
        targets += [(page, link) for link in links]
    broken = []
    for page, link in targets:
        path, fragment = urldefrag(link)
        if ":" in path.split("/")[0]:
            continue
        path = unquote(path.partition("?")[0])
        place = path if path.startswith("/") else f"{page.rpartition('/')[0]}/{path}"
        target = os.path.normpath(place) if path else page
        if target not in files or (fragment and target in ids and unquote(fragment) not in ids[target]):
            broken.append(f"{page.removeprefix(root + '/')}: {link}")
    return broken


def _line(text: str) -> str:
    return " ".join(text.split())
