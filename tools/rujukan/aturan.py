"""docs/rujukan/aturan.md: every rule."""

from __future__ import annotations

from spbe.problems.rules import FAMILIES

HEADINGS = {
    "file_rules": "Folder dan berkas",
    "git_rules": "Riwayat git",
    "page_rules": "Halaman dan lampiran",
    "sensitive_rules": "Rahasia dan data pribadi",
    "yaml_rules": "Tulisan YAML",
    "record_rules": "Susunan catatan",
    "value_rules": "Nilai",
    "reference_rules": "Rujukan",
    "assessment_rules": "Penilaian",
    "effort_rules": "Upaya langkah",
    "peer_rules": "Pembanding",
    "standards_rules": "Instrumen dan referensi daerah",
    "quality_rules": "Batas kualitas data",
    "policy_rules": "Kebijakan pemeriksaan",
    "settings_rules": "Pengaturan situs",
    "template_rules": "Templat sendiri",
}
"""Module of rules to its heading."""

SEVERITIES = {"error": "kesalahan", "warning": "peringatan", "info": "info"}


def rules_page() -> str:
    """Every rule."""
    text = "# Aturan\n\n"
    text += "Setiap pesan diakhiri nama aturannya dalam kurung siku.\n"
    text += "Kesalahan menghalangi penerbitan; peringatan dan info tidak.\n"
    text += "Kata dalam kurung kurawal diganti dengan keadaan yang ditemukan.\n\n"
    for family in FAMILIES:
        text += f"## {HEADINGS[family.__name__.rpartition('.')[2]]}\n\n"
        for rule in family.FAMILY:
            text += f"### {rule.id}\n\n{rule.why}\n\n"
            text += f"- Tingkat: {SEVERITIES[rule.severity]}\n- Pesan: {rule.message}\n- Jalan keluar: {rule.hint}\n\n"
    return text
