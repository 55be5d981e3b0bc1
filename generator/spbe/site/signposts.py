"""What stands at no planned address: a small page at each former one that leads to the present, and ``robots.txt``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from spbe.i18n import speaking
from spbe.region import Region
from spbe.region.page_reader import PageFile
from spbe.region.site_addresses import MOVED
from spbe.site.addresses import has_pages, record_address
from spbe.site.assets import FOLDER
from spbe.site.links import relative, to_file
from spbe.site.page import Page, Redirect, Site
from spbe.site.templates import environment, filled

_VARIES = r"<[^>]+>"
_SCRIPT: Final = f"/{FOLDER}/pindah/pindah.js"


def redirects_of(region: Region) -> tuple[Redirect, ...]:
    """The redirects of every former id whose record may be seen; one that is a row of a list has no page to lead to."""
    return tuple(
        Redirect(record_address(old), record_address(new))
        for old, new in sorted(region.renamed.items())
        if has_pages(old.kind)
    )


def redirects_of_moved(pages: Iterable[Page]) -> Iterator[Redirect]:
    """The redirects at the addresses that ``pages`` had once; further parts of a long list moved with it."""
    forms = [(re.compile(re.sub(_VARIES, "([^/]+)", new) + r"(halaman_\d+/)?"), old, new) for old, new in MOVED]
    for page in pages:
        fitting = [(old, new, found) for form, old, new in forms if (found := form.fullmatch(page.address))]
        fewest = min((new.count("<") for _old, new, _found in fitting), default=0)
        for old, new, found in fitting:
            if new.count("<") == fewest:  # a name of its own goes before what varies
                *values, part = found.groups(default="")
                yield Redirect(_with(old, values) + part, page.address)


def _with(form: str, values: Iterable[str]) -> str:
    for value in values:
        form = re.sub(_VARIES, value, form, count=1)
    return form


def redirects_of_written(pages: Iterable[PageFile]) -> Iterator[Redirect]:
    """The redirects at the former names of hand-written pages, in the folders where they lie."""
    for page in pages:
        folder = page.address.rsplit("/", 2)[0]
        for name in page.meta.get("dahulu", ()):
            yield Redirect(f"{folder}/{name}/", page.address)


def signposts(
    site: Site, root: Path, url: str | None, taken: Container[str], *, offline: bool = False
) -> Iterator[tuple[str, str]]:
    """Path below the folder of ``site`` and text of each file, but for the paths that are ``taken``.

    ``url`` is that of the home page, where it is known; ``root`` is the region, whose own template a redirect may
    have: raises :class:`spbe.site.templates.TemplateFaultError`. An ``offline`` copy names files and needs no robots.
    """
    env = environment(root)
    titles = {page.address: page.title for page in site.written.pages} | {
        page.address: page.title for page in site.pages
    }
    for redirect in site.redirects:
        path = f"{redirect.old.strip('/')}/index.html"
        if path not in taken:
            link = relative(redirect.new, redirect.old)
            context = {
                "site": site,
                "title": titles[redirect.new],
                "target": to_file(link) if offline else link,
                "script": relative(_SCRIPT, redirect.old),
                "canonical": urljoin(url, redirect.new.lstrip("/")) if url else None,
            }
            with speaking(site.language):
                html = filled(env, "components/redirect.html.j2", context)
            yield path, html
    if not offline and "robots.txt" not in taken:
        yield "robots.txt", _robots(urljoin(url, "sitemap.xml") if url else None, indexed=site.indexed)


def _robots(sitemap: str | None, *, indexed: bool) -> str:
    """Everything may be looked at, and where the ``sitemap`` is; or nothing at all."""
    if not indexed:
        return "User-agent: *\nDisallow: /\n"
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {sitemap}\n" if sitemap else "")
