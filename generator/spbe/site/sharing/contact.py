"""How readers reach the office that keeps a site: by mail and telephone, and to report what is wrong on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from spbe.i18n import gettext as _
from spbe.model.profil import Profil

MAIL = re.compile(r"[^\s@<>\"',;:?&]+@[^\s@<>\"',;:?&]+\.[^\s@<>\"',;:?&]+")
TELEPHONE = re.compile(r"\+?[\d\s().-]{5,25}")


@dataclass(frozen=True, slots=True)
class Contact:
    """The office's name, its mail, and its telephone with what dials it; what is not usable as such is not there."""

    name: str | None = None
    mail: str | None = None
    telephone: str | None = None
    dial: str | None = None


def contact_of(profile: Profil) -> Contact | None:
    """What the profile says; ``None`` where it names neither a mail address nor a number."""
    given = profile.kontak
    mail = given.surel if given and given.surel and MAIL.fullmatch(given.surel) else None
    number = given.telepon if given and given.telepon and TELEPHONE.fullmatch(given.telepon) else None
    if given is None or not (mail or number):
        return None
    return Contact(given.nama, mail, number, re.sub(r"[^\d+]", "", number) if number else None)


def report_link(mail: str, title: str, address: str) -> str:
    """A ``mailto:`` that begins a letter about the page ``title`` at ``address``."""
    subject = _("Kekeliruan data: {judul}").format(judul=title)
    body = "\r\n".join((_("Halaman: {alamat}").format(alamat=address), "", _("Yang keliru:"), "", _("Yang benar:"), ""))
    return f"mailto:{quote(mail, safe='@+')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def whatsapp_link(title: str, address: str) -> str:
    """What opens a message with title and address of a page, to whom the reader likes."""
    return f"https://wa.me/?text={quote(f'{title} {address}', safe='')}"
