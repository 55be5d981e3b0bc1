"""Which page answers which question, in the words of those who ask: by them search leads there first.

A page says what it lists or computes in the words of its field; who asks has other words for it. What is called by
another word in general, wherever it stands, is a term of ``standards/data/istilah.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from spbe.model.kinds import KINDS
from spbe.model.peta_rencana import PetaRencana
from spbe.scoring.hasil import foremost
from spbe.site import addresses
from spbe.site.page import Page
from spbe.site.site_context import SiteContext

Questions = Mapping[str, tuple[str, ...]]
"""Address to the questions that the page there answers."""

OF_PAGES: Final[Questions] = {
    addresses.INDEX: ("indeks dari tahun ke tahun", "riwayat indeks", "tren indeks", "perkembangan indeks"),
    addresses.FOLLOW_UP: ("rekomendasi", "rekomendasi evaluasi", "tindak lanjut", "saran asesor"),
    addresses.INDICATORS: ("indikator", "daftar indikator", "nilai indikator", "tingkat kematangan"),
    addresses.EVIDENCE: ("bukti", "daftar bukti", "data dukung", "bukti dukung"),
    addresses.ARCHITECTURE_HOME: ("arsitektur", "arsitektur spbe"),
    addresses.IMPACT: (
        "aplikasi mati",
        "server mati",
        "server rusak",
        "aplikasi rusak",
        "aplikasi tidak bisa dibuka",
        "gangguan",
        "gangguan layanan",
        "listrik padam",
    ),
    addresses.COVERAGE: ("cakupan", "kode referensi", "referensi arsitektur", "kode kosong"),
    addresses.OVERLAP: ("aplikasi ganda", "aplikasi kembar", "aplikasi sama", "duplikat", "duplikasi", "dobel"),
    addresses.INTEGRATION: (
        "integrasi",
        "pertukaran data",
        "aplikasi terhubung",
        "data terhubung",
        "interoperabilitas",
    ),
    addresses.GAPS: ("kesenjangan", "aplikasi direncanakan", "aplikasi baru", "rencana aplikasi", "yang belum ada"),
    addresses.EXPLORER: ("hubungan", "jelajah", "peta hubungan"),
    addresses.ROADMAP: ("peta rencana", "rencana kerja spbe", "target", "anggaran", "belanja spbe", "biaya", "proyek"),
    addresses.OFFICES: ("opd", "daftar opd", "dinas", "perangkat daerah", "alamat kantor"),
    addresses.GOVERNANCE: ("tata kelola", "tim koordinasi", "asesor internal", "ketua tim", "pengarah"),
    addresses.RISKS: ("risiko", "daftar risiko", "risiko spbe"),
    addresses.QUALITY: (
        "kelengkapan",
        "kelengkapan data",
        "kelengkapan isian",
        "kualitas data",
        "mutu data",
        "isian kosong",
    ),
    addresses.CHANGES: ("perubahan", "perubahan terbaru", "perubahan terakhir", "yang baru", "kabar terbaru", "berita"),
    addresses.DOWNLOADS: ("unduh", "unduh data", "unduhan", "csv", "excel", "xlsx", "json", "dataset", "open data"),
    addresses.METHODOLOGY: (
        "menghitung indeks",
        "hitung indeks",
        "rumus indeks",
        "bobot",
        "metode",
        "dasar hukum",
        "sumber angka",
    ),
    addresses.GUIDE: ("panduan", "bantuan", "petunjuk"),
    KINDS["aplikasi"].address: ("vendor", "pengembang", "daftar aplikasi", "jumlah aplikasi", "semua aplikasi"),
    KINDS["layanan"].address: ("daftar layanan", "jumlah layanan", "semua layanan"),
    KINDS["data"].address: ("daftar data", "jumlah data", "semua data"),
    KINDS["infrastruktur"].address: ("daftar server", "jumlah server"),
}

OF_FOREMOST: Final[Questions] = {
    "": ("indeks", "indeks spbe", "nilai", "nilai indeks", "nilai spbe", "skor", "predikat", "hasil evaluasi"),
    "banding": (
        "peringkat",
        "ranking",
        "urutan",
        "perbandingan",
        "kabupaten lain",
        "dibanding kabupaten lain",
        "kota lain",
        "rata-rata nasional",
        "nasional",
    ),
    "langkah": ("naik predikat", "naik indeks", "meningkatkan indeks", "menaikkan indeks", "sangat baik", "memuaskan"),
    "masa-berlaku": (
        "bukti kedaluwarsa",
        "bukti kadaluarsa",
        "masa berlaku bukti",
        "bukti berakhir",
        "bukti habis",
        "bukti lewat",
    ),
    "kesesuaian": ("kesesuaian", "didukung arsitektur", "klaim tingkat"),
    "ulasan": ("kekuatan", "kelemahan", "kekuatan kelemahan", "yang lemah"),
    "laporan": ("laporan evaluasi", "cetak laporan"),
    "jadwal": ("jadwal penilaian", "jadwal evaluasi"),
}
"""Pages of the assessment that a region leads with: by the last part of the address, empty for its own page."""

BY_YEAR: Final = ("target {tahun}", "anggaran {tahun}", "belanja {tahun}", "rencana {tahun}")
"""What a roadmap is asked for with one of its years."""


def with_questions(site: SiteContext, pages: Iterable[Page]) -> Iterator[Page]:
    """``pages`` with the questions that each answers, and those of assessments that the region does not lead with."""
    asked = dict(OF_PAGES)
    asked[addresses.ROADMAP] += tuple(words.format(tahun=year) for year in _years(site) for words in BY_YEAR)
    lead = foremost(site.view.results)
    here, instrument = "", ""
    if lead is not None:
        here = addresses.assessment_address(lead.assessment.nama)
        instrument = f"{addresses.INDICATORS}{lead.assessment.instrumen.id}/"
        asked |= {f"{here}{account}/" if account else here: words for account, words in OF_FOREMOST.items()}
    for page in pages:
        beside = any(
            page.address.startswith(whole) and page.address != whole and not page.address.startswith(own or whole)
            for whole, own in ((addresses.INDEX, here), (addresses.INDICATORS, instrument))
        )
        yield replace(page, questions=asked.get(page.address, ()), beside=beside)


def _years(site: SiteContext) -> list[int]:
    items = site.region.records["peta-rencana"].values()
    told = [(one.tahun_mulai, one.tahun_selesai) for one in items if isinstance(one, PetaRencana)]
    return sorted({year for first, last in told if first for year in range(first, max(first, last or first) + 1)})
