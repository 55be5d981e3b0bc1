"""Attachments that somebody names are there, and those that are there are named by somebody and run nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from urllib.parse import unquote

from spbe.checks.check_context import Context
from spbe.i18n import gettext
from spbe.model.bukti import Bukti
from spbe.model.file_names import folded
from spbe.model.record import Entri
from spbe.problems import RULES, Problem
from spbe.region import Entry
from spbe.region.active_files import LARGEST, activity, is_drawn
from spbe.region.content import attachment_uri
from spbe.region.layout import ATTACHMENTS
from spbe.yamlio.validation import MEANT, did_you_mean


def missing(context: Context) -> Iterator[Problem]:
    """Rules ``lampiran-tak-ada`` and, where the file must stay closed, ``lampiran-tertutup-tak-ada``."""
    attachments = context.reading.content.attachments
    there = {folded(uri): uri.removeprefix(f"{ATTACHMENTS}/") for uri in sorted(attachments, reverse=True)}
    for entry in context.reading.entries:
        for named in entry.attachments:
            if attachment_uri(named.text) not in attachments:
                closed = isinstance(entry.record, Entri) and not entry.record.is_open
                rule = "lampiran-tertutup-tak-ada" if closed else "lampiran-tak-ada"
                yield entry.problem(rule, named.path, berkas=named.text, maksud=_meant(named.text, there))


def _meant(written: str, there: dict[str, str]) -> str:
    """The file that differs from ``written`` by case, form of Unicode or folder alone, else one of a similar name."""
    same = there.get(folded(attachment_uri(written))) or _alone(written, there)
    if same:
        return " " + gettext(MEANT).format(kata=same)
    return did_you_mean(written, there.values())


def _alone(written: str, there: dict[str, str]) -> str | None:
    """The one attachment of that name, in whatever folder."""
    name = folded(unquote(written).rpartition("/")[2])
    found = [place for place in there.values() if folded(place.rpartition("/")[2]) == name]
    return found[0] if len(found) == 1 else None


def changed(context: Context) -> Iterator[Problem]:
    """Rule ``lampiran-hash``: the file is another than the one whose fingerprint was written down."""
    attachments = context.reading.content.attachments
    told: list[tuple[Entry, Bukti, str]] = []
    for entry in context.reading.of_kind("bukti"):
        record = entry.record
        if isinstance(record, Bukti) and record.sha256 and record.berkas:
            path = attachments.get(attachment_uri(record.berkas))
            told += [(entry, record, str(path))] if path is not None else []
    streams = context.reading.source.stream(path for _entry, _record, path in told)
    for (entry, record, _path), (_same, pieces) in zip(told, streams, strict=True):
        found = _fingerprint(pieces)
        if found is not None and found != str(record.sha256).lower():
            yield entry.problem("lampiran-hash", ("sha256",), berkas=record.berkas, hash=found)


def _fingerprint(pieces: Iterator[bytes]) -> str | None:
    found = hashlib.sha256()
    try:
        for piece in pieces:
            found.update(piece)
    except OSError:  # told by whoever copies it
        return None
    return found.hexdigest()


def unnamed(context: Context) -> Iterator[Problem]:
    """Rules ``lampiran-tak-dirujuk``, ``lampiran-sisa`` and ``berkas-samping``."""
    content, layout = context.reading.content, context.reading.layout
    named = {uri for _page, _link, uri in content.named_by(content.pages)} | set(content.always)
    for entry in context.reading.entries:
        named |= {attachment_uri(one.text) for one in entry.attachments}
    for uri, path in content.attachments.items():
        if uri not in named:
            yield RULES["lampiran-tak-dirujuk"].at(layout.name(path))
    for uri, path in content.beside.items():
        if uri not in named or not (content.usable_beside(uri) or uri in content.always):
            yield RULES["berkas-samping"].at(layout.name(path), nama=path.name)
    for path in content.left_behind:
        yield RULES["lampiran-sisa"].at(layout.name(path))


def active(context: Context) -> Iterator[Problem]:
    """Rule ``lampiran-aktif``, of everything that might be published as it is."""
    content, source = context.reading.content, context.reading.source
    files = (*content.attachments.values(), *content.beside.values())
    source.prepare([str(path) for path in files if is_drawn(path)], LARGEST)
    for uri, path in (*content.attachments.items(), *content.beside.items()):
        why = activity(source, path) if uri not in content.set_up else None
        if why:
            yield RULES["lampiran-aktif"].at(context.reading.layout.name(path), sebab=why)


CHECKS = (missing, changed, unnamed, active)
