"""What a region wrote by hand: pages, what they show, and what lies beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath

import yaml

from spbe.model.sensitive import SensitivePart
from spbe.problems import Problem
from spbe.region.attached_texts import sensitive_attachments
from spbe.region.file_naming import LEFT_BEHIND
from spbe.region.layout import ATTACHMENTS, SETTINGS, Layout
from spbe.region.page_links import PageLink, page_links, spelled
from spbe.region.page_reader import PageFile, page_in
from spbe.sources.source import Source
from spbe.yamlio import DocumentReader
from spbe.yamlio.limits import FILE_BYTES

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico"})
"""What may lie beside the page that shows it."""
OF_HOSTS = frozenset({"CNAME", "robots.txt", "favicon.ico"})
"""Files at the top of ``content/`` that hosts and browsers look for by their names."""


@dataclass(frozen=True)
class Content:
    """The files of ``content/``.

    ``attachments`` and ``beside`` have places in ``content/``, in one spelling, to the paths of the files there.

    What programs leave behind (``Thumbs.db``, ``~$surat.docx``) is in neither, but in ``left_behind``. ``set_up`` are
    places that ``mkdocs.yml`` names. ``sensitive`` are likely secrets and personal data by the names of their files.
    """

    pages: tuple[PageFile, ...] = ()
    attachments: Mapping[str, PurePosixPath] = field(default_factory=dict)
    beside: Mapping[str, PurePosixPath] = field(default_factory=dict)
    left_behind: tuple[PurePosixPath, ...] = ()
    set_up: frozenset[str] = frozenset()
    sensitive: Mapping[str, tuple[SensitivePart, ...]] = field(default_factory=dict)

    def named_by(self, pages: Iterable[PageFile]) -> Iterator[tuple[PageFile, PageLink, str]]:
        """The files that links and pictures of ``pages`` lead to, each with its link."""
        for page in pages:
            for link in page_links(page.text):
                for uri in dict.fromkeys(map(spelled, link.files(page.uri))):
                    if uri in self.attachments or uri in self.beside:
                        yield page, link, uri

    def usable_beside(self, uri: str) -> bool:
        """Whether the file ``uri`` beside pages is published once a page shows it."""
        return PurePosixPath(uri).suffix.lower() in PICTURES

    @property
    def always(self) -> Mapping[str, PurePosixPath]:
        """Files that are published without a page or record that names them: for hosts, and for ``mkdocs.yml``."""
        files = {**self.attachments, **self.beside}
        return {uri: path for uri, path in files.items() if uri in OF_HOSTS or uri in self.set_up}


def attachment_uri(name: str) -> str:
    """The place in ``content/`` of the attachment that a record calls ``name``."""
    return spelled(f"{ATTACHMENTS}/{name}")


def read_content(layout: Layout, reader: DocumentReader) -> tuple[Content, tuple[Problem, ...]]:
    """Everything that ``layout`` found in ``content/`` but the profile, and what is wrong with it."""
    pages: list[PageFile] = []
    problems: list[Problem] = []
    sensitive: dict[str, tuple[SensitivePart, ...]] = {}
    top = PurePosixPath("content")
    for path in layout.pages:
        make = partial(page_in, str(path.relative_to(top)))
        made = reader.made(layout.source, str(path), layout.name(path), make)
        page, found = made.value or (None, made.problems)
        pages += [page] if page else []
        if made.sensitive:
            sensitive[layout.name(path)] = made.sensitive
        problems += found
    kept = [path for path in (*layout.attachments, *layout.beside) if not LEFT_BEHIND.fullmatch(path.name)]
    places = {spelled(str(path.relative_to(top))): path for path in kept}
    sensitive |= sensitive_attachments(layout.source, reader, {layout.name(path): path for path in kept})
    content = Content(
        pages=tuple(pages),
        attachments={uri: path for uri, path in places.items() if uri.startswith(f"{ATTACHMENTS}/")},
        beside={uri: path for uri, path in places.items() if not uri.startswith(f"{ATTACHMENTS}/")},
        left_behind=tuple(path for path in (*layout.attachments, *layout.beside) if path not in kept),
        set_up=_set_up(layout.source),
        sensitive=sensitive,
    )
    return content, tuple(problems)


def _set_up(source: Source) -> frozenset[str]:
    """Every text in ``mkdocs.yml``; nothing where it cannot be read, which others tell."""
    try:
        tokens = list(yaml.scan(source.read(SETTINGS, FILE_BYTES)))
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return frozenset()
    return frozenset(token.value for token in tokens if isinstance(token, yaml.ScalarToken))
