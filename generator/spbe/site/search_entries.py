"""What search tells of a record beside its words: kind, owner, domain, state, and what else it is called."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final

from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.choices import choices_of
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.peta_rencana import PetaRencana
from spbe.model.record import Entri, Record
from spbe.region import Node, Region
from spbe.site.addresses import record_address
from spbe.site.details import answers_of
from spbe.site.kind_presentations import PRESENTATIONS
from spbe.site.page import SearchEntry
from spbe.site.record_sentence import sentence
from spbe.site.site_context import SiteContext
from spbe.wording.fields import Attribute, describe, label_of

FACETS: Final = ("jenis", "opd", "domain", "keadaan")
"""What results may be narrowed down by; ``domain`` is that of the index, which indicators have."""
APART: Final = " · "
"""Stands between the names of one thing."""
LATER: Final = "kemudian"
"""Told of what is not there yet, or no longer: it comes after what is."""
GENERAL: Final = "umum"
"""Told of a page about many things: it comes after what is about one."""
BESIDE: Final = "lain"
"""Told of a page about an assessment or instrument that the region does not lead with: it comes after that one."""
ORDER: Final = "urut"
"""Told of a record: the place of its kind among those with such a name."""
ABOUT: Final = "apa"
"""What the thing is, in a sentence: an excerpt begins with it."""
ANSWERS: Final = "jawab"
"""The questions that a page answers."""
UNTOLD: Final = frozenset({"sha256", "dahulu", "sumber"})
"""Fields by which nobody looks for a record."""
RELATED: Final = 60
"""Names of related records by which a record is found; one that serves everybody would be found by any name."""
ABOUT_LENGTH: Final = 160
"""So many letters of what a thing is."""
MARKED: Final = "–"
"""The value of those that are only told, in which search finds no word."""

Facets = dict[str, str]


def _facets_of(region: Region, node: Node, record: Entri) -> Facets:
    """What search tells of the record at ``node``.

    ``jenis``, ``opd`` and ``keadaan`` are shown and may be chosen, ``rinci`` is the finer kind and only shown;
    ``sebutan`` holds its other names and ``pemilik`` those of its office, both only searched.
    """
    kind = KINDS[node.kind]
    shown = PRESENTATIONS[node.kind]
    finer = label_of(record, "jenis") if kind.jenis is not None else None
    told: Facets = {"jenis": _(kind.singular), "sebutan": getattr(record, "singkatan", None) or "", "id": node.id}
    told[ORDER] = str(shown.hit_order)
    told[ABOUT] = " ".join((record.uraian or sentence(region, node, record) or "").split())[:ABOUT_LENGTH]
    if finer:
        told["rinci"] = finer
    if office := region.owner(record):
        told["opd"] = office.nama
        told["pemilik"] = _joined(office.singkatan, office.id)
    elif node.kind == OFFICE:
        told["opd"] = record.nama
    return told | _state(region, record)


def entries_of(site: SiteContext) -> tuple[SearchEntry, ...]:
    """Every record by what it says itself, whether it has a page or is a row of one.

    Pages are not read for that: they also tell of others, and what else is missing.
    """
    return tuple(
        SearchEntry(
            record_address(node),
            record.nama,
            tuple(_words(site, node, record)) or (record.nama,),  # Pagefind passes over what has none
            tuple(filter(None, _beside(site, node, record))),
            _facets_of(site.region, node, record),
        )
        for node, record in site.region.nodes()
    )


def _joined(*names: str | None) -> str:
    return APART.join(dict.fromkeys(filter(None, names)))


def _state(region: Region, record: Entri) -> Facets:
    if isinstance(record, PetaRencana):
        label = label_of(record, "status")
        over = {LATER: MARKED} if record.is_over else {}
        return {"keadaan": label, **over} if label else {}
    if isinstance(record, Bukti):
        if record.berlaku_sampai is None:
            return {}
        if record.berlaku_sampai.last < region.date:
            return {"keadaan": _("Sudah lewat"), LATER: MARKED}
        return {"keadaan": _("Masih berlaku")}
    if isinstance(record, Record):
        later = {LATER: MARKED} if not record.is_current else {}
        return {"keadaan": label_of(record, "keadaan") or "", **later}
    return {}


def _words(site: SiteContext, node: Node, record: Entri) -> Iterator[str]:
    """What the record says, a text for each of its fields; those of closed lists say the same of many."""
    if record.uraian:
        yield record.uraian
    visible = site.view.visible_fields(node, record) - UNTOLD - _coded(type(record))
    told = describe(site.region, record, visible)
    yield from filter(None, map(_plain, told))


def _beside(site: SiteContext, node: Node, record: Entri) -> Iterator[str]:
    """Where the record stands in the reference architecture, and what it is related to."""
    if isinstance(record, Record):
        reference = site.region.reference
        names = [name for code in record.referensi if code in reference.nodes for name in reference.names(code)]
        yield " › ".join(names)
    if node.kind != OFFICE:  # an office would be found by the name of everything in it
        ends = (site.region.get(other) for _name, other, _relation in site.region.relations.of(node))
        related = dict.fromkeys(end.nama for end in ends if end)
        answered = (name for _assessment, name, _address in answers_of(site, node)) if isinstance(record, Bukti) else ()
        yield ", ".join([*islice(related, RELATED), *dict.fromkeys(answered)])


@cache
def _coded(model: type[Entri]) -> frozenset[str]:
    return frozenset(choices_of(model))


def _plain(attribute: Attribute) -> str:
    return f"{attribute.label}: {attribute.text}" if attribute.shape in {"text", "link", "list", "nodes"} else ""
