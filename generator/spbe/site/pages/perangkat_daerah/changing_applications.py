"""Which applications that an office owns or uses come, change or end, and by which activity of the roadmap."""

from __future__ import annotations

from dataclasses import dataclass

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


def changing_applications(site: SiteContext, office: Node) -> tuple[ChangingApplication, ...]:
    """Those that ``office`` owns or uses, by name."""
    nodes = {
        relation.source
        for relation in site.region.relations.incoming.get(office, ())
        if relation.source.kind == kind_of(Aplikasi) and relation.field in {"perangkat_daerah", "pengguna"}
    }
    found = [told for node in nodes if (told := _changing(site.region, node)) is not None]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.address)))


def _changing(region: Region, node: Node) -> ChangingApplication | None:
    record = region.get(node)
    if not isinstance(record, Aplikasi):
        return None
    activities = _activities(region, node)
    words = _words(record)
    if not words and (not activities or record.is_discontinued):
        return None
    return ChangingApplication(record.nama, record_address(node), words, activities)


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
