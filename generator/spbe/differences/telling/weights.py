"""What weighs how much when a change is judged: the one order of topics, and what each asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from spbe.i18n import mark as _

Decision = Literal["tahan", "timbang", "terima"]
"""What a reviewer should do: hold it until something is mended, weigh it, or take it."""

ADVICE: Final[dict[Decision, str]] = {
    "tahan": _("Jangan diterima dahulu"),
    "timbang": _("Perlu ditimbang"),
    "terima": _("Dapat diterima"),
}

MANY: Final = 100
"""From how many records on nobody looks at each of them, so that somebody must answer for all."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One kind of sentence, with what it asks a reviewer to do."""

    id: str
    decision: Decision


TOPICS: Final = (
    Topic("bocor", "tahan"),
    Topic("otomasi", "tahan"),
    Topic("tidak-terbaca", "tahan"),
    Topic("kesalahan", "tahan"),
    Topic("bukti-berganti", "tahan"),
    Topic("layanan-berhenti", "tahan"),
    Topic("hubungan-putus", "tahan"),
    Topic("bertentangan", "tahan"),
    Topic("batas-kualitas", "tahan"),
    Topic("instrumen-lain", "timbang"),
    Topic("predikat", "timbang"),
    Topic("tanpa-bukti", "timbang"),
    Topic("tanpa-aplikasi", "timbang"),
    Topic("bukti-habis", "timbang"),
    Topic("kesesuaian", "timbang"),
    Topic("terbuka", "timbang"),
    Topic("tertutup", "timbang"),
    Topic("banyak", "timbang"),
    Topic("dihapus", "timbang"),
    Topic("bukti-hilang", "timbang"),
    Topic("pemilik", "timbang"),
    Topic("isian-hilang", "timbang"),
    Topic("templat", "timbang"),
    Topic("indeks", "terima"),
    Topic("tingkat", "terima"),
    Topic("penilaian-baru", "terima"),
    Topic("peringatan", "terima"),
    Topic("digabung", "terima"),
    Topic("berganti-id", "terima"),
    Topic("jadwal", "terima"),
    Topic("bukti-baru", "terima"),
    Topic("status-jawaban", "terima"),
    Topic("kesesuaian-membaik", "terima"),
    Topic("ditambah", "terima"),
    Topic("diubah", "terima"),
    Topic("kualitas", "terima"),
    Topic("selesai", "terima"),
    Topic("waktu", "terima"),
    Topic("penyetuju", "terima"),
)
"""Weightiest first: what harms somebody or breaks data and site, what stops services, what is claimed without ground,
then all else; ``docs/keputusan/0016-telling-a-difference.md`` says why."""

POSITION: Final = {topic.id: place for place, topic in enumerate(TOPICS)}
DECISIONS: Final = {topic.id: topic.decision for topic in TOPICS}

RULE_TOPICS: Final[Mapping[str, str]] = {
    "lampiran-hash": "bukti-berganti",
    "instrumen-tahun": "instrumen-lain",
}
"""Rules of a check whose break weighs more, or less, than its severity says."""
