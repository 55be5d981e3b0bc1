"""What agencies of one kind are called together."""

from __future__ import annotations

from spbe.i18n import gettext as _


def group_name(kind: str | None) -> str | None:
    """What agencies of ``kind`` are called together, within a sentence."""
    names = {
        "kabupaten": _("kabupaten"),
        "kota": _("kota"),
        "provinsi": _("provinsi"),
        "instansi-pusat": _("instansi pusat"),
    }
    return names.get(kind or "")
