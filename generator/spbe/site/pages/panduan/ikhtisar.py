"""``/panduan/``: what is where on this site, and what its words and signs mean; hand-written pages come before it."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.site.addresses import (
    ARCHITECTURE_HOME,
    CHANGES,
    DOWNLOADS,
    EVIDENCE,
    GOVERNANCE,
    GUIDE,
    INDEX,
    INDICATORS,
    METHODOLOGY,
    OFFICES,
    QUALITY,
    ROADMAP,
)
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable


@template_context
class PanduanContext:
    """The variables of ``pages/panduan/ikhtisar.html.j2``."""

    places: list[tuple[str, str, str]] = variable("daftar (pertanyaan, nama bagian, alamatnya)")
    signs: list[tuple[str, str]] = variable("daftar (kata atau tanda, artinya)")


def pages(site: SiteContext) -> list[Page]:
    """The guide, which heads the hand-written pages."""
    page = site.page(
        PanduanContext,
        GUIDE,
        _("Panduan"),
        _("Apa yang ada di mana pada situs {nama}, dan arti kata dan tandanya.").format(nama=site.region.profil.nama),
        lambda: PanduanContext(places=_places(), signs=_signs()),
        menu=_("Panduan"),
    )
    return [page]


def _places() -> list[tuple[str, str, str]]:
    """Question, name and address of each section."""
    return [
        (_("Berapa indeksnya, dan bagaimana perhitungannya?"), _("Indeks"), INDEX),
        (_("Apa yang dinilai, berapa nilainya, dan apa buktinya?"), _("Indikator"), INDICATORS),
        (_("Dokumen mana yang menjadi bukti, dan masih berlakukah?"), _("Bukti"), EVIDENCE),
        (_("Layanan, aplikasi, data, dan infrastruktur apa yang ada?"), _("Arsitektur"), ARCHITECTURE_HOME),
        (_("Apa yang akan dibangun, kapan, dan berapa biayanya?"), _("Peta rencana"), ROADMAP),
        (_("Siapa yang memiliki apa?"), _("Perangkat daerah"), OFFICES),
        (_("Siapa yang mengarahkan dan menilai?"), _("Tata kelola"), GOVERNANCE),
        (_("Seberapa lengkap dan seberapa baru datanya?"), _("Kualitas data"), QUALITY),
        (_("Apa yang baru ditambah, diubah, atau dihapus?"), _("Perubahan data"), CHANGES),
        (_("Bagaimana mengambil datanya untuk diolah sendiri?"), _("Unduhan"), DOWNLOADS),
        (_("Menurut aturan dan rumus yang mana?"), _("Metodologi"), METHODOLOGY),
    ]


def _signs() -> list[tuple[str, str]]:
    return [
        (_("belum diisi"), _("belum ada yang menanyakan atau mencatatnya; dihitung sebagai kekurangan")),
        (_("belum diketahui"), _("sudah ditanyakan, tetapi jawabannya belum ada; bukan kekurangan")),
        (_("tidak ada"), _("sudah diketahui bahwa memang tidak ada")),
        (
            _("pada batas predikat"),
            _("angka tercetak akan berpredikat lain daripada angka sebelum dibulatkan; yang berlaku yang terakhir"),
        ),
        (_("(rencana)"), _("hubungan yang baru ada setelah rencana perubahan terlaksana")),
        (_("sudah lewat"), _("masa berlaku atau masa tugasnya berakhir sebelum tanggal keadaan data")),
    ]
