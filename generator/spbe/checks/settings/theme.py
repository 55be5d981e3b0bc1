"""``theme`` in ``mkdocs.yml``: Material, in a language that we speak, with parts that exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from spbe.checks.settings.look import MAPPING, TEXT, TEXTS, Form, Look, formed, in_words, is_elsewhere, is_file, said
from spbe.i18n import LANGUAGES, gettext
from spbe.i18n import mark as _
from spbe.problems import Problem
from spbe.yamlio import Path as KeyPath

THEME: Final = "material"
_EXAMPLE: Final = "theme: {name: material, language: id}"

_PALETTES: Final = Form(
    _("isian warna atau daftarnya"),
    lambda value: (
        isinstance(value, Mapping)
        or (isinstance(value, list) and all(isinstance(one, Mapping) for one in value) and bool(value))
    ),
)
_FONTS: Final = Form(
    _("`false` atau isian `text` dan `code`"), lambda value: value is False or isinstance(value, Mapping)
)

KEYS: Final[dict[str, tuple[Form, str]]] = {
    "name": (TEXT, "name: material"),
    "language": (TEXT, "language: id"),
    "features": (TEXTS, "features: [navigation.footer]"),
    "palette": (_PALETTES, "palette: {primary: teal}"),
    "font": (_FONTS, "font: false"),
    "icon": (MAPPING, "icon: {repo: material/git}"),
    "logo": (TEXT, "logo: lampiran/lambang.svg"),
    "favicon": (TEXT, "favicon: lampiran/lambang.png"),
    "direction": (TEXT, "direction: ltr"),
    "custom_dir": (TEXT, "custom_dir: tema"),
    "static_templates": (TEXTS, "static_templates: [404.html]"),
    "locale": (TEXT, "language: id"),
}
FEATURES: Final = frozenset(
    [
        "announce.dismiss",
        "content.action.edit",
        "content.action.view",
        "content.code.annotate",
        "content.code.copy",
        "content.code.select",
        "content.footnote.tooltips",
        "content.tabs.link",
        "content.tooltips",
        "header.autohide",
        "navigation.expand",
        "navigation.footer",
        "navigation.indexes",
        "navigation.instant",
        "navigation.instant.prefetch",
        "navigation.instant.preview",
        "navigation.instant.progress",
        "navigation.path",
        "navigation.prune",
        "navigation.sections",
        "navigation.tabs",
        "navigation.tabs.sticky",
        "navigation.top",
        "navigation.tracking",
        "search.highlight",
        "search.share",
        "search.suggest",
        "toc.follow",
        "toc.integrate",
    ]
)
_COLOURS: Final = frozenset(
    [
        "red",
        "pink",
        "purple",
        "deep-purple",
        "indigo",
        "blue",
        "light-blue",
        "cyan",
        "teal",
        "green",
        "light-green",
        "lime",
        "yellow",
        "amber",
        "orange",
        "deep-orange",
        "brown",
        "grey",
        "blue-grey",
        "black",
        "white",
        "custom",
    ]
)
_PALETTE: Final = {
    "media": frozenset[str](),
    "scheme": frozenset({"default", "slate"}),
    "primary": _COLOURS,
    "accent": _COLOURS,
    "toggle": frozenset[str](),
}


def theme_folder() -> Path | None:
    """The templates of the theme, found without importing it."""
    spec = find_spec(THEME)
    places = spec.submodule_search_locations if spec else None
    return next((Path(place) / "templates" for place in places or ()), None)


def theme(look: Look) -> Iterator[Problem]:
    """The theme is Material, and says nothing that it does not know."""
    written = look.settings.get("theme")
    if written is None:
        path = ("theme",) if "theme" in look.settings.value else ()
        yield look.told("pengaturan-wajib", path, kunci="theme", contoh=_EXAMPLE)
        return
    name = written
    if isinstance(written, Mapping):
        name = written.get("name")
        for key, value in written.items():
            if key not in KEYS:
                yield look.unknown(("theme", str(key)), KEYS)
            elif value is not None and not (key == "language" and value is False):  # `no`, which is a language
                yield from formed(look, ("theme", key), value, *KEYS[key])
        if name is None:
            yield look.told("pengaturan-wajib", ("theme",), kunci="theme.name", contoh="name: material")
    elif not isinstance(written, str):
        yield from formed(look, ("theme",), written, MAPPING, _EXAMPLE)
        return
    if isinstance(name, str) and name != THEME:
        yield look.not_among(("theme", "name") if isinstance(written, Mapping) else ("theme",), name, (THEME,))


def speech(look: Look) -> Iterator[Problem]:
    """The language is one of ours."""
    language = look.settings.get("theme", "language")
    if language is not None and language not in LANGUAGES and not isinstance(language, Mapping | list):
        yield look.not_among(("theme", "language"), language, LANGUAGES)
    if look.settings.get("theme", "locale") is not None and language is None:
        cause = gettext("bahasa situs diatur dengan `language`")
        yield look.not_followed(("theme", "locale"), cause, gettext("Tulis `language: id` atau `language: en`."))
    direction = look.settings.get("theme", "direction")
    if isinstance(direction, str) and direction not in {"ltr", "rtl"}:
        yield look.not_among(("theme", "direction"), direction, ("ltr", "rtl"))


def features(look: Look) -> Iterator[Problem]:
    """Every feature is one of the theme."""
    written = look.settings.get("theme", "features")
    for number, name in enumerate(written if isinstance(written, list) else ()):
        if isinstance(name, str) and name not in FEATURES:
            yield look.unknown_value(("theme", "features", number), name, FEATURES)


def fonts(look: Look) -> Iterator[Problem]:
    """No font comes from elsewhere."""
    if look.settings.get("theme", "font"):
        cause = gettext("situs memakai huruf yang ada di komputer pembaca, tanpa mengambilnya dari server lain")
        yield look.not_followed(("theme", "font"), cause, gettext("Hapus baris itu, atau tulis `font: false`."))


def palette(look: Look) -> Iterator[Problem]:
    """Colours and toggles are those of the theme."""
    written = look.settings.get("theme", "palette")
    many = isinstance(written, list)
    for number, one in enumerate(written if isinstance(written, list) else [written]):
        if not isinstance(one, Mapping):
            continue
        base: KeyPath = ("theme", "palette", number) if many else ("theme", "palette")
        for key, value in one.items():
            path = (*base, str(key))
            if key not in _PALETTE:
                yield look.unknown(path, _PALETTE)
            elif key == "toggle" and value is not None:
                yield from _toggle(look, path, value)
            elif _PALETTE[key] and value is not None and str(value).replace(" ", "-") not in _PALETTE[key]:
                yield look.unknown_value(path, said(value), _PALETTE[key])  # a style of one's own may know it


def _toggle(look: Look, path: KeyPath, value: object) -> Iterator[Problem]:
    if not isinstance(value, Mapping) or not isinstance(value.get("icon"), str):
        words = gettext("isian `icon` dan `name`")
        example = "toggle: {icon: material/weather-night, name: Ganti ke tampilan gelap}"
        yield look.told("pengaturan-bentuk", path, tulisan=in_words(value), bentuk=words, contoh=example)
    else:
        yield from _icon(look, (*path, "icon"), value["icon"])


def icons(look: Look) -> Iterator[Problem]:
    """Every icon is there: the theme draws it into each page."""
    written = look.settings.get("theme", "icon")
    if isinstance(written, Mapping):
        for key, value in written.items():
            if isinstance(value, Mapping):
                for name, icon in value.items():
                    yield from _icon(look, ("theme", "icon", str(key), str(name)), icon)
            elif value is not None:
                yield from _icon(look, ("theme", "icon", str(key)), value)
    links = look.settings.get("extra", "social")
    for number, link in enumerate(links if isinstance(links, list) else ()):
        if isinstance(link, Mapping) and "icon" in link:
            yield from _icon(look, ("extra", "social", number, "icon"), link["icon"])


def _icon(look: Look, path: KeyPath, value: object) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield from formed(look, path, value, TEXT, "material/git")
        return
    if not _in_theme(look, f".icons/{value}.svg"):
        yield look.missing_file(path, f"{value}.svg", ".icons")


def own_files(look: Look) -> Iterator[Problem]:
    """Folders and pictures of one's own exist, and none comes from elsewhere."""
    folder = look.settings.get("theme", "custom_dir")
    if isinstance(folder, str) and not (look.root / folder).is_dir():
        yield look.missing_file(("theme", "custom_dir"), folder, gettext("wilayah"))
    for key in ("logo", "favicon"):
        value = look.settings.get("theme", key)
        if not isinstance(value, str) or not value:
            continue
        if is_elsewhere(value):
            yield look.told("pengaturan-luar", ("theme", key), tulisan=value)
        elif not is_file(look.root / "content" / value) and not _in_theme(look, value):
            yield look.missing_file(("theme", key), value, "content/")


def _in_theme(look: Look, name: str) -> bool:
    own = look.settings.get("theme", "custom_dir")
    folders = [theme_folder(), look.root / "site_templates" / "overrides"]
    folders += [look.root / own] if isinstance(own, str) else []
    return any(folder and is_file(folder / name) for folder in folders)


CHECKS = (theme, speech, features, fonts, palette, icons, own_files)
