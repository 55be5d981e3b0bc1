"""For whom something is told: an edition, and what follows from it alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from spbe.i18n import gettext
from spbe.i18n import mark as _
from spbe.model.base import Kelas

EditionName = Literal["publik", "opd", "internal"]

EDITIONS: Final[tuple[EditionName, ...]] = get_args(EditionName)

_PUBLIC: Final[frozenset[Kelas]] = frozenset({"publik"})
_OWN: Final[frozenset[Kelas]] = frozenset({"publik", "opd"})
_ALL: Final[frozenset[Kelas]] = frozenset({"publik", "opd", "internal"})

_SHOWN: Final[Mapping[EditionName, frozenset[str]]] = {
    "publik": frozenset({"terbuka"}),
    "opd": frozenset({"terbuka", "terbatas"}),
    "internal": frozenset({"terbuka", "terbatas", "tertutup"}),
}

LOOKED_AT: Final[Mapping[EditionName, str]] = {
    "publik": _("pada data terbuka"),
    "opd": _("pada data untuk OPD ini"),
    "internal": "",
}
"""What sentences that conclude from absence speak of; nothing where there is nothing else to look at."""

SCOPE: Final[Mapping[EditionName, str]] = {
    "publik": _("Angka dan daftar di situs ini dihitung dari data terbuka."),
    "opd": _("Angka dan daftar di situs ini dihitung dari data untuk OPD ini."),
    "internal": "",
}
"""What an edition's figures and lists were made of: the same words whether or not anything is hidden."""


@dataclass(frozen=True, slots=True)
class Audience:
    """The readers of an edition; ``opd`` is the office of an ``opd`` edition, by its present id, else ``None``."""

    edition: EditionName = "publik"
    opd: str | None = None

    @property
    def is_public(self) -> bool:
        """Whether anybody may be among them."""
        return self.edition == "publik"

    @property
    def is_whole(self) -> bool:
        """Whether they see everything, so that what is not there is nowhere."""
        return self.edition == "internal"

    def sees_classification(self, klasifikasi: str) -> bool:
        """Whether they may see records of this classification."""
        return klasifikasi in _SHOWN[self.edition]

    def sees_result(self, *, published: bool) -> bool:
        """Whether they may see an assessment that is, or is not yet, published."""
        return published or not self.is_public

    @property
    def classes(self) -> frozenset[Kelas]:
        """The classes of fields that they may see in some record."""
        return self.classes_for(self.opd)

    def classes_for(self, owner: str | None) -> frozenset[Kelas]:
        """The classes of fields that they may see of what belongs to the office ``owner``, by its present id."""
        if self.is_whole:
            return _ALL
        return _OWN if self.edition == "opd" and self.opd is not None and owner == self.opd else _PUBLIC

    @property
    def code(self) -> str:
        """The edition with its office, as marks of folders and messages name it: ``opd diskominfo``."""
        return " ".join(filter(None, (self.edition, self.opd)))

    @property
    def suffix(self) -> str:
        """What the name of a folder made for them ends with; nothing for everybody's."""
        office = re.sub(r"[^\w.-]", "-", self.opd or "")  # of one that does not exist the name may be anything
        return {"publik": "", "internal": "-internal", "opd": f"-opd-{office}"}[self.edition]

    @property
    def looked_at(self) -> str:
        """The msgid for :func:`spbe.i18n.about`: what was looked at on their behalf."""
        return LOOKED_AT[self.edition]

    @property
    def scope(self) -> str:
        """The sentence that every page for them says once, in the language in force."""
        return gettext(SCOPE[self.edition])

    @property
    def described(self) -> str:
        """The edition and who it is for, in the language in force."""
        return {
            "publik": gettext("edisi publik, yang boleh dibaca siapa pun"),
            "opd": gettext("edisi OPD, untuk perangkat daerah pemilik data"),
            "internal": gettext("edisi internal, untuk pengelola"),
        }[self.edition]

    def warning(self, office: str = "") -> str | None:
        """That this is not for everybody, in the language in force; ``None`` for what is.

        ``office`` is what theirs is called, where that is to be said.
        """
        if self.is_public:
            return None
        if self.is_whole:
            return gettext("Edisi internal. Bukan untuk umum.")
        if office:
            return gettext("Edisi OPD untuk {nama}. Bukan untuk umum.").format(nama=office)
        return gettext("Edisi OPD. Bukan untuk umum.")


PUBLIC: Final = Audience()
INTERNAL: Final = Audience("internal")
