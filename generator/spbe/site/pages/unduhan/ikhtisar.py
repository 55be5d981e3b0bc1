"""``/unduhan/``: downloads: what there is to take away, in which forms, and under which terms."""

from __future__ import annotations

from datetime import date

from spbe.exchange import licence, terms_without_licence
from spbe.i18n import gettext as _
from spbe.model.profil import Lisensi
from spbe.site.addresses import DOWNLOADS, EMBEDDING
from spbe.site.downloads import Download
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable


@template_context
class UnduhanContext:
    """The variables of ``pages/unduhan/ikhtisar.html.j2``."""

    filled: list[Download] = variable(
        "dataset yang berisi (`Download`): nama berkas, judul, baris, kolom, kutipan, berkas-berkasnya"
    )
    empty: list[Download] = variable("dataset yang belum berisi (`Download`)")
    licence: Lisensi | None = variable("lisensi data, atau kosong")
    terms: str = variable("nama lisensi, atau keterangan mengapa tidak ada")
    date: date = variable("tanggal keadaan data")
    embedding: str | None = variable("alamat halaman indeks untuk situs lain, atau kosong")


def pages(site: SiteContext) -> list[Page]:
    """The page of downloads; its files are assets of the site."""
    page = site.page(
        UnduhanContext,
        DOWNLOADS,
        _("Data dan unduhan"),
        _("Semua tabel {nama} sebagai Excel, CSV, dan JSON, dengan skema, lisensi, dan cara mengutipnya.").format(
            nama=site.region.profil.nama
        ),
        lambda: _variables(site),
        menu=_("Data dan unduhan"),
    )
    return [page]


def _variables(site: SiteContext) -> UnduhanContext:
    granted = licence(site.view)
    return UnduhanContext(
        filled=[one for one in site.downloads if one.rows],
        empty=[one for one in site.downloads if not one.rows],
        licence=granted,
        terms=_("Lisensi {nama}").format(nama=granted.nama) if granted else terms_without_licence(site.view),
        date=site.region.date,
        embedding=EMBEDDING if any(page.address == EMBEDDING for page in site.planned) else None,
    )
