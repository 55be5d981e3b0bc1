"""Hand-written pages can be read, and links from them lead to records that exist."""

from __future__ import annotations

import os
from collections.abc import Iterator

from spbe.checks.context import Context
from spbe.model.kinds import KINDS
from spbe.problems import RULES, Problem
from spbe.region import Node
from spbe.region.record_links import RecordLink, record_links
from spbe.yamlio.guard import page_characters
from spbe.yamlio.validation import closest, did_you_mean, shorten


def record_targets(context: Context) -> Iterator[Problem]:
    """Rules ``halaman-utf8``, ``halaman-karakter``, ``tautan-catatan`` and ``rujukan-dahulu``."""
    root = context.reading.root
    for path in context.reading.layout.pages:
        try:
            content = path.read_bytes()
        except OSError:  # the build will say so
            continue
        file = os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace")
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = content[: error.start].decode("utf-8-sig", "replace")
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            yield RULES["halaman-utf8"].at(file, line, column)
            text = content.decode("utf-8-sig", "replace")
        else:
            yield from page_characters(file, text.replace("\r\n", "\n"))
        for link in record_links(text.replace("\r\n", "\n")):
            node = Node(link.kind, link.id)
            if node in context.former and node not in context.by_node:
                now = context.former[node].id
                yield RULES["rujukan-dahulu"].at(file, link.line, link.column, id=link.id, kini=now)
            elif node not in context.by_node and context.state(node) == "gone":
                yield _wrong(context, link, file)


def _wrong(context: Context, link: RecordLink, file: str) -> Problem:
    written = f"{link.kind}/{link.id}" if link.id else link.kind
    kind = link.kind if link.kind in KINDS else closest(link.kind, KINDS)
    meant = link.id if kind and Node(kind, link.id) in context.by_node else context.meant(kind or "", link.id)
    return RULES["tautan-catatan"].at(
        file,
        link.line,
        link.column,
        tulisan=shorten(written),
        maksud=did_you_mean(written, [f"{kind}/{meant}"]) if meant else "",
        pilihan=", ".join(KINDS),
    )


CHECKS = (record_targets,)
