"""Former ids keep their addresses: a small page at each leads to the present one.

Records that are rows of a list have no page of their own, so nothing stands at their former addresses.
"""

from __future__ import annotations

from pathlib import Path

from spbe.i18n import speaking
from spbe.region import Region
from spbe.site.addresses import has_pages, record_address
from spbe.site.page import Redirect, Site
from spbe.site.templates import environment


def redirects_of(region: Region) -> tuple[Redirect, ...]:
    """The redirects of every former id whose record may be seen."""
    return tuple(
        Redirect(record_address(old), record_address(new))
        for old, new in sorted(region.renamed.items())
        if has_pages(old.kind)
    )


def redirect_html(site: Site, redirect: Redirect, root: Path, target: str, canonical: str | None) -> str:
    """The whole page at ``redirect.old``: ``target`` leads to the new one from there, ``canonical`` is its URL."""
    template = environment(root).get_template("partials/redirect.html.j2")
    with speaking(site.language):
        return template.render(site=site, title=site.page(redirect.new).title, target=target, canonical=canonical)
