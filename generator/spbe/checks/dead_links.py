"""Links from hand-written pages lead somewhere: to records, pages, attachments, or other sites."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from spbe.checks.check_context import Context
from spbe.checks.public_addresses import faults_in
from spbe.i18n import gettext
from spbe.model.kinds import KINDS
from spbe.model.web import has_password
from spbe.problems import RULES, Problem
from spbe.region import Node
from spbe.region.moved_links import present_address
from spbe.region.page_links import PageLink, page_links, spelled
from spbe.region.page_reader import PageFile
from spbe.region.record_links import RecordLink, record_links
from spbe.region.site_addresses import GENERATED
from spbe.yamlio.validation import closest, did_you_mean, shorten


def record_targets(context: Context) -> Iterator[Problem]:
    """Rules ``tautan-catatan`` and ``rujukan-dahulu``."""
    for page in context.reading.content.pages:
        for link in record_links(page.text):
            node = Node(link.kind, link.id)
            line = link.line + page.lines
            if node in context.former and node not in context.by_node:
                now = context.former[node].id
                yield RULES["rujukan-dahulu"].at(page.file, line, link.column, id=link.id, kini=now)
            elif node not in context.by_node and context.state(node) == "gone":
                yield _wrong(context, link, page.file, line)


def _wrong(context: Context, link: RecordLink, file: str, line: int) -> Problem:
    written = f"{link.kind}/{link.id}" if link.id else link.kind
    kind = link.kind if link.kind in KINDS else closest(link.kind, KINDS)
    meant = link.id if kind and Node(kind, link.id) in context.by_node else context.meant(kind or "", link.id)
    return RULES["tautan-catatan"].at(
        file,
        line,
        link.column,
        tulisan=shorten(written),
        maksud=did_you_mean(written, [f"{kind}/{meant}"]) if meant else "",
        pilihan=", ".join(KINDS),
    )


def page_targets(context: Context) -> Iterator[Problem]:
    """Rules ``tautan-halaman``, ``tautan-tak-terbaca``, ``berkas-samping`` and those of addresses elsewhere."""
    content = context.reading.content
    known = {spelled(page.uri) for page in content.pages} | content.attachments.keys() | content.beside.keys()
    places = {spelled(page.address) for page in content.pages}
    for page in content.pages:
        for link in page_links(page.text):
            line = link.line + page.lines
            parts = link.parts
            if parts is None:
                yield RULES["tautan-tak-terbaca"].at(page.file, line, link.column, tulisan=shorten(link.target))
            elif parts.scheme or parts.netloc:
                for rule, written in faults_in(link.target):
                    if rule == "alamat-sandi":  # told of the whole page
                        continue
                    yield RULES[rule].at(page.file, line, link.column, tulisan=shorten(written))
            elif parts.path and not _leads(page, link, known, places):
                meant = _meant(page, link, known)
                words = shorten(link.target)
                yield RULES["tautan-halaman"].at(page.file, line, link.column, tulisan=words, maksud=meant)


def passwords(context: Context) -> Iterator[Problem]:
    """Rule ``alamat-sandi``, where a link leaves out the scheme or writes it with HTML's escapes; once a line."""
    for page in context.reading.content.pages:
        told = {part.line for part in context.reading.sensitive.get(page.file, ()) if part.rule == "alamat-sandi"}
        for line, column, address in _targets(page.text):
            if has_password(address) and line + page.lines not in told:
                told.add(line + page.lines)
                yield RULES["alamat-sandi"].at(page.file, line + page.lines, column)


def _targets(text: str) -> Iterator[tuple[int, int, str]]:
    """Where links lead, with a scheme in any case."""
    for link in page_links(text):
        yield link.line, link.column, f"https:{link.target}" if link.target.startswith("//") else link.target


def _leads(page: PageFile, link: PageLink, known: set[str], places: set[str]) -> bool:
    """Whether ``link`` leads to a file that is there, a page, or below a folder whose files only a plan knows."""
    files = tuple(map(spelled, link.files(page.uri)))
    if any(uri in known for uri in files):
        return True
    address = posixpath.normpath(posixpath.join(page.address, unquote(link.parts.path if link.parts else "")))
    found = [*files, spelled(address.strip("/"))]
    if any(uri in {"", "."} or PurePosixPath(uri).parts[0] in GENERATED for uri in found):
        return True
    return any(f"/{uri.strip('/')}/" in places for uri in found if not uri.endswith(".md"))


def _meant(page: PageFile, link: PageLink, known: set[str]) -> str:
    """Where ``link`` may lead instead, in a sentence: to the present address of a page that moved, else to its like."""
    if (present := present_address(link.target)) != link.target:
        return gettext(" Alamatnya sekarang `{alamat}`; `spbe migrate` menulisnya ulang.").format(alamat=present)
    folder = posixpath.dirname(page.uri)
    choices = {posixpath.relpath(uri, folder or "."): uri for uri in sorted(known)}
    return did_you_mean(unquote(link.parts.path if link.parts else ""), choices)


CHECKS = (record_targets, page_targets, passwords)
