"""What a record's own page tells about dependence: what stops with it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spbe import wording
from spbe.catalogue.dependence import DOMAINS
from spbe.catalogue.impact import ImpactPath, Reached
from spbe.catalogue.protection import was_held
from spbe.i18n import gettext as _
from spbe.model.keamanan import ObjekKeamanan
from spbe.model.kinds import KINDS
from spbe.model.record import Entri
from spbe.region import Node
from spbe.site.addresses import record_address
from spbe.site.counted import counted, listed
from spbe.site.kind_presentations import PRESENTATIONS
from spbe.site.record_sentence import by_code
from spbe.site.site_context import SiteContext


@dataclass(frozen=True, slots=True)
class ImpactRecord:
    """A record at the end of a path: ``way`` names what stands between, or is empty where nothing does."""

    node: Node
    name: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class ImpactList:
    """Records of one kind, nearest first; ``more`` are counted and not listed.

    What stops at once with an application that the record carries is ``direct``, with its way.
    """

    title: str
    count: int
    direct: tuple[ImpactRecord, ...]
    indirect: tuple[ImpactRecord, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ImpactPanel:
    """What a record's page tells of dependence.

    ``title`` is empty where nothing can depend on such a record; ``short`` is for the strip of facts.

    ``lists`` are services and offices (for a service: processes and offices), ``beside`` numbers of others that stop
    too. ``address`` leads to the list of all services where there is one. Notes say what is not in the lists.
    """

    title: str
    short: str
    lead: str
    lists: tuple[ImpactList, ...]
    beside: str
    notes: tuple[str, ...]
    needs: tuple[ImpactList, ...]
    address: str | None = None

    @property
    def has_ways(self) -> bool:
        """Whether a list names ways, whose arrow is to be explained."""
        return any(one.way for told in self.lists for one in (*told.direct, *told.indirect))


def impact_panel(site: SiteContext, node: Node, record: Entri) -> ImpactPanel | None:
    """What the page of ``record`` tells; ``None`` for what is not in use today or is no part of a domain."""
    if node not in site.impact or node.kind not in DOMAINS:
        return None
    down, up = site.impact.dependents(node), site.impact.needs(node)
    shown = PRESENTATIONS[node.kind]
    first, words = shown.stops_first, by_code(shown.stops, record, shown.typed_by)
    title = _(words) if words else ""
    others = [kind for kind in DOMAINS if kind not in first]
    return ImpactPanel(
        title,
        _short(down, first),
        _lead(down, first),
        _lists(site, node, down, first) if title else (),
        listed(counted(kind, down.counts[kind]) for kind in others if kind in down.counts),
        _unknown(site, node) if title else (),
        _lists(site, node, up, DOMAINS, needs=True),
        impact_address(node) if node in site.impact.long_lists else None,
    )


def exposed(site: SiteContext, node: Node, record: Entri) -> str | None:
    """The sentence about what a security record of today protects; ``None`` for other kinds, or when nothing is."""
    if not isinstance(record, ObjekKeamanan) or not record.is_current or not was_held(record):
        return None
    relations = site.region.relations.outgoing.get(node, ())
    named = (one.target for one in relations if one.field == "melindungi" and not one.planned)
    protected = {target for target in named if target in site.impact}
    if not protected:
        return None
    counts = {kind: n for kind in DOMAINS if (n := sum(one.kind == kind for one in protected))}
    services = site.impact.depending_on_any(protected, "layanan")
    told = _("Tanpa pengamanan ini tidak ada yang langsung terganggu, tetapi {apa} menjadi lebih rawan.").format(
        apa=listed([counted(kind, n) for kind, n in counts.items()])
    )
    if not services:
        return told
    return f"{told} {_('{n} layanan bergantung padanya.').format(n=wording.number(services))}"


def impact_address(node: Node) -> str:
    """The list of all services that depend on the record at ``node``."""
    return f"{record_address(node)}dampak/"


def way_of(site: SiteContext, path: ImpactPath) -> str:
    """What stands between the two ends of ``path``, from the far end back: ``← aplikasi Y ← data Z``."""
    return " ".join(f"← {site.step_names[one]}" for one in path.between)


def _short(found: Reached, kinds: Iterable[str]) -> str:
    first = next((kind for kind in kinds if kind in found.counts), None)
    if first is None:
        return _("belum ada yang tercatat {pada_data}")
    near, far = found.direct[first], found.counts[first]
    if near == far:
        return _("{apa} langsung").format(apa=counted(first, near))
    if near:
        words = _("{apa} langsung, {n} termasuk dampak tidak langsung")
        return words.format(apa=counted(first, near), n=wording.number(far))
    return _("{apa} termasuk dampak tidak langsung").format(apa=counted(first, far))


def _lead(found: Reached, kinds: Iterable[str]) -> str:
    counts = [counted(kind, found.counts[kind]) for kind in kinds if kind in found.counts]
    if not counts:
        return _("Belum ada layanan atau perangkat daerah yang tercatat bergantung padanya {pada_data}.")
    near = [counted(kind, found.direct[kind]) for kind in kinds if found.direct.get(kind)]
    if not near:
        words = _("{apa} ikut terdampak.")
    elif near == counts:
        words = _("{apa} langsung terdampak.")
    else:
        words = _("{dekat} langsung terdampak; {apa} termasuk dampak tidak langsung.")
    return words.format(dekat=listed(near), apa=listed(counts))


def _lists(
    site: SiteContext, node: Node, found: Reached, kinds: Iterable[str], *, needs: bool = False
) -> tuple[ImpactList, ...]:
    return tuple(_list(site, node, found, kind, needs=needs) for kind in kinds if kind in found.counts)


def _list(site: SiteContext, node: Node, found: Reached, kind: str, *, needs: bool) -> ImpactList:
    direct: list[ImpactRecord] = []
    indirect: list[ImpactRecord] = []
    for path in found.nearest.get(kind, ()):
        name = site.region.name(path.end)
        if path.distance == 1:
            direct.append(ImpactRecord(path.end, name))
        else:
            through = ", ".join(site.step_names[one] for one in reversed(path.between)) if needs else way_of(site, path)
            near = not needs and site.impact.is_direct(node, path.end)
            told = ImpactRecord(path.end, name, _("lewat {apa}").format(apa=through) if needs else through)
            (direct if near else indirect).append(told)
    title = _(KINDS[kind].plural)
    return ImpactList(title, found.counts[kind], tuple(direct), tuple(indirect), found.more(kind))


def _unknown(site: SiteContext, node: Node) -> tuple[str, ...]:
    partners = [site.region.name(one) for one in site.impact.undirected(node)]
    if not partners:
        return ()
    words = _("Arah pertukaran data dengan {apa} belum diketahui, jadi belum dihitung.")
    return (words.format(apa=listed(partners)),)
