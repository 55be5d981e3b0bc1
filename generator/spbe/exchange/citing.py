"""Under which terms data may be used, and how to name them."""

from __future__ import annotations

from spbe.editions import Edition
from spbe.i18n import gettext as _
from spbe.model.profil import Lisensi


def licence(view: Edition) -> Lisensi | None:
    """The licence of the data; ``None`` when there is none, as for every edition that is not public."""
    return view.region.profil.lisensi if view.audience.is_public else None


def citation(view: Edition, title: str) -> str:
    """A line that names publisher, year, data, date and licence; without an address, which the site may change."""
    granted = licence(view)
    date = view.region.date
    return _("{penerbit} ({tahun}). {judul} [dataset]. Keadaan per {tanggal}. {lisensi}.").format(
        penerbit=view.region.profil.nama,
        tahun=date.year,
        judul=title,
        tanggal=date.isoformat(),
        lisensi=_("Lisensi {nama}").format(nama=granted.nama) if granted else terms_without_licence(view),
    )


def terms_without_licence(view: Edition) -> str:
    """In the place of a licence: that there is none yet, or that the data is not for the public."""
    return _("Lisensi belum ditetapkan") if view.audience.is_public else _("Bukan untuk umum")
