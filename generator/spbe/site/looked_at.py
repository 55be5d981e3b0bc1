"""What an edition's figures and lists were made of, in words that are the same whether or not anything is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spbe.editions import Edition
from spbe.i18n import mark as _

LOOKED_AT: Final[Mapping[Edition, str]] = {
    "publik": _("pada data terbuka"),
    "opd": _("pada data untuk OPD ini"),
    "internal": "",
}
"""What sentences that conclude from absence speak of; nothing where there is nothing else to look at."""

SCOPE: Final[Mapping[Edition, str]] = {
    "publik": _("Angka dan daftar di situs ini dihitung dari data terbuka."),
    "opd": _("Angka dan daftar di situs ini dihitung dari data untuk OPD ini."),
    "internal": "",
}
"""The sentence that every page of an edition says once."""
