"""A site's menu as MkDocs and its relatives write it, and where the source of a page lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from spbe.region.page_links import page_links
from spbe.region.page_reader import PageFile
from spbe.site import MenuItem
from spbe.site.addresses import GUIDE


def source_uri(address: str) -> str:
    """Where the Markdown file of a generated page lies: ``/indeks/`` is ``indeks/index.md``."""
    return f"{address.strip('/')}/index.md".lstrip("/")


def menu_titles(items: tuple[MenuItem, ...]) -> dict[str, str]:
    """Address to title of everything in the menu."""
    found: dict[str, str] = {}
    for item in items:
        found[item.address] = item.title
        found |= menu_titles(item.children)
    return found


def reading_order(pages: Iterable[PageFile]) -> dict[str, int]:
    """Place of every hand-written page that others link to: as the heads of folders do, from the first link on."""
    heads = [page for page in pages if PurePosixPath(page.uri).stem in {"index", "README"}]
    linked = (uri for page in heads for link in page_links(page.text) for uri in link.files(page.uri))
    return {uri: place for place, uri in enumerate(dict.fromkeys(linked))}


def navigation(
    items: tuple[MenuItem, ...], sources: Mapping[str, str], alone: Iterable[str], order: Mapping[str, int]
) -> list[Any]:
    """``nav`` of a whole site.

    ``sources`` has the generated pages whose source is a hand-written file, by address; ``alone`` the other
    hand-written pages, which join the entry of their folder where it has one; those that lie in no folder join the
    guide, and folders of their own follow the menu. ``order`` is that of :func:`reading_order`.
    """
    titles = menu_titles(items)
    home = GUIDE if GUIDE in titles else None
    below: dict[str, list[str]] = {}
    rest: list[str] = []
    for uri in sorted(alone, key=lambda uri: (order.get(uri, len(order)), uri)):
        folders = (f"/{folder}/" for folder in PurePosixPath(uri).parents if folder.name)
        entry = next((folder for folder in folders if folder in titles), None if "/" in uri else home)
        (rest if entry is None else below.setdefault(entry, [])).append(uri)
    return [*_entries(items, sources, below), *_written_entries(rest)]


def _entries(
    items: tuple[MenuItem, ...], sources: Mapping[str, str], below: Mapping[str, list[str]]
) -> list[dict[str, Any]]:
    def entry(item: MenuItem) -> str | list[Any]:
        uri = sources.get(item.address, source_uri(item.address))
        children = [*_entries(item.children, sources, below), *below.get(item.address, ())]
        return [uri, *children] if children else uri

    return [{item.title: entry(item)} for item in items]


def _written_entries(uris: Iterable[str]) -> list[Any]:
    """``nav`` of the pages that were written by hand: single ones, and a section per folder."""
    single: list[Any] = []
    folders: dict[str, list[str]] = {}
    for uri in sorted(uris, key=lambda uri: (PurePosixPath(uri).stem not in {"index", "README"}, uri)):
        folder, slash, _rest = uri.partition("/")
        if slash:
            folders.setdefault(folder, []).append(uri)
        else:
            single.append(uri)
    return [*single, *({folder.replace("-", " ").capitalize(): uris} for folder, uris in folders.items())]
