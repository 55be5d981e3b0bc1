"""What a record is, in one sentence made of what is known: kind, owner, state, and what it does for others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from spbe import wording
from spbe.i18n import gettext, mark
from spbe.model.kinds import OFFICE
from spbe.model.record import CURRENT, PLANNED, Entri, Record
from spbe.region import Node, Region
from spbe.site.counted import counted, listed
from spbe.site.kind_presentations import PRESENTATIONS, Clause, KindPresentation

_TARGETS: Final = {
    "masyarakat": mark("masyarakat"),
    "pelaku-usaha": mark("pelaku usaha"),
    "pegawai": mark("pegawai pemerintah"),
    "pemerintah": mark("instansi pemerintah"),
}


def sentence(region: Region, node: Node, record: object) -> str | None:
    """What ``record`` is; ``None`` for kinds that are described otherwise."""
    shown = PRESENTATIONS[node.kind]
    if not isinstance(record, Record) or not shown.heads:
        return None
    start = _start(region, record, shown)
    if record.is_discontinued:
        return _ended(region, node, record, start)
    parts = [words for clause in shown.clauses if (words := _said(region, node, record, clause))]
    if record.is_planned:
        planned = gettext("{awal}, masih berupa rencana; nantinya {isi}.")
        return (planned if parts else gettext("{awal}, masih berupa rencana.")).format(awal=start, isi=listed(parts))
    return (gettext("{awal}, {isi}.") if parts else "{awal}.").format(awal=start, isi=listed(parts))


def _start(region: Region, record: Record, shown: KindPresentation) -> str:
    start = gettext(by_code(shown.heads, record, shown.typed_by)).format(nama=record.nama)
    owner = _owner(region, record)
    if owner:
        words = gettext("{awal} yang dikelola {pemilik}") if is_managed_only(record) else gettext(shown.owned)
        start = words.format(awal=start, pemilik=owner)
    targets = [gettext(_TARGETS[one]) for one in getattr(record, shown.serves or "", ()) if one in _TARGETS]
    return gettext("{awal} untuk {siapa}").format(awal=start, siapa=listed(targets)) if targets else start


def by_code(words: Mapping[str, str], record: Entri, name: str) -> str:
    """Those of ``words`` for the one code in the field ``name``, else those for all others; empty without any."""
    code = getattr(record, name, None)
    if isinstance(code, tuple):
        code = code[0] if len(code) == 1 else None
    return words.get(code or "", words.get("", ""))


def is_managed_only(record: object) -> bool:
    """Whether the office of infrastructure runs what somebody else owns."""
    return getattr(record, "kepemilikan", None) not in {None, "sendiri"}


def _owner(region: Region, record: Record) -> str | None:
    outside: str | None = getattr(record, "pemilik_luar", None)
    office = region.owner(record)
    return outside or (office.short_name if office else None)


def _short(region: Region, node: Node) -> str:
    return getattr(region.get(node), "singkatan", None) or region.name(node)


def _ended(region: Region, node: Node, record: Record, start: str) -> str:
    after = [region.name(other) for name, other, one in region.relations.of(node) if name == "Digantikan oleh"]
    when = wording.day(record.sejak) if record.sejak else ""
    if after and when:
        words = gettext("{awal}, dihentikan sejak {tanggal} dan digantikan {apa}.")
    elif after:
        words = gettext("{awal}, sudah dihentikan dan digantikan {apa}.")
    else:
        words = gettext("{awal}, dihentikan sejak {tanggal}.") if when else gettext("{awal}, sudah dihentikan.")
    return words.format(awal=start, tanggal=when, apa=listed(after))


def _said(region: Region, node: Node, record: Record, clause: Clause) -> str | None:
    found = list(dict.fromkeys(_others(region, node, record, clause.relation)))
    office = region.owner(record)
    if office is not None and found == [Node(OFFICE, office.id)]:
        return None  # the owner has been named
    kinds = list(dict.fromkeys(other.kind for other in found))
    things = []
    for kind in kinds:
        of_kind = [other for other in found if other.kind == kind]
        named = len(of_kind) == 1 and len(kinds) == 1
        number = counted(kind, len(of_kind))
        things.append(_short(region, of_kind[0]) if named else number)
    if not things:
        return None
    return gettext(clause.words).format(apa=listed(things))


def _others(region: Region, node: Node, record: Record, relation: str) -> Iterator[Node]:
    """The other ends of ``relation``: what is there today, for a planned record also what is planned."""
    states = {CURRENT} if record.is_current else {CURRENT, PLANNED}
    for name, other, one in region.relations.of(node):
        if name == relation and not one.planned and getattr(region.get(other), "keadaan", None) in states:
            yield other
