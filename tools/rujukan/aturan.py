"""docs/rujukan/aturan.md, and the same in the guide of every region: every rule."""

from __future__ import annotations

import re

from tools.rujukan.contoh import example_of

from spbe.problems.rules import FAMILIES, Rule

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
    "mapping_rules": "Pemetaan kolom",
    "settings_rules": "Pengaturan situs",
    "template_rules": "Templat sendiri",
}
"""Module of rules to its heading."""

SEVERITIES = {"error": "kesalahan", "warning": "peringatan", "info": "info"}


def rules_page() -> str:
    """Every rule, with an anchor by its id, its ground, and an example of what breaks it."""
    text = "# Aturan pemeriksaan\n\n"
    text += "Setiap pesan diakhiri nama aturannya dalam kurung siku; di sini setiap aturan berjudul namanya.\n"
    text += "Kesalahan menghalangi penerbitan; peringatan dan info tidak.\n"
    text += "Kata dalam kurung kurawal diganti dengan keadaan yang ditemukan.\n"
    text += "Aturan yang tetap tidak dapat dibuat lebih ringan atau dikecualikan oleh kebijakan daerah.\n\n"
    for family in FAMILIES:
        text += f"## {HEADINGS[family.__name__.rpartition('.')[2]]}\n\n"
        for rule in family.FAMILY:
            text += f"### {rule.id}\n\n{rule.why}\n\n- Tingkat: {SEVERITIES[rule.severity]}{_reach(rule)}\n"
            text += f"- Dasar: {rule.law}.\n" if rule.law else ""
            text += f"- Pesan: {_always(rule.message)}\n- Jalan keluar: {rule.hint}\n"
            text += f"\n{example_of(rule.id)}\n\n"
    return text


def _always(message: str) -> str:
    """``message`` without the sentences that only some cases add: placeholders right behind the end of a sentence."""
    return re.sub(r"(?<=[.?!])\{\w+\}", "", message)


def _reach(rule: Rule) -> str:
    """What a region's policy may do with the rule."""
    if rule.is_fixed:
        return ", tetap"
    return ", dapat dikecualikan bagi satu catatan" if rule.severity == "error" else ""
