"""What Jinja says of a template, in words that help someone who has changed a line of it."""

from __future__ import annotations

import re
from typing import Final

from spbe.i18n import gettext
from spbe.i18n import mark as _

_EXPLAINED: Final = (
    (
        r"[Uu]nexpected end of template.*innermost block that needs to be closed is '(?P<nama>\w+)'",
        _("`{nama}` tidak ditutup sampai akhir berkas"),
    ),
    (r"[Uu]nexpected end of template", _("ada yang tidak ditutup sampai akhir berkas")),
    (r"Encountered unknown tag '(?P<nama>\w+)'", _("perintah `{nama}` tidak dikenal, atau bukan tempatnya")),
    (r"Missing end of comment tag", _("komentar `{#` tidak ditutup")),
    (r"[Uu]nclosed|[Uu]nbalanced", _("ada kurung yang tidak ditutup")),
    (
        r"unexpected '(?P<nama>[^']+)', expected '(?P<ingin>[^']+)'",
        _("di sini seharusnya `{ingin}`, bukan `{nama}`"),
    ),
    (r"unexpected '(?P<nama>[^']+)'", _("`{nama}` tidak pada tempatnya")),
    (r"expected token '(?P<ingin>.+)', got '(?P<nama>.+)'", _("di sini seharusnya `{ingin}`, bukan `{nama}`")),
    (r"unexpected char (?P<nama>.+) at", _("karakter {nama} tidak pada tempatnya")),
    (r"'(?P<nama>.+)' is undefined", _("`{nama}` tidak ada")),
    (r"'(?P<milik>.+)' has no attribute '(?P<nama>.+)'", _("`{milik}` tidak punya `{nama}`")),
    (r"block '(?P<nama>.+)' defined twice", _("blok `{nama}` ditulis dua kali")),
    (r"No (?:filter|test) named '(?P<nama>.+)'", _("saringan `{nama}` tidak ada")),
    (r"'(?P<nama>.+)' not found in search path", _("templat `{nama}` tidak ada")),
)


def explained(words: str) -> str:
    """``words`` of Jinja in the user's language, with the original in brackets for those who look it up."""
    original = " ".join(words.split()).removesuffix(".")
    for pattern, said in _EXPLAINED:
        match = re.search(pattern, original)
        if match:
            return f"{gettext(said).format(**match.groupdict())} ({original})"
    return original
