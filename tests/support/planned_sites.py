"""Sites as they are planned, compared part by part without being built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache, partial
from html import escape
from pathlib import Path

from spbe.editions import PUBLIC, Audience
from spbe.engines.pipeline import Options, plan_site
from spbe.site import Site
from spbe.site.links import relative, resolve
from spbe.site.page import Block, Html, Markdown
from support.regions import REGIONS


@dataclass(frozen=True)
class Planned:
    """The site of the region at ``root``."""

    root: Path
    site: Site

    @property
    def written(self) -> object:
        """What is published of ``content/``, wherever the region lies."""
        found = self.site.written
        pages = [(page.uri, page.text, page.meta) for page in found.pages]
        return pages, [(place, (self.root / path).read_bytes()) for place, path in found.files], found.free


def planned(root: Path, options: Options) -> Planned:
    """The site that ``options`` ask for, its pages rendered when they are looked at; the region must be sound."""
    opened, site = plan_site(root, options, "id")
    assert site is not None, [one for one in opened.problems if one.severity == "error"]
    return Planned(root, site)


@cache
def planned_sample(audience: Audience = PUBLIC) -> Site:
    """What :func:`planned` gives of the sample, planned once for all tests of a worker, which only look at it."""
    return planned(REGIONS["arunika"], Options(audience)).site


def write_pages(root: Path, *addresses: str, options: Options | None = None, language: str = "id") -> Path:
    """A folder with only these pages of the site of the region at ``root``, each with its content and nothing around.

    Nothing else is rendered, so a page is there in a tenth of the time of a build.
    """
    opened, site = plan_site(root, options or Options(), language)
    assert site is not None, [one for one in opened.problems if one.severity == "error"]
    pages = {page.address: page for page in site.pages}
    folder = root / "halaman"
    for address in addresses:
        body = "\n".join(map(_html, pages[address].blocks))
        file = folder / address.strip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        body = resolve(body, partial(relative, page=address))
        file.write_text(f"<!doctype html><main><article>{body}</article></main>", "utf-8")
    return folder


def _html(block: Block) -> str:
    assert not isinstance(block, Markdown), "engines interpret that"
    if isinstance(block, Html):
        return block.html
    return f'<h{block.level} id="{block.id}">{escape(block.text)}</h{block.level}>'


def differences(one: Planned, other: Planned) -> Iterator[str]:
    """What two planned sites do not have in common, by the names of their parts and the addresses of their pages."""
    for part in fields(Site):
        mine, its = getattr(one.site, part.name), getattr(other.site, part.name)
        if part.name == "pages":
            pages, others = ({page.address: page for page in found} for found in (mine, its))
            yield from (f"page {address}" for address in pages.keys() ^ others.keys())
            yield from (f"page {name}" for name, page in pages.items() if name in others and page != others[name])
            mine, its = ([page.address for page in found] for found in (mine, its))
        elif part.name == "assets":
            files, others_ = ({asset.path: asset.content for asset in found} for found in (mine, its))
            yield from (
                f"file {path}" for path in files.keys() | others_.keys() if files.get(path) != others_.get(path)
            )
        elif part.name == "written":
            mine, its = one.written, other.written
        if mine != its:
            yield part.name
