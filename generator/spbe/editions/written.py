"""What of ``content/`` an edition publishes: pages, and the files that somebody whom its readers see has named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from spbe.editions.reduction import Edition
from spbe.model.base import Base
from spbe.model.texts import attachments_of
from spbe.region.content import OF_HOSTS, Content, attachment_uri
from spbe.region.page_links import spelled
from spbe.region.page_reader import PageFile, address_of
from spbe.region.page_text import without_comments
from spbe.region.site_addresses import owner_of


@dataclass(frozen=True, slots=True)
class Written:
    """What of ``content/`` an edition publishes.

    ``pages`` without their comments; ``files`` by the places on the site at which they were named.

    The files themselves are told by their paths in the region. ``free`` says that pages may hold active content.
    """

    pages: tuple[PageFile, ...] = ()
    files: tuple[tuple[str, PurePosixPath], ...] = ()
    free: bool = False


def written_for(view: Edition, content: Content) -> Written:
    """What readers of ``view`` get of ``content``."""
    pages = [page for page in content.pages if _may_stand(view, page.uri)]
    files: dict[str, PurePosixPath] = {}
    for record in _seen(view):
        for named in attachments_of(record):
            found = content.attachments.get(attachment_uri(named.text))
            if found is not None:
                files[f"lampiran/{named.text}"] = found
    for page, link, uri in content.named_by(pages):
        if uri in content.attachments:
            path = content.attachments[uri]
        elif content.usable_beside(uri):
            path = content.beside[uri]
        else:
            continue
        files |= {one: path for one in link.files(page.uri) if spelled(one) == uri}
    for uri, path in content.always.items():
        if uri not in OF_HOSTS or view.audience.is_public:
            files[uri] = path
    return Written(
        pages=tuple(replace(page, text=without_comments(page.text), meta=_published(page.meta)) for page in pages),
        files=tuple(sorted(files.items())),
        free=view.region.profil.publikasi.html_bebas,
    )


def _published(meta: Mapping[str, Any]) -> dict[str, Any]:
    """A head without the comments in its words."""
    return {key: without_comments(value).strip() if isinstance(value, str) else value for key, value in meta.items()}


def _may_stand(view: Edition, uri: str) -> bool:
    """Whether ``view`` shows a page that lies, or once lay, at ``uri`` in ``content/``.

    At and below the address of a record, an assessment or an instrument only together with that: whether it is hidden
    or was never there must look the same.
    """
    if any(part.startswith(".") for part in uri.split("/")):
        return False
    owned = owner_of(address_of(uri))
    if owned is None:
        return True
    node, _address = owned
    if node.kind == "penilaian":
        return node.id in view.region.assessments
    if node.kind == "instrumen":
        return any(node.id == one.instrumen.id for one in view.region.assessments.values())
    return view.region.get(node) is not None


def shown_in(view: Edition, content: Content) -> Callable[[str], bool]:
    """What tells of a path below ``content/`` whether ``view`` shows the file, now or when it was there."""
    places = {spelled(place) for place, _path in written_for(view, content).files}
    return lambda uri: _may_stand(view, uri) if uri.endswith(".md") else spelled(uri) in places


def _seen(view: Edition) -> Iterator[Base]:
    region = view.region
    yield region.profil
    yield region.teams
    yield region.efforts
    yield region.peers
    for _node, record in region.nodes():
        yield record
    for assessment in region.assessments.values():
        yield assessment.penilaian
        yield from assessment.answers.values()
