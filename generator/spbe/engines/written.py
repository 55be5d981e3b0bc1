"""Pages that were written by hand, as far as an engine must know them before it builds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import markdown
import yaml

from spbe.engines.menu import address_of
from spbe.region.layout import ATTACHMENTS
from spbe.site import Site
from spbe.site.page import file_key
from spbe.sources.folder import Walk

_FRONT_MATTER = re.compile(r"\A\ufeff?-{3}[ \t]*\r?\n(.*?\r?\n)(?:-{3}|\.{3})[ \t]*\r?\n", re.DOTALL)
_FIRST_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_FIRST_HEADING = re.compile(r"\A\s*<h1[^>]*>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Extensions:
    """Markdown as a region has set it: names, and the settings of those that have any."""

    names: tuple[str, ...] = ("toc", "tables", "fenced_code")
    settings: dict[str, Any] | None = None

    def render(self, text: str) -> str:
        """``text`` as HTML."""
        return markdown.markdown(text, extensions=list(self.names), extension_configs=self.settings or {})


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A Markdown file: ``meta`` is its front matter, ``text`` what follows; title and description are plain text."""

    uri: str
    address: str
    meta: dict[str, Any]
    text: str
    title: str
    description: str
    headed: bool
    """Whether it has a heading of the first level."""


def written_pages(folder: Path, extensions: Extensions, site: Site) -> Iterator[WrittenPage]:
    """Every page of ``folder`` that ``site`` may show, in order; ``README.md`` beside an ``index.md`` is not one."""
    for path in content_files(folder, site):
        if path.suffix == ".md":
            yield _read(path, path.relative_to(folder).as_posix(), extensions)


def content_files(folder: Path, site: Site) -> list[Path]:
    """The files of ``folder`` that ``site`` may publish."""
    walk, attached = Walk(folder), Walk(folder / ATTACHMENTS)
    found = [path for path in walk.files(folder) if attached.top not in path.parents]
    found += attached.files(attached.top)
    pages = {path for path in found if path.suffix == ".md"}
    return [
        path
        for path in sorted(found)
        if may_publish(site, path.relative_to(folder).as_posix())
        and not (path.name == "README.md" and path.with_name("index.md") in pages)
    ]


def may_publish(site: Site, uri: str) -> bool:
    """Whether the file ``uri`` of ``content/`` may be published: a Markdown page, or anything below ``lampiran/``.

    Neither is an attachment of hidden evidence, in whatever spelling a file system keeps its name, nor a page
    written for a hidden record or a draft, or below one.
    """
    if file_key(uri) in site.closed_files:
        return False
    if not uri.endswith(".md"):
        return uri.startswith("lampiran/")
    address = address_of(uri)
    return not any(address.startswith(closed) for closed in site.closed_addresses)


def first_paragraph(html: str) -> str:
    """The words of the first paragraph, at most 300 characters; nothing when there is none."""
    first = _FIRST_PARAGRAPH.search(html)
    return " ".join(html_text(first[1]).split())[:300] if first else ""


def html_text(html: str) -> str:
    """The words of a piece of HTML, without its tags."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def _read(path: Path, uri: str, extensions: Extensions) -> WrittenPage:
    meta, text = _front_matter(path.read_text(encoding="utf-8-sig", errors="replace"))
    html = extensions.render(text)
    title = str(meta.get("title") or "")
    if not title and (heading := _FIRST_HEADING.search(html)):
        title = html_text(heading[1]).strip()
    return WrittenPage(
        uri=uri,
        address=address_of(uri),
        meta=meta,
        text=text,
        title=title or _from_name(path.stem),
        description=" ".join(str(meta.get("description") or first_paragraph(html)).split()),
        headed="<h1" in html,
    )


def _front_matter(source: str) -> tuple[dict[str, Any], str]:
    match = _FRONT_MATTER.match(source)
    if match:
        try:
            data = yaml.safe_load(match[1])
        except (yaml.YAMLError, ValueError):  # the latter for a date such as 2025-02-30
            data = None
        if isinstance(data, dict):
            return data, source[match.end() :].lstrip("\r\n")
    return {}, source


def _from_name(stem: str) -> str:
    """What MkDocs calls a page without any title."""
    name = stem.replace("-", " ").replace("_", " ")
    return name.capitalize() if name == name.lower() else name
