"""Downloads: what there is to take away, in which forms, and under which terms."""

from __future__ import annotations

from spbe.exchange import licence, terms_without_licence
from spbe.i18n import gettext as _
from spbe.site.addresses import DOWNLOADS, GUIDE
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The page of downloads; its files are assets of the site."""
    found = desk.downloads
    granted = licence(desk.view)
    page = desk.page(
        "unduhan/ikhtisar",
        DOWNLOADS,
        _("Unduhan"),
        _("Semua tabel {nama} sebagai CSV dan JSON, dengan skema, lisensi, dan cara mengutipnya.").format(
            nama=desk.region.profil.nama
        ),
        parent=GUIDE,
        filled=[one for one in found if one.rows],
        empty=[one for one in found if not one.rows],
        licence=granted,
        terms=_("Lisensi {nama}").format(nama=granted.nama) if granted else terms_without_licence(desk.view),
        date=desk.region.date,
    )
    return [page], [MenuItem(_("Unduhan"), DOWNLOADS)]
