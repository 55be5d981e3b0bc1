"""A planned site as a plain folder, which ProperDocs, Zensical and MkDocs with Material build without any plugin."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from spbe.editions import Audience
from spbe.engines.hand_written.written_pages import written_pages
from spbe.engines.menu import navigation, reading_order, source_uri
from spbe.engines.output.output_guard import MARK, OutputMark, demand_place, is_hosts
from spbe.engines.output.staging import Staging
from spbe.engines.tree.markdown_page import MarkdownWriter
from spbe.engines.tree.tree_settings import RegionSettings, settings_text, tree_settings
from spbe.i18n import speaking
from spbe.site import Site
from spbe.site.assets import FOLDER
from spbe.site.signposts import signposts
from spbe.site.templates import environment

_COLOUR: Final = f"{FOLDER}/wilayah.css"


def tree_mark(audience: Audience) -> OutputMark:
    """What marks a tree for ``audience``."""
    return OutputMark("pohon", audience)


def write_tree(site: Site, root: Path, target: Path, settings: RegionSettings, audience: Audience) -> None:
    """Make ``target`` hold the site of the region at ``root``, whole, in place of what an earlier run wrote.

    ``site`` is for ``audience``. Raises :class:`spbe.engines.output.output_guard.OutputPlaceError` for a folder that
    may not be replaced, and :class:`spbe.engines.tree.tree_settings.SettingsFaultError`; the folder is then as it was.
    """
    mark = tree_mark(audience)
    demand_place(target, root, mark)
    staging = Staging(target, is_hosts)
    try:
        for place, content in (*_tree_files(site, root, settings), (MARK, mark.text.encode())):
            path = staging.path / place
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                shutil.copyfile(content, path)
            else:
                path.write_bytes(content)
        staging.publish()
    finally:
        staging.discard()


def _tree_files(site: Site, root: Path, settings: RegionSettings) -> Iterator[tuple[str, bytes | Path]]:
    """Every file of the tree by its place: its bytes, or the file of the region to copy."""
    written = {one.page.address: one for one in written_pages(site, settings.extensions)}
    planned = {page.address for page in site.pages}
    sources = {address: one.page.uri for address, one in written.items() if address in planned}
    alone = [one for address, one in written.items() if address not in planned]
    moved = {one.page.uri: source_uri(address) for address, one in written.items()}
    moved |= {place: place for place, _path in site.written.files}
    paper = MarkdownWriter(site, moved, environment(root), settings.extensions)
    with speaking(site.language):
        for page in site.pages:
            text = paper.generated(page, written.get(page.address))
            yield f"docs/{source_uri(page.address)}", text.encode()
        for one in alone:
            yield f"docs/{moved[one.page.uri]}", paper.written(one).encode()
        foot = paper.foot(settings.name)
        styles = (*site.styles, _COLOUR) if site.colour else site.styles
        if site.colour:
            yield f"docs/{_COLOUR}", paper.colour().encode()
    for asset in site.assets:
        yield f"docs/{asset.path}", asset.content
    for place, path in site.written.files:
        yield f"docs/{place}", root / path
    taken = {f"{address.strip('/')}/index.html".lstrip("/") for address in planned | written.keys()}
    for place, text in signposts(site, root, settings.url, taken | {place for place, _path in site.written.files}):
        yield f"docs/{place}", text.encode()
    menu = navigation(site.menu, sources, [one.page.uri for one in alone], reading_order(site.written.pages))
    said = tree_settings(replace(site, styles=styles), settings, foot, _renamed(menu, moved))
    yield "mkdocs.yml", settings_text(said).encode()


def _renamed(entry: Any, moved: Mapping[str, str]) -> Any:
    """A part of ``nav`` with the files in it at their new places."""
    if isinstance(entry, list):
        return [_renamed(one, moved) for one in entry]
    if isinstance(entry, dict):
        return {title: _renamed(below, moved) for title, below in entry.items()}
    return moved.get(entry, entry)
