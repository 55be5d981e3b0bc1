"""What each matrix is called, what it answers, and what its signs mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from spbe.catalogue.matrices import Matrix
from spbe.i18n import gettext as _
from spbe.site.wording import number


@dataclass(frozen=True, slots=True)
class Words:
    """``legend`` are ``(sign, meaning)``; ``meanings`` say every sign that a cell may hold.

    ``lead`` tells a matrix in numbers, see :func:`lead`. ``without`` and ``unsure`` head the rows of a block
    that have no partner, or none that may be seen; ``unused`` and ``unused_unsure`` the same of columns.
    ``many`` heads a table of rows with many partners. ``lead_partly`` and ``without_partly`` stand for ``lead`` and
    ``without`` where some records that would fill cells are hidden.
    """

    title: str
    question: str
    lead: str
    reading: str
    legend: tuple[tuple[str, str], ...]
    meanings: Mapping[str, str]
    without: str
    unsure: str
    unused: str
    unused_unsure: str
    many: str = ""
    lead_partly: str = ""
    without_partly: str = ""


def words_of(name: str, *, partly: bool = False) -> Words:
    """The words of the matrix ``name``, in the language of the site; ``partly``: of what fills it, some is hidden."""
    words = _WORDS[name]()
    if not partly:
        return words
    return replace(words, lead=words.lead_partly or words.lead, without=words.without_partly or words.without)


def lead(words: Words, found: Matrix) -> str:
    """``found`` in numbers: rows (``n``), those with partners (``a``) and without (``k``), and partners (``m``)."""
    rows, without = found.size, found.without
    related = rows - without - found.unsure
    return words.lead.format(n=number(rows), a=number(related), k=number(without), m=number(found.partners))


def _offices() -> Words:
    return Words(
        title=_("Perangkat daerah dan aplikasi"),
        question=_("Aplikasi milik siapa, dan siapa yang memakainya."),
        lead=_(
            "{n} aplikasi, dimiliki atau dipakai {m} perangkat daerah; {k} tanpa perangkat daerah pemilik maupun "
            "pengguna."
        ),
        reading=_("Satu bagian untuk setiap pemilik. Aplikasi yang banyak pemakainya dilipat, sebagai kolom."),
        legend=(("M", _("milik")), ("P", _("dipakai")), ("MP", _("milik dan dipakai"))),
        meanings={"M": _("milik"), "P": _("dipakai"), "MP": _("milik dan dipakai")},
        without=_("Tanpa perangkat daerah pemilik maupun pengguna"),
        unsure=_("Tidak dapat dinilai dari data terbuka"),
        unused=_("Perangkat daerah tanpa aplikasi"),
        unused_unsure=_("Perangkat daerah yang aplikasinya tidak ditampilkan"),
        many=_("{n} aplikasi yang dipakai banyak perangkat daerah: {names}"),
    )


def _services() -> Words:
    return Words(
        title=_("Layanan dan aplikasi"),
        question=_("Aplikasi mana yang mendukung suatu layanan."),
        lead=_("{n} layanan, didukung {m} aplikasi; {k} layanan tanpa aplikasi."),
        reading=_("Satu bagian untuk setiap perangkat daerah pemilik layanan."),
        legend=(("D", _("didukung")),),
        meanings={"D": _("didukung")},
        without=_("Layanan tanpa aplikasi"),
        unsure=_("Layanan yang aplikasinya tidak ditampilkan"),
        unused=_("Aplikasi tanpa layanan"),
        unused_unsure=_("Aplikasi yang layanannya tidak ditampilkan"),
        many=_("{n} layanan yang didukung banyak aplikasi: {names}"),
    )


def _data() -> Words:
    return Words(
        title=_("Aplikasi dan data"),
        question=_("Data mana yang dipakai dan dihasilkan suatu aplikasi."),
        lead=_("{a} aplikasi memakai atau menghasilkan {m} data; {k} aplikasi tanpa data."),
        reading=_("Satu bagian untuk setiap perangkat daerah pemilik aplikasi."),
        legend=(("P", _("dipakai")), ("H", _("dihasilkan")), ("PH", _("dipakai dan dihasilkan"))),
        meanings={"P": _("dipakai"), "H": _("dihasilkan"), "PH": _("dipakai dan dihasilkan")},
        without=_("Aplikasi tanpa data"),
        unsure=_("Aplikasi yang datanya tidak ditampilkan"),
        unused=_("Data tanpa aplikasi"),
        unused_unsure=_("Data yang aplikasinya tidak ditampilkan"),
        many=_("{n} aplikasi dengan banyak data: {names}"),
    )


def _infrastructure() -> Words:
    return Words(
        title=_("Aplikasi dan infrastruktur"),
        question=_("Di atas infrastruktur mana suatu aplikasi berjalan."),
        lead=_("{a} aplikasi berjalan di atas {m} infrastruktur; {k} aplikasi tanpa infrastruktur."),
        reading=_("Satu bagian untuk setiap perangkat daerah pemilik aplikasi."),
        legend=(("J", _("berjalan di atasnya")),),
        meanings={"J": _("berjalan di atasnya")},
        without=_("Aplikasi tanpa infrastruktur"),
        unsure=_("Aplikasi yang infrastrukturnya tidak ditampilkan"),
        unused=_("Infrastruktur yang tidak menjalankan aplikasi"),
        unused_unsure=_("Infrastruktur yang aplikasinya tidak ditampilkan"),
        many=_("{n} aplikasi dengan banyak infrastruktur: {names}"),
    )


def _security() -> Words:
    return Words(
        title=_("Keamanan dan yang dilindungi"),
        question=_("Aplikasi, data, dan infrastruktur mana yang dicakup tujuh jenis keamanan."),
        lead=_("{n} aplikasi, data, dan infrastruktur; {k} tidak dicakup catatan keamanan apa pun."),
        reading=_("Angka adalah jumlah catatan keamanan yang mencakupnya. Satu bagian untuk setiap pemilik."),
        legend=(),
        meanings={},
        without=_("Belum dicakup catatan keamanan"),
        lead_partly=_(
            "{n} aplikasi, data, dan infrastruktur; {k} tidak tampak dicakup (sebagian catatan keamanan tidak "
            "ditampilkan)."
        ),
        without_partly=_("Belum tampak dicakup catatan keamanan"),
        unsure=_("Catatan keamanannya tidak ditampilkan"),
        unused="",
        unused_unsure="",
    )


_WORDS: Final[Mapping[str, Callable[[], Words]]] = {
    "opd-aplikasi": _offices,
    "layanan-aplikasi": _services,
    "aplikasi-data": _data,
    "aplikasi-infrastruktur": _infrastructure,
    "keamanan": _security,
}
