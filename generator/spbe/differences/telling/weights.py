"""What weighs how much when a change is judged: the one order of topics, and what each asks for."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Topic:
    """One kind of sentence, with what it asks a reviewer to do."""

    id: str
    decision: Decision


TOPICS: Final = (
    Topic("tidak-terbaca", "tahan"),
    Topic("kesalahan", "tahan"),
    Topic("otomasi", "tahan"),
    Topic("layanan-berhenti", "tahan"),
    Topic("hubungan-putus", "tahan"),
    Topic("bertentangan", "tahan"),
    Topic("batas-kualitas", "tahan"),
    Topic("tanpa-bukti", "timbang"),
    Topic("tanpa-aplikasi", "timbang"),
    Topic("indeks", "timbang"),
    Topic("tingkat", "timbang"),
    Topic("kesesuaian", "timbang"),
    Topic("terbuka", "timbang"),
    Topic("tertutup", "timbang"),
    Topic("dihapus", "timbang"),
    Topic("peringatan", "timbang"),
    Topic("bukti-hilang", "timbang"),
    Topic("pemilik", "timbang"),
    Topic("templat", "timbang"),
    Topic("digabung", "terima"),
    Topic("berganti-id", "terima"),
    Topic("jadwal", "terima"),
    Topic("penilaian-baru", "terima"),
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
"""Weightiest first: what breaks the data or the site, what stops services, what moves figures, then all else."""

POSITION: Final = {topic.id: place for place, topic in enumerate(TOPICS)}
DECISIONS: Final = {topic.id: topic.decision for topic in TOPICS}
