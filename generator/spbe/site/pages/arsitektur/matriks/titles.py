"""What each matrix is called, what it answers, and what its signs mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from spbe.catalogue.matrices import Matrix
from spbe.i18n import gettext as _
from spbe.wording import number


@dataclass(frozen=True, slots=True)
class MatrixTitles:
    """The words of a matrix.

    ``legend`` are ``(sign, meaning)``; ``meanings`` say every sign that a cell may hold.

    ``lead`` tells a matrix in numbers, see :func:`lead`. ``without`` heads the rows of a block that have no partner,
    ``unused`` the columns. ``many`` heads a table of rows with many partners.
    """

    title: str
    question: str
    lead: str
    reading: str
    legend: tuple[tuple[str, str], ...]
    meanings: Mapping[str, str]
    without: str
    unused: str
    many: str = ""


def words_of(name: str) -> MatrixTitles:
    """The words of the matrix ``name``, in the language of the site."""
    return _WORDS[name]()


def lead(words: MatrixTitles, found: Matrix) -> str:
    """``found`` in numbers: rows (``n``), those with partners (``a``) and without (``k``), and partners (``m``)."""
    rows, without = found.size, found.without
    return words.lead.format(n=number(rows), a=number(rows - without), k=number(without), m=number(found.partners))


def _offices() -> MatrixTitles:
    return MatrixTitles(
        title=_("Perangkat daerah dan aplikasi"),
        question=_("Aplikasi milik siapa, dan siapa yang memakainya."),
        lead=_(
            "{n} aplikasi, dimiliki atau dipakai {m} perangkat daerah; {k} tanpa perangkat daerah pemilik maupun "
            "pengguna {pada_data}."
        ),
        reading=_("Satu bagian untuk setiap pemilik. Aplikasi yang banyak pemakainya dilipat, sebagai kolom."),
        legend=(("M", _("milik")), ("P", _("dipakai")), ("MP", _("milik dan dipakai"))),
        meanings={"M": _("milik"), "P": _("dipakai"), "MP": _("milik dan dipakai")},
        without=_("Tanpa perangkat daerah pemilik maupun pengguna {pada_data}"),
        unused=_("Perangkat daerah tanpa aplikasi {pada_data}"),
        many=_("{n} aplikasi yang dipakai banyak perangkat daerah: {names}"),
    )


def _services() -> MatrixTitles:
    return MatrixTitles(
        title=_("Layanan dan aplikasi"),
        question=_("Aplikasi mana yang mendukung suatu layanan."),
        lead=_("{n} layanan, didukung {m} aplikasi; {k} layanan tanpa aplikasi {pada_data}."),
        reading=_("Satu bagian untuk setiap perangkat daerah pemilik layanan."),
        legend=(("D", _("didukung")),),
        meanings={"D": _("didukung")},
        without=_("Layanan tanpa aplikasi {pada_data}"),
        unused=_("Aplikasi tanpa layanan {pada_data}"),
        many=_("{n} layanan yang didukung banyak aplikasi: {names}"),
    )


def _data() -> MatrixTitles:
    return MatrixTitles(
        title=_("Aplikasi dan data"),
        question=_("Data mana yang dipakai dan dihasilkan suatu aplikasi."),
        lead=_("{a} aplikasi memakai atau menghasilkan {m} data; {k} aplikasi tanpa data {pada_data}."),
        reading=_("Satu bagian untuk setiap perangkat daerah pemilik aplikasi."),
        legend=(("P", _("dipakai")), ("H", _("dihasilkan")), ("PH", _("dipakai dan dihasilkan"))),
        meanings={"P": _("dipakai"), "H": _("dihasilkan"), "PH": _("dipakai dan dihasilkan")},
        without=_("Aplikasi tanpa data {pada_data}"),
        unused=_("Data tanpa aplikasi {pada_data}"),
        many=_("{n} aplikasi dengan banyak data: {names}"),
    )


def _infrastructure() -> MatrixTitles:
    return MatrixTitles(
        title=_("Aplikasi dan infrastruktur"),
        question=_("Di atas infrastruktur mana suatu aplikasi berjalan."),
        lead=_("{a} aplikasi berjalan di atas {m} infrastruktur; {k} aplikasi tanpa infrastruktur {pada_data}."),
        reading=_("Satu bagian untuk setiap perangkat daerah pemilik aplikasi."),
        legend=(("J", _("berjalan di atasnya")),),
        meanings={"J": _("berjalan di atasnya")},
        without=_("Aplikasi tanpa infrastruktur {pada_data}"),
        unused=_("Infrastruktur yang tidak menjalankan aplikasi {pada_data}"),
        many=_("{n} aplikasi dengan banyak infrastruktur: {names}"),
    )


def _security() -> MatrixTitles:
    return MatrixTitles(
        title=_("Keamanan dan yang dilindungi"),
        question=_("Aplikasi, data, dan infrastruktur mana yang dicakup tujuh jenis keamanan."),
        lead=_("{n} aplikasi, data, dan infrastruktur; {k} tidak dicakup catatan keamanan apa pun {pada_data}."),
        reading=_("Angka adalah jumlah catatan keamanan yang mencakupnya. Satu bagian untuk setiap pemilik."),
        legend=(),
        meanings={},
        without=_("Belum dicakup catatan keamanan {pada_data}"),
        unused="",
    )


_WORDS: Final[Mapping[str, Callable[[], MatrixTitles]]] = {
    "opd-aplikasi": _offices,
    "layanan-aplikasi": _services,
    "aplikasi-data": _data,
    "aplikasi-infrastruktur": _infrastructure,
    "keamanan": _security,
}
