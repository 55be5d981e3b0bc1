"""docs/rujukan/aturan.md: every rule."""

from __future__ import annotations

from spbe.problems.rules import FAMILIES

HEADINGS = {
    "files": "Folder dan berkas",
    "git": "Riwayat git",
    "pages": "Halaman dan lampiran",
    "yaml": "Tulisan YAML",
    "records": "Susunan catatan",
    "values": "Nilai",
    "references": "Rujukan",
    "assessment": "Penilaian",
    "effort": "Usaha langkah",
    "peers": "Pembanding",
    "standards": "Instrumen dan referensi daerah",
    "quality": "Batas mutu data",
    "settings": "Pengaturan situs",
    "templates": "Templat sendiri",
}
"""Module of rules to its heading."""

SEVERITIES = {"error": "galat", "warning": "peringatan", "info": "info"}


def rules_page() -> str:
    """Every rule."""
    text = "# Aturan\n\n"
    text += "Setiap pesan diakhiri nama aturannya dalam kurung siku.\n"
    text += "Galat menghalangi penerbitan; peringatan dan info tidak.\n"
    text += "Kata dalam kurung kurawal diganti dengan keadaan yang ditemukan.\n\n"
    for family in FAMILIES:
        text += f"## {HEADINGS[family.__name__.rpartition('.')[2]]}\n\n"
        for rule in family.FAMILY:
            text += f"### {rule.id}\n\n{rule.why}\n\n"
            text += f"- Tingkat: {SEVERITIES[rule.severity]}\n- Pesan: {rule.message}\n- Jalan keluar: {rule.hint}\n\n"
    return text
