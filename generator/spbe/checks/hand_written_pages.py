"""Hand-written pages can be built, each at an address of its own, and show nothing that runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from spbe.checks.check_context import Context
from spbe.i18n import gettext, mark
from spbe.model.kinds import KINDS
from spbe.model.penilaian import Penilaian
from spbe.model.profil import Profil
from spbe.model.record import KLASIFIKASI, Entri
from spbe.problems import RULES, Problem
from spbe.region import Node
from spbe.region.active_content import active_parts, is_active, is_elsewhere
from spbe.region.layout import ATTACHMENTS
from spbe.region.page_links import page_links, spelled
from spbe.region.page_reader import PageFile
from spbe.region.page_text import without_code
from spbe.region.site_addresses import owner_of, pointed_at
from spbe.region.template_folders import OWN
from spbe.sources.source import type_at
from spbe.yamlio.validation import did_you_mean, shorten

_OF_SITE: Final = re.compile(
    r"\.(?:xml|gz|txt|html?|css|js|json|csv|xlsx|ics|svg|png|ico|webmanifest|map|woff2|pdf)$", re.IGNORECASE
)
_BRACED: Final = re.compile(r"\{:?[^{}\n]*?\b(on[a-z]+)\s*=[^{}\n]*\}", re.IGNORECASE)
_OF_RECORDS: Final = re.compile(r"/(?:arsitektur|perangkat-daerah|bukti|peta-rencana)/[\w./#-]*")


def addresses(context: Context) -> Iterator[Problem]:
    """Rules ``halaman-ganda`` and ``halaman-alamat``."""
    taken: dict[str, PageFile] = {}
    for page in context.reading.content.pages:
        other = taken.setdefault(spelled(page.address).casefold(), page)
        if other is not page:
            yield RULES["halaman-ganda"].at(page.file, alamat=page.address, lain=other.file)
        folder = page.address.strip("/")
        if any(map(_OF_SITE.search, folder.split("/"))) or folder in {"404", ATTACHMENTS}:
            yield RULES["halaman-alamat"].at(page.file, alamat=page.address)


def templates(context: Context) -> Iterator[Problem]:
    """Rule ``halaman-templat``: the region's own, ours, or the theme's."""
    for page in context.reading.content.pages:
        name = page.meta.get("template")
        if name and not _is_template(context, name):
            yield RULES["halaman-templat"].at(page.file, *page.positions["template"], "template", nama=shorten(name))


def _is_template(context: Context, name: str) -> bool:
    """Whether a page may ask for the template ``name``; what the theme holds in folders are parts of templates."""
    if ".." in name.split("/"):
        return False
    theme = find_spec("material")
    places = (theme.submodule_search_locations or []) if theme and "/" not in name else []
    own = type_at(context.reading.source, f"{OWN}/overrides/{name}") == "file"
    return own or any((Path(place) / "templates" / name).is_file() for place in places)


def not_shown(context: Context) -> Iterator[Problem]:
    """Rule ``halaman-tak-tampil``: a page at or below the address of what is not there, or not for everyone."""
    published = {
        entry.id: isinstance(entry.record, Penilaian) and entry.record.publikasi.is_published
        for entry in context.reading.of_kind("penilaian")
    }
    for page in context.reading.content.pages:
        owned = owner_of(page.address)
        if owned is None:
            continue
        node, _address = owned
        meant = ""
        if node.kind == "penilaian":
            kind, state = gettext("penilaian"), _state(node.id in published, not published.get(node.id))
        elif node.kind == "instrumen":
            kind, state = gettext("instrumen"), _state(node.id in context.instruments, hidden=False)
        else:
            kind = gettext(KINDS[node.kind].singular).lower()
            record = context.by_node[node].record if node in context.by_node else None
            hidden = isinstance(record, Entri) and not record.is_open
            state = _state(node in context.by_node, hidden)
            near = context.meant(node.kind, node.id) if node not in context.by_node else None
            meant = did_you_mean(node.id, [near]) if near else ""
        if state:
            rule = RULES["halaman-tak-tampil"]
            yield rule.at(page.file, jenis=kind, id=shorten(node.id), keadaan=gettext(state), maksud=meant)


def _state(there: bool, hidden: bool) -> str | None:  # noqa: FBT001
    if not there:
        return mark("tidak ada pada data")
    return mark("tidak tampil untuk umum") if hidden else None


def active(context: Context) -> Iterator[Problem]:
    """Rule ``halaman-aktif``, unless the profile allows it."""
    profile = next((entry.record for entry in context.reading.of_kind("profil")), None)
    if isinstance(profile, Profil) and profile.publikasi.html_bebas:
        return
    rule = RULES["halaman-aktif"]
    for page in context.reading.content.pages:
        for part in active_parts(page.text):
            yield rule.at(page.file, part.line + page.lines, part.column, bagian=shorten(part.part))
        for link in page_links(page.text):
            if not link.in_html and (is_elsewhere(link.target) if link.shown else is_active(link.target)):
                yield rule.at(page.file, link.line + page.lines, link.column, bagian=shorten(link.target))
        bare = without_code(page.text)
        for match in _BRACED.finditer(bare):
            line = bare.count("\n", 0, match.start(1)) + 1 + page.lines
            column = match.start(1) - bare.rfind("\n", 0, match.start(1))
            yield rule.at(page.file, line, column, bagian=match[1])


def closed_named(context: Context) -> Iterator[Problem]:
    """Rule ``tautan-tertutup``: a page names a record that not everyone may see, as a record or by its address."""
    for page in context.reading.content.pages:
        places: dict[tuple[Node, int], int] = {}
        for node, line, column in _named(page):
            places.setdefault((node, line), column)
        for (node, line), column in places.items():
            entry = context.by_node.get(context.former.get(node, node))
            if entry and isinstance(entry.record, Entri) and not entry.record.is_open:
                yield RULES["tautan-tertutup"].at(
                    page.file,
                    line + page.lines,
                    column,
                    jenis=gettext(KINDS[node.kind].singular).lower(),
                    id=node.id,
                    klasifikasi=gettext(KLASIFIKASI.label(entry.record.klasifikasi)).lower(),
                )


def _named(page: PageFile) -> Iterator[tuple[Node, int, int]]:
    """What links and addresses in ``page`` mean, each with its place."""
    from spbe.region.record_links import record_links

    for one in record_links(page.text):
        yield Node(one.kind, one.id), one.line, one.column
    for link in page_links(page.text):
        parts = link.parts
        if parts is None or (parts.scheme and not parts.netloc):
            continue
        for path in (parts.path,) if parts.netloc else link.files(page.uri):
            node = pointed_at(path, parts.fragment)
            if node:
                yield node, link.line, link.column
    for match in _OF_RECORDS.finditer(page.text):
        node = pointed_at(*match[0].partition("#")[::2])
        if node:
            at = match.start()
            yield node, page.text.count("\n", 0, at) + 1, at - page.text.rfind("\n", 0, at)


CHECKS = (addresses, templates, not_shown, active, closed_named)
