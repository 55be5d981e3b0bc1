"""docs/rujukan/aturan.md: every rule."""

from __future__ import annotations

from spbe.problems import RULES
from spbe.problems.rules import (
    assessment,
    effort,
    files,
    git,
    pages,
    quality,
    records,
    references,
    settings,
    standards,
    templates,
    values,
    yaml,
)

FAMILIES = {
    "Folder dan berkas": files,
    "Riwayat git": git,
    "Halaman dan lampiran": pages,
    "Tulisan YAML": yaml,
    "Susunan catatan": records,
    "Nilai": values,
    "Rujukan": references,
    "Penilaian": assessment,
    "Usaha langkah": effort,
    "Instrumen dan referensi daerah": standards,
    "Batas mutu data": quality,
    "Pengaturan situs": settings,
    "Templat sendiri": templates,
}

SEVERITIES = {"error": "galat", "warning": "peringatan", "info": "info"}


def rules_page() -> str:
    """Every rule."""
    if [rule.id for family in FAMILIES.values() for rule in family.FAMILY] != list(RULES):
        raise KeyError("FAMILIES: a family of rules has no heading here, or they stand in another order")
    text = "# Aturan\n\n"
    text += "Setiap pesan diakhiri nama aturannya dalam kurung siku.\n"
    text += "Galat menghalangi penerbitan; peringatan dan info tidak.\n"
    text += "Kata dalam kurung kurawal diganti dengan keadaan yang ditemukan.\n\n"
    for title, family in FAMILIES.items():
        text += f"## {title}\n\n"
        for rule in family.FAMILY:
            text += f"### {rule.id}\n\n{rule.why}\n\n"
            text += f"- Tingkat: {SEVERITIES[rule.severity]}\n- Pesan: {rule.message}\n- Jalan keluar: {rule.hint}\n\n"
    return text
