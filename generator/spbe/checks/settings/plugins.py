"""``plugins`` in ``mkdocs.yml``: ours once, with options that mean something, and others only if they are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from typing import Any, Final

from spbe.checks.settings.look import DAY, FLAG, LIST, MAPPING, TEXT, Form, Look, formed, in_words
from spbe.checks.settings.theme import THEME
from spbe.editions import EDITIONS
from spbe.i18n import gettext
from spbe.i18n import mark as _
from spbe.model.kinds import OFFICE
from spbe.problems import Problem
from spbe.yamlio import Path as KeyPath
from spbe.yamlio.typed import Tagged
from spbe.yamlio.validation import did_you_mean, offer

PLUGIN: Final = "spbe"
"""Our own name there."""
OPTIONS: Final[dict[str, tuple[Form, str]]] = {
    "edition": (TEXT, "edition: publik"),
    "opd": (TEXT, "opd: diskominfo"),
    "per_tanggal": (DAY, "per_tanggal: 2026-01-31"),
    "offline": (FLAG, "offline: false"),
    "enabled": (FLAG, "enabled: true"),
}
_OTHERS: Final = {
    "search": _("situs sudah punya pencarian sendiri yang mengenal kata Indonesia"),
    "social": _("plugin ini mengambil huruf dari server lain saat membangun"),
    "privacy": _("plugin ini mengunduh dari server lain saat membangun"),
    "offline": _("salinan luring dibuat dengan `spbe build --offline`"),
}
_EXAMPLE: Final = "plugins: [spbe]"

Item = tuple[str, Any, KeyPath]
"""A plugin or extension as listed: its name, its options, and the way to it."""


def listed(look: Look, key: str, example: str) -> tuple[list[Item], list[Problem]]:
    """The entries of a list such as ``plugins``, in all the forms in which it may be written."""
    value = look.settings.get(key)
    if value is None:
        return [], []
    if isinstance(value, Mapping):
        return [(str(name), options, (key, str(name))) for name, options in value.items()], []
    if not isinstance(value, list):
        return [], list(formed(look, (key,), value, LIST, example))
    found: list[Item] = []
    problems: list[Problem] = []
    for number, one in enumerate(value):
        path: KeyPath = (key, number)
        if isinstance(one, str):
            found.append((one, {}, path))
        elif isinstance(one, Mapping) and len(one) == 1 and isinstance(next(iter(one)), str):
            name, options = next(iter(one.items()))
            found.append((name, options, (*path, name)))
        elif not isinstance(one, Tagged):
            words = gettext("nama, atau satu nama dengan opsi yang menjorok lebih dalam daripada namanya")
            problems.append(look.told("pengaturan-bentuk", path, tulisan=in_words(one), bentuk=words, contoh=example))
            if isinstance(one, Mapping) and one:  # a name with options that do not stand below it
                found.append((str(next(iter(one))), {}, path))
    return found, problems


def plugins(look: Look) -> Iterator[Problem]:
    """Ours stands there, everything once, and everything is installed."""
    found, problems = listed(look, "plugins", "- spbe: {edition: publik}")
    yield from problems
    first: dict[str, KeyPath] = {}
    installed: frozenset[str] | None = None
    for name, options, path in found:
        if name in first:
            line = look.settings.place(first[name])[1]
            yield look.told("pengaturan-plugin-ganda", path, nama=name, baris=line)
            continue
        first[name] = path
        if name == PLUGIN:
            yield from _options(look, options, path)
            continue
        installed = installed or frozenset(one.name for one in entry_points(group="mkdocs.plugins"))
        plain = name.removeprefix("/")
        if plain not in installed and f"{THEME}/{plain}" not in installed:
            meant = did_you_mean(plain, [one.removeprefix(f"{THEME}/") for one in installed])
            yield look.told("pengaturan-plugin-tak-terpasang", path, nama=name, maksud=meant)
        else:
            cause = _OTHERS.get(plain.removeprefix(f"{THEME}/"), _("halaman yang dibuat spbe mungkin diubahnya"))
            yield look.told("pengaturan-plugin-lain", path, nama=name, sebab=gettext(cause))
    if PLUGIN not in first and (not problems or found):
        path = ("plugins",) if "plugins" in look.settings.value else ()
        yield look.told("pengaturan-wajib", path, kunci="plugins: spbe", contoh=_EXAMPLE)


def plugin_options(look: Look) -> Mapping[str, Any]:
    """The options of our plugin as they were written; none where they have no form in which they could be read."""
    found = (options for name, options, _path in listed(look, "plugins", _EXAMPLE)[0] if name == PLUGIN)
    options = next(found, None)
    return options if isinstance(options, Mapping) else {}


def _options(look: Look, options: Any, path: KeyPath) -> Iterator[Problem]:
    if options is None:
        return
    if not isinstance(options, Mapping):
        yield from formed(look, path, options, MAPPING, "- spbe: {edition: publik}")
        return
    for key, value in options.items():
        here = (*path, str(key))
        if key not in OPTIONS:
            meant = did_you_mean(str(key), OPTIONS)
            choices = offer(str(key), OPTIONS)
            yield look.told("pengaturan-plugin-opsi", here, of_key=True, kunci=str(key), maksud=meant, pilihan=choices)
        elif value is not None:
            yield from formed(look, here, value, *OPTIONS[key])
    if options.get("enabled") is False:
        yield look.told("pengaturan-wajib", (*path, "enabled"), kunci="plugins: spbe", contoh="enabled: true")
    yield from _edition(look, options, path)


def _edition(look: Look, options: Mapping[str, Any], path: KeyPath) -> Iterator[Problem]:
    edition, office = options.get("edition") or "publik", options.get("opd")
    if isinstance(edition, str) and edition not in EDITIONS:
        yield look.not_among((*path, "edition"), edition, EDITIONS)
        return
    if edition == "opd" and not office:
        yield look.told("pengaturan-wajib", (*path, "edition"), kunci="opd", contoh="opd: diskominfo")
    if edition != "opd" and office:
        yield look.told("pengaturan-opd", (*path, "opd"), edisi=edition)
    elif isinstance(office, str) and look.region is not None:
        known = look.region.records[OFFICE]
        if office not in known:
            yield look.not_among((*path, "opd"), office, known)


CHECKS = (plugins,)
