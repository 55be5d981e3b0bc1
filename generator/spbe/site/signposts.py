"""What stands at no planned address: a small page at each former one that leads to the present, and ``robots.txt``."""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path
from urllib.parse import urljoin

from spbe.i18n import speaking
from spbe.region import Region
from spbe.site.addresses import has_pages, record_address
from spbe.site.links import relative, to_file
from spbe.site.page import Redirect, Site
from spbe.site.templates import environment, filled


def redirects_of(region: Region) -> tuple[Redirect, ...]:
    """The redirects of every former id whose record may be seen; one that is a row of a list has no page to lead to."""
    return tuple(
        Redirect(record_address(old), record_address(new))
        for old, new in sorted(region.renamed.items())
        if has_pages(old.kind)
    )


def signposts(
    site: Site, root: Path, url: str | None, taken: Container[str], *, offline: bool = False
) -> Iterator[tuple[str, str]]:
    """Path below the folder of ``site`` and text of each file, but for the paths that are ``taken``.

    ``url`` is that of the home page, where it is known; ``root`` is the region, whose own template a redirect may
    have: raises :class:`spbe.site.templates.TemplateFaultError`. An ``offline`` copy names files and needs no robots.
    """
    env = environment(root)
    titles = {page.address: page.title for page in site.pages}
    for redirect in site.redirects:
        path = f"{redirect.old.strip('/')}/index.html"
        if path not in taken:
            link = relative(redirect.new, redirect.old)
            context = {
                "site": site,
                "title": titles[redirect.new],
                "target": to_file(link) if offline else link,
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
