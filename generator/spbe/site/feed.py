"""An Atom feed of the changes, for readers who want to be told; found through every page's head."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from spbe import wording
from spbe.history import HistoryStep
from spbe.i18n import gettext as _
from spbe.i18n import language
from spbe.site.addresses import CHANGES
from spbe.site.page import Asset
from spbe.site.site_context import SiteContext
from spbe.site.templates import filled

PATH = f"{CHANGES.strip('/')}/umpan.xml"
"""Where the feed lies on the site."""

ENTRIES = 30
"""How many steps it tells, newest first."""


@dataclass(frozen=True)
class FeedEntry:
    """One step: ``id`` never changes, ``day`` is ``YYYY-MM-DD``, ``month`` the fragment of the page that tells it."""

    id: str
    title: str
    day: str
    month: str


def feed_of(site: SiteContext) -> Asset | None:
    """The feed as a file; ``None`` while no change is known."""
    steps = sorted(site.past.steps, key=lambda step: step.date, reverse=True)[:ENTRIES]
    if not steps:
        return None
    name = site.region.profil.nama
    context = {
        "id": _urn(name, ""),
        "title": _("Perubahan data {nama}").format(nama=name),
        "day": steps[0].date.isoformat(),
        "author": name,
        "language": language(),
        "entries": [_entry(name, step) for step in steps],
    }
    text = filled(site.env, "components/feed.xml.j2", context)
    return Asset(PATH, text.encode())


def _entry(name: str, step: HistoryStep) -> FeedEntry:
    said = []
    for action, words in (("tambah", _("{n} ditambah")), ("ubah", _("{n} diubah")), ("hapus", _("{n} dihapus"))):
        number = sum(change.action == action for change in step.changes)
        if number:
            said.append(words.format(n=wording.number(number)))
    title = f"{wording.day(step.date)}: {', '.join(said)}"
    return FeedEntry(_urn(name, step.id), title, step.date.isoformat(), f"{step.date:%Y-%m}")


def _urn(name: str, step: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'spbe/{name}/{step}')}"
