"""The settings on the top level of ``mkdocs.yml``: known names, forms, and what spbe does not follow."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import Final

from spbe.checks.settings.look import (
    FLAG,
    LIST,
    MAPPING,
    TEXT,
    TEXTS,
    Form,
    Look,
    formed,
    in_words,
    is_elsewhere,
    is_web_address,
    said,
)
from spbe.i18n import gettext
from spbe.i18n import mark as _
from spbe.problems import Problem

_LINES: Final = Form(_("teks, satu pola per baris"), lambda value: isinstance(value, str))

KEYS: Final[dict[str, tuple[Form, str]]] = {
    "site_name": (TEXT, "site_name: Kabupaten Contoh"),
    "site_url": (TEXT, "site_url: https://spbe.contohkab.example/"),
    "site_description": (TEXT, "site_description: Arsitektur dan indeks SPBE"),
    "site_author": (TEXT, "site_author: Diskominfo Kabupaten Contoh"),
    "copyright": (TEXT, "copyright: Pemerintah Kabupaten Contoh"),
    "repo_url": (TEXT, "repo_url: https://git.contohkab.example/diskominfo/spbe"),
    "repo_name": (TEXT, "repo_name: Repositori data"),
    "edit_uri": (TEXT, "edit_uri: edit/main/content/"),
    "edit_uri_template": (TEXT, "edit_uri_template: edit/main/content/{path}"),
    "docs_dir": (TEXT, "docs_dir: content"),
    "site_dir": (TEXT, "site_dir: site"),
    "dev_addr": (TEXT, "dev_addr: 127.0.0.1:8000"),
    "remote_branch": (TEXT, "remote_branch: gh-pages"),
    "remote_name": (TEXT, "remote_name: origin"),
    "strict": (FLAG, "strict: true"),
    "use_directory_urls": (FLAG, "use_directory_urls: true"),
    "nav": (LIST, "nav: []"),
    "extra_css": (TEXTS, "extra_css: [lampiran/gaya.css]"),
    "extra_javascript": (LIST, "extra_javascript: [lampiran/kode.js]"),
    "extra_templates": (TEXTS, "extra_templates: []"),
    "watch": (TEXTS, "watch: [gambar]"),
    "hooks": (TEXTS, "hooks: [kait.py]"),
    "exclude_docs": (_LINES, "exclude_docs: catatan/"),
    "draft_docs": (_LINES, "draft_docs: rancangan/"),
    "not_in_nav": (_LINES, "not_in_nav: catatan/"),
    "extra": (MAPPING, "extra: {social: []}"),
    "validation": (MAPPING, "validation: {links: {not_found: warn}}"),
}
"""Settings with the form that each must have, and an example."""

_ELSEWHERE: Final = {
    **dict.fromkeys(("language", "features", "palette", "font", "icon", "logo", "favicon", "custom_dir"), "theme"),
    **dict.fromkeys(("edition", "opd", "per_tanggal", "offline"), "- spbe:"),
}
_READ_ELSEWHERE: Final = frozenset({"theme", "plugins", "markdown_extensions"})
_LEVELS: Final = ("ignore", "info", "warn")
_VALIDATION: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "nav": {
        "omitted_files": _LEVELS,
        "not_found": _LEVELS,
        "absolute_links": (*_LEVELS, "relative_to_docs"),
    },
    "links": {
        "not_found": _LEVELS,
        "absolute_links": (*_LEVELS, "relative_to_docs"),
        "unrecognized_links": _LEVELS,
        "anchors": _LEVELS,
    },
}


def names(look: Look) -> Iterator[Problem]:
    """Every name is a setting."""
    known = KEYS.keys() | _READ_ELSEWHERE
    for key in look.settings.value:
        name = str(key)
        if name in known or name in _REMOVED:
            continue
        parent = _ELSEWHERE.get(name)
        meant = " " + gettext("Tempatnya di bawah `{kunci}`.").format(kunci=parent) if parent else ""
        yield look.unknown((name,), known, meant)


def forms(look: Look) -> Iterator[Problem]:
    """Every setting has the form that the engine expects."""
    for key, (form, example) in KEYS.items():
        value = look.settings.value.get(key)
        if value is not None:
            yield from formed(look, (key,), value, form, example)


def needed(look: Look) -> Iterator[Problem]:
    """The name of the site is there."""
    name = look.settings.get("site_name")
    if name is None or (isinstance(name, str) and not name.strip()):
        path = ("site_name",) if "site_name" in look.settings.value else ()
        yield look.told("pengaturan-wajib", path, kunci="site_name", contoh=KEYS["site_name"][1])


def addresses(look: Look) -> Iterator[Problem]:
    """Addresses are whole."""
    for key in ("site_url", "repo_url"):
        value = look.settings.get(key)
        if isinstance(value, str) and value and not is_web_address(value):
            yield look.told("pengaturan-alamat", (key,), tulisan=value)
    value = look.settings.get("dev_addr")
    if isinstance(value, str) and not _is_listening(value):
        example = KEYS["dev_addr"][1]
        yield look.told("pengaturan-bentuk", ("dev_addr",), tulisan=f"`{value}`", bentuk="`HOST:PORT`", contoh=example)
    template = look.settings.get("edit_uri_template")
    if isinstance(template, str) and not _is_template(template):
        words = gettext("alamat dengan `{path}` atau `{path_noext}`")
        yield look.told(
            "pengaturan-bentuk",
            ("edit_uri_template",),
            tulisan=f"`{template}`",
            bentuk=words,
            contoh=KEYS["edit_uri_template"][1],
        )
    if look.settings.get("edit_uri") and not look.settings.get("repo_url"):
        yield look.not_followed("edit_uri", gettext("`repo_url` belum diatur"), gettext("Tambahkan `repo_url`."))


def patterns(look: Look) -> Iterator[Problem]:
    """Patterns of files can be read."""
    for key in ("exclude_docs", "draft_docs", "not_in_nav"):
        value = look.settings.get(key)
        if isinstance(value, str):
            from pathspec.gitignore import GitIgnoreSpec

            try:
                GitIgnoreSpec.from_lines(value.splitlines())
            except ValueError:
                yield look.told(
                    "pengaturan-bentuk",
                    (key,),
                    tulisan=in_words(value),
                    bentuk=gettext(_LINES.words),
                    contoh=KEYS[key][1],
                )


_REMOVED: Final = {
    "pages": _("hapus; menu dibuat dari isi situs"),
    "google_analytics": _("hapus; situs tidak memuat pelacak"),
    "config_file_path": _("hapus; letak berkas sudah diketahui"),
    "mdx_configs": _("tulis opsi ekstensi di bawah namanya pada `markdown_extensions`"),
}


def removed(look: Look) -> Iterator[Problem]:
    """Settings that the engine refuses whatever they say."""
    for key, way_out in _REMOVED.items():
        if look.settings.value.get(key) is not None:
            yield look.told("pengaturan-ditolak", (key,), of_key=True, sebab=gettext(way_out))


def not_followed(look: Look) -> Iterator[Problem]:
    """What spbe settles itself."""
    if look.settings.get("nav"):
        cause = gettext("menu dibuat dari isi situs")
        advice = gettext(
            "Hapus `nav`. Halaman tulisan tangan masuk menu menurut foldernya, bernama seperti `title:` di kepalanya."
        )
        yield look.not_followed("nav", cause, advice)
    if look.settings.get("extra_templates"):
        cause = gettext("dari content/ hanya halaman dan lampiran yang terbit")
        yield look.not_followed("extra_templates", cause, gettext("Hapus baris itu."))
    if look.settings.get("use_directory_urls") is False:
        cause = gettext("alamat setiap halaman sudah dijanjikan sebagai folder")
        advice = gettext("Hapus baris itu. Untuk salinan tanpa server pakai `spbe build --offline`.")
        yield look.not_followed("use_directory_urls", cause, advice)


def checked_links(look: Look) -> Iterator[Problem]:
    """The levels below ``validation``."""
    written = look.settings.get("validation")
    if not isinstance(written, Mapping):
        return
    below_links = _VALIDATION["links"]
    for key, value in written.items():
        path = ("validation", str(key))
        if key in below_links or key in _VALIDATION["nav"]:  # stands for both
            yield from _level(look, path, value, {**_VALIDATION["nav"], **below_links}[key])
        elif key not in _VALIDATION:
            yield look.unknown(path, _VALIDATION.keys() | below_links.keys())
        elif isinstance(value, Mapping):
            for name, level in value.items():
                if name in _VALIDATION[key]:
                    yield from _level(look, (*path, name), level, _VALIDATION[key][name])
                else:
                    yield look.unknown((*path, str(name)), _VALIDATION[key])
        elif value is not None:
            yield from formed(look, path, value, MAPPING, "validation: {links: {not_found: warn}}")


def _level(look: Look, path: tuple[str, ...], value: object, known: tuple[str, ...]) -> Iterator[Problem]:
    if value not in known:
        yield look.not_among(path, value, known)


_EXTRA_LISTS: Final = {
    "social": ("icon", "link"),
    "alternate": ("name", "link", "lang"),
}


def extras(look: Look) -> Iterator[Problem]:
    """What the theme reads below ``extra``."""
    extra = look.settings.get("extra")
    if not isinstance(extra, Mapping):
        return
    for key, fields in _EXTRA_LISTS.items():
        value = extra.get(key)
        if value is None:
            continue
        fits = isinstance(value, list) and all(isinstance(one, Mapping) and fields[0] in one for one in value)
        if not fits:
            example = f"{key}: [{{{', '.join(f'{name}: …' for name in fields)}}}]"
            words = gettext("daftar isian `{kunci}`").format(kunci=", ".join(fields))
            yield look.told("pengaturan-bentuk", ("extra", key), tulisan=in_words(value), bentuk=words, contoh=example)
    analytics = extra.get("analytics")
    if analytics:
        provider = analytics.get("provider", "") if isinstance(analytics, Mapping) else analytics
        yield look.told("pengaturan-luar", ("extra", "analytics"), of_key=True, tulisan=said(provider) or "analytics")
    polyfills = extra.get("polyfills")
    if isinstance(polyfills, list) and any(isinstance(one, str) and is_elsewhere(one) for one in polyfills):
        yield look.told("pengaturan-luar", ("extra", "polyfills"), of_key=True, tulisan=said(polyfills[0]))
    for key in extra:
        if str(key).startswith("spbe"):
            cause = gettext("nama yang diawali `spbe` dipakai program ini")
            yield look.not_followed(("extra", str(key)), cause, gettext("Ganti namanya."))


def _is_listening(text: str) -> bool:
    host, colon, port = text.rpartition(":")
    return bool(host and colon) and port.isdigit() and int(port) < 65536


def _is_template(text: str) -> bool:
    try:
        fields = [(name, kind) for _text, name, _form, kind in string.Formatter().parse(text) if name is not None]
    except ValueError:
        return False
    return all(name in {"path", "path_noext"} and kind in {None, "q", "r", "s", "a"} for name, kind in fields)


CHECKS = (names, forms, needed, addresses, patterns, removed, not_followed, checked_links, extras)
