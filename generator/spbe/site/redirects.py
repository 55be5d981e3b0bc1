"""Former ids keep their addresses: a small page at each leads to the present one.

Records that are rows of a list have no page of their own, so nothing stands at their former addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from spbe.i18n import speaking
from spbe.region import Region
from spbe.site.addresses import has_pages, record_address
from spbe.site.page import Redirect, Site
from spbe.site.templates import environment, filled


def redirects_of(region: Region) -> tuple[Redirect, ...]:
    """The redirects of every former id whose record may be seen."""
    return tuple(
        Redirect(record_address(old), record_address(new))
        for old, new in sorted(region.renamed.items())
        if has_pages(old.kind)
    )


def redirect_writer(site: Site, root: Path) -> Callable[[Redirect, str, str | None], str]:
    """A function that makes the whole page at the former address of a redirect of ``site``.

    It is told what leads to the new page from there, and that page's URL if known. It raises
    :class:`spbe.site.templates.TemplateFaultError`.
    """
    env = environment(root)
    titles = {page.address: page.title for page in site.pages}

    def write(redirect: Redirect, target: str, canonical: str | None) -> str:
        context = {"site": site, "title": titles[redirect.new], "target": target, "canonical": canonical}
        with speaking(site.language):
            return filled(env, "components/redirect.html.j2", context)

    return write
