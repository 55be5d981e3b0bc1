"""docs/rujukan/templat.md: every template with what it receives."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import jinja2
from jinja2 import nodes
from tools.rujukan.markdown import table

from spbe.engines.own_templates.template_families import declared_variables
from spbe.site.templates import environment
from spbe.site.variables import context_of, explained_variables

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "site_templates"

COMMON = {
    "page_title": "judul halaman",
    "region": "wilayah yang sudah disaring menurut edisi (`Region`)",
    "view": "wilayah, hasil hitung, dan apa yang disembunyikan (`Edition`)",
}
"""What every page gets, besides what it declares."""

GLOBALS = {
    "_": "kata atau kalimat dalam bahasa situs",
    "heading": "judul di tingkat teratas templat: tingkat, id, teks",
    "to": "atribut `href` ke sebuah catatan (`Node`)",
    "at": "atribut `href` ke sebuah alamat di situs ini",
    "Node": 'jenis dan ID sebuah catatan: `Node("aplikasi", "simpeg")`',
}

FILTERS = {
    "koma": "angka tepat (teks) dengan tanda desimal pembaca",
    "angka": "bilangan dengan pemisah ribuan, atau pecahan seperti yang ditulis",
    "dua": "bilangan dibulatkan ke dua angka di belakang koma",
    "rupiah": "jumlah uang",
    "tanggal": "tanggal dalam kata-kata",
    "ukuran": "ukuran berkas dalam B, kB, atau MB",
    "keadaan": "keadaan sebuah catatan menurut kodenya, dengan huruf kecil",
    "alinea": "teks biasa menjadi alinea HTML",
}

OVERRIDE_GLOBALS = {
    "spbe_t": "kata atau kalimat dalam bahasa tema",
    "spbe_date": "tanggal `YYYY-MM-DD` dalam kata-kata",
}
"""What the overrides of the theme may use; they are rendered by MkDocs."""


def template_files() -> dict[str, Path]:
    """Name to file of every template of the site, in order."""
    folders = ("pages", "components", "overrides", "tree")
    found = (path for folder in folders for path in sorted((TEMPLATES / folder).rglob("*")))
    return {path.relative_to(TEMPLATES).as_posix(): path for path in found if path.is_file()}


def templates_page() -> str:
    """Every template with its variables and macros."""
    env = environment(ROOT)
    plain = jinja2.Environment(autoescape=True)
    text = "# Templat\n\n"
    text += "Templat berada di `site_templates/` program ini.\n"
    text += (
        "Daerah dapat mengganti satu per satu: taruh berkas bernama sama di `site_templates/` milik daerah sendiri.\n"
    )
    text += "Berkas di `assets/` dan `styles/` diganti dengan cara yang sama; "
    text += "yang di `styles/` disatukan menjadi `aset/spbe.css`.\n\n"
    text += "## Yang selalu ada\n\n"
    text += "Setiap templat halaman (`pages/`), kecuali `masalah/ikhtisar.html.j2`, menerima pula:\n\n"
    text += table(("Variabel", "Isi"), ((f"`{name}`", told) for name, told in COMMON.items()))
    text += "`masalah/ikhtisar.html.j2` hanya menerima `page_title` dan isinya sendiri.\n\n"
    text += "Fungsi dan saringan di `pages/` dan `components/`:\n\n"
    functions = sorted(set(env.globals) - set(plain.globals))
    filters = sorted(set(env.filters) - set(plain.filters))
    text += table(("Fungsi", "Guna"), ((f"`{name}`", GLOBALS[name]) for name in functions))
    text += table(("Saringan", "Guna"), ((f"`{name}`", FILTERS[name]) for name in filters))
    text += "Fungsi di `overrides/`, selain milik MkDocs dan Material:\n\n"
    text += table(("Fungsi", "Guna"), ((f"`{name}`", told) for name, told in OVERRIDE_GLOBALS.items()))
    for name, path in template_files().items():
        source = path.read_text(encoding="utf-8")
        text += f"## {name}\n\n"
        variables = variables_in(name, source)
        if variables:
            text += table(("Variabel", "Isi"), ((f"`{key}`", told) for key, told in variables.items()))
        macros = [macro_words(macro) for macro in plain.parse(source).find_all(nodes.Macro)]
        if macros:
            text += "Makro: " + ", ".join(macros) + ".\n\n"
        if not variables and not macros:
            text += "Tidak memakai variabel.\n\n"
    return text


def variables_in(name: str, source: str) -> Mapping[str, str]:
    """The variables of the template ``name`` with what they hold: a page has a class for them, others say it on top."""
    context = context_of(name.removeprefix("pages/").removesuffix(".html.j2")) if name.startswith("pages/") else None
    return explained_variables(context) if context else declared_variables(source)


def macro_words(macro: nodes.Macro) -> str:
    """A macro as it is called."""
    names = [argument.name for argument in macro.args]
    optional = len(names) - len(macro.defaults)
    called = ", ".join(f"{name}=…" if place >= optional else name for place, name in enumerate(names))
    return f"`{macro.name}({called})`"
