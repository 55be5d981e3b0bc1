"""What else than records decides what is published: pages, attachments, settings, policy, templates and automation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from spbe.checks import Opened
from spbe.differences.things import Thing
from spbe.editions import Edition
from spbe.editions.written import written_for
from spbe.model.halaman import KepalaHalaman
from spbe.region import Node
from spbe.region.layout import POLICY, SETTINGS
from spbe.region.settings import read_settings
from spbe.region.template_folders import OWN
from spbe.sources.source import exists
from spbe.sources.walk import Walk
from spbe.yamlio.limits import FILE_BYTES

AUTOMATION: Final = (".github", ".gitlab", ".gitlab-ci.yml", ".pre-commit-config.yaml", "requirements.txt")
"""Folders and files that decide what a git host, or the machine that builds the site, runs."""

BODY: Final = "isi"
"""The field that stands for the content of a file, and of a page below its head."""


@dataclass(frozen=True, slots=True)
class ContentIdentity:
    """Something of which only its identity is told: that it is another one."""

    digest: str


def contents_of(opened: Opened, view: Edition, known: dict[str, ContentIdentity]) -> dict[Node, Thing]:
    """All of that which readers of ``view`` get of ``opened``, by node.

    ``known`` remembers what was read by the name that its source has for it.
    """
    found: dict[Node, Thing] = {}
    written = written_for(view, opened.content)
    for page in written.pages:
        fields: dict[str, Any] = {**page.meta, BODY: _content(page.text.encode("utf-8", "surrogatepass"))}
        told = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
        found[Node("halaman", page.uri)] = Thing(told, KepalaHalaman)
    places = {str(path): place for place, path in written.files}
    for path, content in _contents(opened, places, known):
        found[Node("lampiran", places[path])] = Thing({BODY: content})
    found[Node("pengaturan", SETTINGS)] = Thing(dict(_settings(opened)))
    for path, content in _contents(opened, [POLICY] if exists(opened.source, POLICY) else [], known):
        found[Node("kebijakan", path)] = Thing({BODY: content})
    templates = (str(path) for path in sorted(Walk(opened.source, PurePosixPath(OWN)).files()))
    found |= {Node("templat", path): Thing({BODY: content}) for path, content in _contents(opened, templates, known)}
    run = _contents(opened, _automation(opened), known)
    found |= {Node("otomasi", path): Thing({BODY: content}) for path, content in run}
    return found


def under_present_names(before: Mapping[Node, Thing], after: Mapping[Node, Thing]) -> dict[Node, Thing]:
    """The things ``before`` with pages under the file names that those ``after`` say they have now."""
    present: dict[Node, Node] = {}
    for node, thing in after.items():
        if node.kind == "halaman" and node not in before:
            for name in thing.fields.get("dahulu") or ():
                former = Node("halaman", str(PurePosixPath(node.id).with_name(f"{name}.md")))
                if former in before and former not in after:
                    present.setdefault(former, node)
    return {present.get(node, node): thing for node, thing in before.items()}


def _automation(opened: Opened) -> Iterator[str]:
    for name in AUTOMATION:
        if not exists(opened.source, name):
            continue
        if opened.source.status(name).type == "file":
            yield name
        else:
            yield from (str(path) for path in sorted(Walk(opened.source, PurePosixPath(name)).files()))


def _settings(opened: Opened) -> Iterator[tuple[str, ContentIdentity]]:
    """The settings by their first keys; the file as a whole where it cannot be understood."""
    settings, _problems = read_settings(opened.source)
    if settings is not None:
        for key, value in settings.value.items():
            yield str(key), _content(repr(value).encode())
        return
    try:
        yield BODY, _content(opened.source.read(SETTINGS, FILE_BYTES))
    except OSError:
        return


def _contents(
    opened: Opened, paths: Iterable[str], known: dict[str, ContentIdentity]
) -> Iterator[tuple[str, ContentIdentity]]:
    """What the files at ``paths`` hold, which may be of any size; those that cannot be read are left out."""
    for path in paths:
        try:
            name = opened.source.identity(path)
            content = known.get(name or "") or _streamed(opened, path)
        except OSError:
            continue
        known |= {name: content} if name else {}
        yield path, content


def _streamed(opened: Opened, path: str) -> ContentIdentity:
    digest = hashlib.sha256()
    for _path, pieces in opened.source.stream((path,)):
        for piece in pieces:
            digest.update(piece)
    return ContentIdentity(digest.hexdigest())


def _content(content: bytes) -> ContentIdentity:
    return ContentIdentity(hashlib.sha256(content).hexdigest())
