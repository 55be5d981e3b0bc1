"""A planned site as virtual files of MkDocs, with the menu over them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from spbe.engines.menu import menu_titles, navigation, reading_order, source_uri
from spbe.engines.mkdocs.ready_page import HandWritten, ReadyPage
from spbe.site import Site
from spbe.site.signposts import signposts


def add_site(site: Site, files: Files, config: MkDocsConfig, *, offline: bool, shared: bool) -> dict[str, str]:
    """Add everything of ``site`` to ``files``, and set ``nav`` of ``config``.

    Returns the generated pages whose source is a hand-written file: address to that file below ``content/``. In an
    ``offline`` copy every URL names a file; pictures of pages come along when the site is ``shared``.

    Raises :class:`spbe.site.templates.TemplateFaultError`.
    """
    root = Path(config.config_file_path).parent
    if offline and (sitemap := files.get_file_from_path("sitemap.xml")):
        files.remove(sitemap)  # the theme's template, which would be copied as it is
    written = _add_written(site, files, config, root)
    sources = _add_pages(site, files, config, written, offline=offline)
    for file in written.values():
        HandWritten(file, config, free=site.written.free, public=site.indexed, contact=site.contact)
    for asset in (*site.assets, *(site.pictures.value if shared else ())):
        files.append(File.generated(config, asset.path, content=asset.content))
    if offline:
        for file in files.documentation_pages():
            file.url = quote(file.dest_uri)
    taken = {file.dest_uri for file in files}
    for path, text in signposts(site, root, config.site_url or None, taken, offline=offline):
        files.append(File.generated(config, path, content=text))
    alone = [file.src_uri for file in written.values()]
    config.nav = navigation(site.menu, sources, alone, reading_order(site.written.pages))
    return sources


def _add_written(site: Site, files: Files, config: MkDocsConfig, root: Path) -> dict[str, File]:
    """What is published of ``content/``; the pages by where they will be."""
    for page in site.written.pages:
        files.append(File(page.uri, config.docs_dir, config.site_dir, use_directory_urls=True))
    for uri, path in site.written.files:
        real = root / path
        if real.is_file():  # a preview shows the last good site, from which it may have gone
            files.append(File.generated(config, uri, abs_src_path=str(real)))
    return {file.dest_uri: file for file in files.documentation_pages()}


def _add_pages(
    site: Site, files: Files, config: MkDocsConfig, written: dict[str, File], *, offline: bool
) -> dict[str, str]:
    """Every planned page; those of ``written`` that introduce one are taken out of it."""
    in_menu = menu_titles(site.menu)
    sources: dict[str, str] = {}
    for page in site.pages:
        level = InclusionLevel.INCLUDED if page.address in in_menu else InclusionLevel.NOT_IN_NAV
        made = File.generated(config, source_uri(page.address), content="", inclusion=level)
        existing = written.pop(made.dest_uri, None)
        if existing is None:
            files.append(made)
        else:
            sources[page.address] = existing.src_uri
        ReadyPage(
            page,
            existing or made,
            config,
            introduced=existing is not None,
            date=site.date,
            offline=offline,
            free=site.written.free,
            menu_title=in_menu.get(page.address),
            contact=site.contact,
        )
    return sources
