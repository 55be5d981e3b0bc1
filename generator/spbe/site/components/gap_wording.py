"""Gaps in words: what differs, how far its closing is, and what to mend where roadmap and records disagree."""

from __future__ import annotations

from typing import Final

from spbe import wording
from spbe.catalogue.activities import Fault, RoadmapFault
from spbe.catalogue.gaps import Change, Gap, State
from spbe.i18n import gettext as _
from spbe.model.record import Record
from spbe.model.values import Tanggal
from spbe.region import Node
from spbe.site.addresses import record_address
from spbe.site.site_context import SiteContext
from spbe.wording.fields import Attribute, changes_of

SHORT: Final = 40
"""Values of more letters are not shown side by side: the field is named, and the record's page has the values."""

DESCRIPTION: Final = "uraian"
"""The field that says in a coming version what will change; it is told without its label."""

SENTENCE: Final = 110
"""So many letters of a description are told."""

NAMED: Final = 3
"""So many fields or records are named before the others are counted."""

BADGES: Final[dict[State, str]] = {
    "tanpa-kegiatan": "tanpa-kegiatan",
    "belum-dicatat": "lewat",
    "ditunda": "ditunda",
    "terencana": "direncanakan",
    "berjalan": "berjalan",
    "tertutup": "selesai",
    "tanpa-selisih": "meragukan",
}
"""The shape of each state."""


def change_label(change: Change) -> str:
    """What differs, in a word."""
    return {
        "baru": _("Baru"),
        "perubahan": _("Berubah"),
        "penggantian": _("Diganti"),
        "penghentian": _("Dihentikan"),
        "tercapai": _("Baru atau berubah"),
    }[change]


def state_label(state: State) -> str:
    """How far the closing is."""
    return {
        "tanpa-kegiatan": _("Tanpa kegiatan"),
        "belum-dicatat": _("Selesai, belum dicatat"),
        "ditunda": _("Ditunda"),
        "terencana": _("Terencana"),
        "berjalan": _("Berjalan"),
        "tertutup": _("Tertutup"),
        "tanpa-selisih": _("Belum dirinci"),
    }[state]


def fault_words(fault: Fault) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    return {
        "selesai-belum-dicatat": (
            _("Kegiatan selesai, catatan belum diperbarui"),
            _("Catatannya masih menyebut rencana. Perbarui catatan, atau periksa apakah kegiatannya memang selesai."),
        ),
        "terkini-belum-selesai": (
            _("Kegiatan belum selesai, tetapi catatannya tidak menyebut perubahan {pada_data}"),
            _("Bila sudah selesai, ubah statusnya. Bila belum, tulis yang akan berubah pada isian rencana."),
        ),
        "lewat-tahun": (
            _("Tahun selesainya sudah lewat"),
            _("Statusnya belum selesai. Perbarui status atau tahunnya."),
        ),
        "lewat-tanggal": (
            _("Tanggal rencananya sudah lewat"),
            _("Catatannya masih menyebut rencana. Jadikan keadaan saat ini, atau perbarui tanggalnya."),
        ),
        "masih-dirujuk": (
            _("Akan dihentikan, tetapi masih dirujuk"),
            _("Catatan yang menunjuknya belum punya rencana {pada_data} untuk berpindah."),
        ),
        "tanpa-catatan": (
            _("Kegiatan belum menyebut catatan yang diubah {pada_data}"),
            _("Tanpa itu tidak terlihat kesenjangan mana yang ditutupnya."),
        ),
        "tanpa-tujuan": (
            _("Kegiatan belum menyebut indikator yang dituju {pada_data}"),
            _("Tata kelola dan manajemen tidak mengubah catatan; tujuannya dikenali dari indikatornya."),
        ),
    }[fault]


def slip_line(site: SiteContext, slip: RoadmapFault) -> tuple[str, str, str]:
    """Name and address of the one to mend, and what it is about."""
    others = named(site, slip.others)
    if slip.fault == "masih-dirujuk":
        told = _("dirujuk {nama}").format(nama=others)
    elif slip.fault == "selesai-belum-dicatat":
        told = others
    else:
        record = site.region.get(slip.node)
        told = wording.day(_due(record)) if slip.fault == "lewat-tanggal" else ""
    return site.region.name(slip.node), record_address(slip.node), told


def named(site: SiteContext, nodes: tuple[Node, ...]) -> str:
    """The names of ``nodes``, the first few of them if they are many."""
    names = [site.region.name(node) for node in nodes]
    return _some(names)


def words_of(site: SiteContext, gap: Gap) -> str:
    """``gap`` from as-is to to-be: ``berjalan → dihentikan 1 Mei 2027``."""
    when = wording.day(gap.due) if gap.due else ""
    if gap.change == "baru":
        said = _("belum ada → mulai {kapan}").format(kapan=when) if when else _("belum ada → akan ada")
    elif gap.change == "penggantian" and gap.is_open:
        said = _("berjalan → diganti {nama}").format(nama=named(site, gap.successors))
        said += f" ({when})" if when else ""
    elif gap.change == "penghentian" and gap.is_open:
        said = _("berjalan → dihentikan {kapan}").format(kapan=when) if when else _("berjalan → dihentikan")
    elif gap.change == "perubahan":
        said = _changed(site, gap)
    elif gap.change == "penggantian":
        said = _("sudah diganti {nama}").format(nama=named(site, gap.successors))
    elif gap.state == "tanpa-selisih":
        said = _("catatannya belum menyebut yang akan berubah {pada_data}")
    else:
        said = _("sudah dihentikan") if gap.stops else _("sudah tidak berbeda {pada_data}")
    if gap.waits:
        said += "; " + _("menunggu {nama}").format(nama=named(site, gap.waits))
    return said


def _brief(attribute: Attribute) -> str | None:
    """The value of a field where it is short enough to stand in a line; ``None`` where it is not."""
    if attribute.shape in {"figure", "none"}:
        return attribute.text
    if attribute.shape in {"parts", "mapping"}:
        return None
    return attribute.text if len(attribute.text) <= SHORT else None


def _changed(site: SiteContext, gap: Gap) -> str:
    record = site.region.get(gap.node)
    pairs = [pair for pair in changes_of(site.region, record) if pair[1].name in gap.fields] if record else []
    told = (_difference(now, then) for now, then in pairs)
    said = sorted(told, key=len)
    return _some(said, "; ")


def _difference(now: Attribute, then: Attribute) -> str:
    """One field: what it will say, beside what it says where both are short; references by what comes and goes."""
    label = _(then.label)
    if then.name == DESCRIPTION and then.shape == "text":
        return _shorten(then.text).rstrip(".")
    if then.shape == "nodes":
        before, after = _names(now), _names(then)
        said = [_("tambah {nama}").format(nama=_some(new))] if (new := [x for x in after if x not in before]) else []
        said += [_("lepas {nama}").format(nama=_some(old))] if (old := [x for x in before if x not in after]) else []
        return f"{label}: {', '.join(said)}" if said else label
    short, coming = _brief(now), _brief(then)
    if short is not None and coming is not None:
        return f"{label}: {short} → {coming}"
    return f"{label}: {_shorten(then.text).rstrip('.')}" if then.shape in {"text", "link"} else label


def _shorten(words: str) -> str:
    """``words`` up to :data:`SENTENCE` letters, cut between words."""
    if len(words) <= SENTENCE:
        return words
    return words[:SENTENCE].rsplit(" ", 1)[0].rstrip(".,;:") + "…"


def _names(attribute: Attribute) -> list[str]:
    return [one.name for one in attribute.value] if attribute.shape == "nodes" else []


def _some(parts: list[str], between: str = ", ") -> str:
    if len(parts) <= NAMED + 1:
        return between.join(parts)
    return between.join(parts[:NAMED]) + between + _("dan {n} lainnya").format(n=len(parts) - NAMED)


def _due(record: object) -> Tanggal | None:
    if not isinstance(record, Record):
        return None
    return record.rencana.sejak if record.rencana is not None and record.rencana.sejak else record.sejak
