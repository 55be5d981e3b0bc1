"""Which applications that an office owns or uses come, change or end, and by which activity of the roadmap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.aplikasi import Aplikasi
from spbe.model.kinds import kind_of
from spbe.model.peta_rencana import PetaRencana
from spbe.region import Node, Region
from spbe.site.addresses import record_address
from spbe.site.site_context import SiteContext


@dataclass(frozen=True, slots=True)
class ChangingApplication:
    """An application with what becomes of it, in words; ``activities`` are names and addresses."""

    name: str
    address: str
    words: str
    activities: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChangingApplications:
    """Those that an office ``owned``, and those of others that it ``used``, each by name."""

    owned: tuple[ChangingApplication, ...]
    used: tuple[ChangingApplication, ...]

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.owned) + len(self.used)


def changing_applications(site: SiteContext, office: Node) -> ChangingApplications:
    """Those of ``office``; what ended more than a year ago is no change any more."""
    named: dict[str, set[Node]] = {"perangkat_daerah": set(), "pengguna": set()}
    for relation in site.region.relations.incoming.get(office, ()):
        if relation.source.kind == kind_of(Aplikasi) and relation.field in named:
            named[relation.field].add(relation.source)
    owned = named["perangkat_daerah"]
    return ChangingApplications(_told(site.region, owned), _told(site.region, named["pengguna"] - owned))


def _told(region: Region, nodes: Iterable[Node]) -> tuple[ChangingApplication, ...]:
    found = [told for node in nodes if (told := _changing(region, node)) is not None]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.address)))


def _changing(region: Region, node: Node) -> ChangingApplication | None:
    record = region.get(node)
    if not isinstance(record, Aplikasi) or _ended_long_ago(region, record):
        return None
    activities = _activities(region, node)
    words = _words(record)
    if not words and (not activities or record.is_discontinued):
        return None
    return ChangingApplication(record.nama, record_address(node), words, activities)


def _ended_long_ago(region: Region, record: Aplikasi) -> bool:
    if not record.is_discontinued or record.sejak is None:
        return False
    return record.sejak.last < region.date - timedelta(days=365)


def _words(record: Aplikasi) -> str:
    since = wording.day(record.sejak) if record.sejak else ""
    if record.is_planned:
        return _("baru, direncanakan {kapan}").format(kapan=since) if since else _("baru, direncanakan")
    if record.is_discontinued:
        return _("dihentikan sejak {kapan}").format(kapan=since) if since else _("dihentikan")
    if record.rencana is None:
        return ""
    coming = record.rencana
    when = wording.day(coming.sejak) if coming.sejak else ""
    if coming.is_discontinued:
        return _("akan dihentikan {kapan}").format(kapan=when) if when else _("akan dihentikan")
    return _("akan berubah {kapan}").format(kapan=when) if when else _("akan berubah")


def _activities(region: Region, node: Node) -> tuple[tuple[str, str], ...]:
    """The activities of the roadmap that create or change the record at ``node``."""
    found = {
        relation.source
        for relation in region.relations.incoming.get(node, ())
        if relation.source.kind == kind_of(PetaRencana) and relation.field == "mengubah"
    }
    return tuple((region.name(one), record_address(one)) for one in sorted(found, key=lambda one: one.id))
