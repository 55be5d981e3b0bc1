"""docs/rujukan/konfigurasi.md: the options of the plugin, and what else steers a build."""

from __future__ import annotations

from mkdocs.config import config_options as c
from tools.rujukan.markdown import table

from spbe.engines.mkdocs.plugin_options import SpbeConfig
from spbe.engines.theme_defaults import FEATURES

OPTIONS = {
    "edition": "Untuk siapa situs dibangun: `publik`, `opd`, atau `internal`.",
    "opd": "ID perangkat daerah pada edisi `opd`.",
    "per_tanggal": "Tanggal acuan umur dan masa berlaku, misalnya 2026-01-31. "
    "Bila kosong: tanggal komit terakhir yang mengubah isi edisi itu.",
    "offline": "Bangun salinan yang dibuka dari komputer tanpa server web: alamat berkas, tanpa pencarian.",
}

MKDOCS = {
    "site_name": "Nama situs pada kepala halaman.",
    "site_url": "Alamat situs setelah diterbitkan; diperlukan oleh peta situs.",
    "docs_dir": "Selalu `content`.",
    "theme.language": "Bahasa tampilan: `id` atau `en`. Isi data tetap seperti yang ditulis.",
    "theme.features": "Ditambahkan ke fitur tema yang selalu dipakai.",
    "theme.palette": "Menggantikan warna terang dan gelap bawaan.",
    "use_directory_urls": "Biarkan bawaannya (`true`): alamat halaman adalah folder.",
}

VARIABLES = {
    "SOURCE_DATE_EPOCH": "Tanggal acuan dalam detik sejak 1970, bila `--per-tanggal` tidak disebut.",
    "SPBE_LANG": "Bahasa pesan perintah: `id` atau `en`.",
}


def settings_page() -> str:
    """The plugin's options and what else steers a build."""
    text = "# Konfigurasi\n\n"
    text += "Semua pengaturan situs ada di `mkdocs.yml`; keterangan wilayah ada di `content/profil.yaml`.\n\n"
    text += "## Plugin spbe\n\n```yaml\nplugins:\n  - spbe:\n      edition: publik\n```\n\n"
    text += "Pilihan pada baris perintah mengalahkan yang tertulis di sini.\n\n"
    rows = []
    for name, option in vars(SpbeConfig).items():
        if isinstance(option, c.BaseConfigOption):
            default = option.default
            rows.append((f"`{name}`", OPTIONS[name], "kosong" if default is None else f"`{default}`"))
    text += table(("Pilihan", "Arti", "Bawaan"), rows)
    text += "## Pengaturan MkDocs\n\n"
    text += table(("Kunci", "Arti"), ((f"`{name}`", told) for name, told in MKDOCS.items()))
    text += "Fitur Material yang selalu dipakai: " + ", ".join(f"`{name}`" for name in FEATURES) + ".\n"
    text += "Huruf dari luar situs tidak pernah dimuat.\n\n"
    text += "## Variabel lingkungan\n\n"
    return text + table(("Variabel", "Arti"), ((f"`{name}`", told) for name, told in VARIABLES.items()))
