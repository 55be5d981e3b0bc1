"""What a check of settings looks at, and the forms that values may have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from spbe.i18n import gettext
from spbe.i18n import mark as _
from spbe.problems import RULES, Problem
from spbe.problems.usage import WrongUsageError
from spbe.region import Region
from spbe.region.clock import wished_day
from spbe.region.settings import WrittenSettings
from spbe.yamlio import Path as KeyPath
from spbe.yamlio.typed import Tagged
from spbe.yamlio.validation import did_you_mean, offer, shorten


@dataclass(frozen=True)
class Look:
    """The settings of a region; ``region`` is there once its data could be read."""

    settings: WrittenSettings
    region: Region | None

    @property
    def root(self) -> Path:
        """The folder of the region."""
        return self.settings.root

    def told(self, rule: str, path: KeyPath, *, of_key: bool = False, **params: object) -> Problem:
        """``rule``, broken by the setting at ``path``."""
        file, line, column = self.settings.place(path, of_key=of_key)
        words: dict[str, Any] = {"kunci": _name_of(path), **params}
        return RULES[rule].at(file, line, column, ".".join(map(str, path)), **words)

    def unknown(self, path: KeyPath, known: Collection[str], meant: str = "") -> Problem:
        """A key that is none of ``known``; ``meant`` says where it belongs if that is known."""
        name = str(path[-1])
        return self.told(
            "pengaturan-tak-dikenal",
            path,
            of_key=True,
            maksud=meant or did_you_mean(name, known),
            pilihan=offer(name, sorted(known)),
        )

    def unknown_value(self, path: KeyPath, name: str, known: Collection[str]) -> Problem:
        """A name that is none of ``known`` and therefore means nothing."""
        meant, choices = did_you_mean(name, known), offer(name, sorted(known))
        return self.told("pengaturan-tak-dikenal", path, kunci=name, maksud=meant, pilihan=choices)

    def not_among(self, path: KeyPath, written: object, known: Collection[str]) -> Problem:
        """A value that is none of ``known``."""
        text = said(written)
        return self.told(
            "pengaturan-pilihan",
            path,
            tulisan=text,
            maksud=did_you_mean(text, known),
            pilihan=offer(text, sorted(known)),
        )

    def not_followed(self, key: str | KeyPath, cause: str, advice: str) -> Problem:
        """A setting that changes nothing here: why, and what to do."""
        path = (key,) if isinstance(key, str) else key
        return self.told("pengaturan-tak-diikuti", path, of_key=True, sebab=cause, saran=advice)

    def missing_file(self, path: KeyPath, file: str, folder: str) -> Problem:
        """A file that a setting names and nobody finds below ``folder``."""
        return self.told("pengaturan-berkas", path, berkas=shorten(file), folder=folder)


Check = Callable[[Look], Iterator[Problem]]
"""One family of settings: yields what is wrong in it."""


@dataclass(frozen=True)
class Form:
    """What a value must be: in words, as a test, and by an example."""

    words: str
    fits: Callable[[Any], bool]


TEXT: Final = Form(_("teks"), lambda value: isinstance(value, str))
FLAG: Final = Form(_("`true` atau `false`"), lambda value: isinstance(value, bool))
TEXTS: Final = Form(
    _("daftar teks"), lambda value: isinstance(value, list) and all(isinstance(one, str) for one in value)
)
LIST: Final = Form(_("daftar"), lambda value: isinstance(value, list))
MAPPING: Final = Form(_("isian `kunci: nilai`"), lambda value: isinstance(value, Mapping))


def _is_day(value: object) -> bool:
    """Whether ``value``, as YAML types it or in quotes, may be a reference date."""
    try:
        return bool(wished_day(value))
    except WrongUsageError:
        return False


DAY: Final = Form(_("tanggal tahun-bulan-hari, dari tahun 1970 sampai 2199"), _is_day)


def formed(look: Look, path: KeyPath, value: object, form: Form, example: str) -> Iterator[Problem]:
    """The problem of ``value`` if it has another form; nothing is said of what only the engine can make."""
    if not isinstance(value, Tagged) and not form.fits(value):
        yield look.told("pengaturan-bentuk", path, tulisan=in_words(value), bentuk=gettext(form.words), contoh=example)


def in_words(value: object) -> str:
    """What kind of thing ``value`` is, with its text where it has one."""
    if value is None:
        return gettext("kosong")
    if isinstance(value, Mapping):
        return gettext("isian `kunci: nilai`")
    if isinstance(value, list):
        return gettext("daftar")
    return f"`{shorten(said(value))}`"


def said(value: object) -> str:
    """A scalar as people write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _name_of(path: KeyPath) -> str:
    """The keys of ``path`` without positions in lists: ``theme.palette.toggle``."""
    return ".".join(step for step in path if isinstance(step, str))


def is_elsewhere(address: str) -> bool:
    """Whether a page that names ``address`` asks another server for it."""
    return address.startswith("//") or "://" in address


def is_file(path: Path) -> bool:
    """Whether ``path`` is a file; a name that no file can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_web_address(text: str) -> bool:
    """Whether ``text`` is a whole address of a site, as ``https://example.org/`` is."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018  (raises for what is no port)
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and bool(parts.hostname)
        and not parts.query
        and not parts.fragment
        and not any(char.isspace() or char in '<>"\\^`{|}' for char in text)
    )
