"""A sentence of the site that concludes from absence says which data it speaks of: it holds ``{pada_data}``.

What an edition hides must not be denied. So every sentence with a word of absence holds the place, which
:func:`spbe.i18n.about` fills with the words of the edition, or stands below with the reason why it concludes nothing
from what could be hidden.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.extract import extract_from_dir

from spbe.editions.audience import LOOKED_AT, SCOPE
from spbe.i18n import PLACE, about, gettext, speaking
from support.regions import ROOT

ROOMS = ("catalogue", "editions", "exchange", "scoring", "site")
ABSENCE = re.compile(r"\b(belum|tidak ada|tak ada|tanpa|tidak ditemukan|tidak satu pun)\b", re.IGNORECASE)

RULES_OF_CLAIMS = "catalogue/claims/"
"""What a level implies and how it is counted: the verdict says where it was looked for."""

REASONED: dict[str, tuple[str, ...]] = {
    "what was handed in, or the whole region as it lies in the folder, in no edition": (
        "berkas ini dikunci dengan kata sandi; simpan tanpa kata sandi",
        "isinya makro; simpan sebagai buku kerja tanpa makro (xlsx)",
        "Catatan ini sudah tidak ada.",
        "Kolom ID tidak ada lagi.",
        "OPD `{opd}` tidak ada lagi.",
        "Pertanyaan ini tidak ada pada formulirnya.",
        "Tidak ada lembar isian yang dibagikan pengelola di dalamnya.",
        "ada rumus yang belum dihitung; buka dan simpan lagi dengan Excel atau LibreOffice",
        "Tidak ada judul yang menyebut catatannya. Yang dikenal: {daftar}.",
        "Tidak ada {jenis} `{id}` milik OPD pengirim yang dapat dibaca.",
        "Tidak ada {jenis} `{id}` yang dapat dibaca.",
    ),
    "levels, results and drafts: they are whole in every edition that shows the assessment": (
        "Baru {a} dari {b} indikator dinilai. Yang belum dinilai tidak dinaikkan dan tidak dihitung nol.",
        "Belum ada hasil resmi. Laporan ini memakai tahap {tahap}.",
        "Belum ada nilai.",
        "Belum dapat dijelaskan.",
        "Belum dinilai siapa pun: {daftar}.",
        "Belum dinilai.",
        "Indikator belum dinilai",
        "Draf: belum untuk umum.",
        "Hasil akhir per indikator belum dicatat di sini, jadi hasil resmi belum dapat dihitung ulang.",
        "Indeks bertambah {n}; menjadi berapa, belum dapat disebut karena penilaiannya belum lengkap.",
        "Indikator penilaian berjalan yang belum dinilai siapa pun",
        "Indikator yang belum dinilai tidak dianggap nol",
        "Kosong selama ada indikator yang belum terisi; bila nilainya tidak dicatat",
        "Nilai indikator belum lengkap, jadi hasil resmi belum dapat dihitung ulang.",
        "Nilai lain dianggap tetap, dan tidak ada bukti yang kedaluwarsa.",
        "Nilai per indikator belum dicatat",
        "Sesudahnya, belum resmi:",
        "Target sudah ditetapkan, dan yang tercatat belum mencapainya.",
        "Tidak ada bagian yang berubah.",
        "Tidak ada bagian yang naik sejak {nama}.",
        "Tidak ada bagian yang turun sejak {nama}.",
        "target {angka} belum tercapai, kurang {selisih}",
        "Tidak ada.",
        "Tingkat nilainya belum punya syarat yang dapat dihitung dari catatan.",
        "Selama ada yang kosong, indeksnya belum utuh dan predikatnya belum dapat disebut.",
        "Setiap kenaikan satu tingkat dihitung satu upaya, karena daerah belum menetapkan yang lain.",
        "Tidak ada nilai yang berubah.",
        "Yang belum dinilai ({n})",
        "belum ada",
        "belum ada nilai",
        "belum dinilai",
        "belum lengkap",
        "sekarang {a}, target belum ditetapkan",
        "{judul} {tempat}: belum ada nilai.",
        "{nama}: belum ada nilai.",
        "{nama}: {angka} (hasil resmi); nilai per indikator belum dicatat.",
        "{n} belum dapat dihitung karena nilainya belum lengkap.",
        "{n} indikator belum dinilai.",
    ),
    "the nation's documents and rules, and what we know of them": (
        "Instrumen {nama} dipakai di sini tanpa kriteria tingkat, sebab peraturannya",
        "Kriteria tingkat indikator ini belum ada sumbernya.",
        "Kriteria tingkat instrumen ini belum tersedia",
        "Percobaan: kriteria tingkat resmi PermenPANRB 8/2026 belum tersedia.",
        "Laporan resmi pemantauan memuat nilai tanpa rekomendasi.",
        "Nama wilayah ini tidak ditemukan dalam tabel nasional {tahun}.",
        "Provinsi {nama} tidak ditemukan dalam tabel nasional",
        "Rata-rata nasional tahun {tahun} untuk instrumen ini belum tersedia.",
        "Wilayah ini fiktif, jadi tidak ada dalam tabel nasional {tahun}.",
        "indeks daerah pada tabel nasional; penilaiannya tidak ada di situs ini",
        "{nama} {indeks}: belum ada hasil nasional untuk dibandingkan.",
        "{n} indikator: tanpa kriteria.",
    ),
    "a field of the record, the team or the profile itself, which holds no records and is shown to all": (
        "(jabatan belum dicatat)",
        "Belum berisi",
        "Belum lebih rinci",
        "Belum pernah dicatat",
        "Belum pernah ditinjau",
        "Belum selesai ditindaklanjuti.",
        "Bila sudah selesai, ubah statusnya. Bila belum, tulis yang akan berubah pada isian rencana.",
        "Bukti tanpa tautan dan tanpa berkas",
        "Bulat: catatan yang kodenya belum lebih rinci.",
        "Catatan yang belum pernah ditinjau",
        "Catatan yang kode referensinya belum diisi atau belum diketahui, sehingga tidak ada di peta.",
        "Dijadwalkan mulai {tahun}, tetapi belum berjalan.",
        "Dijadwalkan selesai {tahun}, tetapi belum dicatat selesai.",
        "Kegiatan selesai, catatan belum diperbarui",
        "Kegiatannya belum dicatat.",
        "Lisensi belum ditetapkan",
        "Pertukaran data yang arahnya belum diisi disebut pada catatannya, tetapi tidak dihitung.",
        "Pertukaran yang ditulis kedua pihak dihitung sekali. Belum pasti arahnya: {a}; belum pasti frekuensinya: {b}.",
        "Arah pertukaran data dengan {apa} belum diketahui, jadi belum dihitung.",
        "Belum diketahui atau berbeda",
        "Rekomendasi penilaian yang belum selesai ditindaklanjuti",
        "Rekomendasi terdahulu yang belum selesai",
        "Selesai, belum dicatat",
        "Status belum dicatat",
        "Statusnya belum selesai. Perbarui status atau tahunnya.",
        "Dari tahun sebelumnya, belum selesai",
        "Kegiatan tanpa anggaran",
        "API tanpa penghubung",
        "tanpa perantara",
        "{domain} tanpa kode",
        "Tanpa jenis",
        "Tanpa kode",
        "Tanpa muatan",
        "Tanpa tahun",
        "Tinjau {nama}; belum pernah dicatat ditinjau.",
        "belum ada → akan ada",
        "belum ada → mulai {kapan}",
        "belum pasti jalurnya",
        "belum pernah",
        "belum pernah dicatat",
        "status belum diisi",
        "tanpa batas yang dicatat",
        "{jenis} tanpa kode",
        "{kode}, belum lebih rinci",
        "{n} catatan berkode, {m} tanpa kode.",
        "{n} kegiatan belum bertahun, jadi tidak ada pada bagan.",
    ),
    "an answer that somebody gave": (
        "Belum diketahui",
        "Belum diketahui atau tidak ditampilkan",
        "Isian belum diketahui",
        "Isian yang paling sering belum diketahui",
        "Jawaban yang buktinya belum diketahui:",
        "Jawaban yang menyatakan tidak ada bukti:",
        "Pemiliknya menyatakan bahwa memang tidak ada yang dipertukarkan.",
        "Sudah ditanyakan, belum diketahui",
        "Tidak ada",
        "belum diketahui",
        "isian belum diketahui",
        "sudah diketahui bahwa memang tidak ada",
        "sudah ditanyakan, tetapi jawabannya belum ada; bukan kekurangan",
        "tidak ada",
    ),
    "a figure, a column or a state below a sentence that says what was looked at": (
        "0: belum ada catatan",
        "Arti petak: yang belum terisi",
        "Belum diisi",
        "Belum dirinci",
        "Isian belum diisi",
        "Tanpa bukti mulai",
        "Tanpa kegiatan",
        "Yang belum terisi",
        "belum ada catatan",
        "belum diisi",
        "isian belum diisi",
        "semuanya belum dijawab",
        "{n} belum dirinci",
        "{n} di antaranya belum dijawab",
        "{n} isian belum diisi",
    ),
    "a file that was handed in, and what it names in the whole region: told to whoever takes it": (
        "Belum diputuskan.",
        "Ada pada daftar terdahulu, tidak ada pada daftar ini.",
        "Belum ada yang dicatat: pengelola masih memeriksa semua kiriman.",
        "Belum dapat diterima",
        "Isi bila Anda tahu. Tulis “belum diketahui” bila tidak ada yang tahu",
        "Tidak ada yang berubah pada berkas ini.",
        "Nilai awalnya hilang, jadi berkas ini hanya dibandingkan dengan keadaan sekarang.",
        "Tidak ada perangkat daerah dengan ID `{id}`.",
        "Belum diputuskan: barisnya tidak ada lagi.",
        "Jawaban hanya dipakai selama datanya belum berubah sejak ditanyakan.",
        "Jawaban {id} belum ada; pengelola membuatnya dulu.",
        "Yang belum dapat diputuskan biarkan kosong: datanya tetap, dan hal itu ditanyakan lagi nanti.",
        "Catatan ini sudah tidak ada.",
        "Kolom ID tidak ada lagi.",
        "OPD `{opd}` tidak ada lagi.",
        "ada rumus yang belum dihitung",
    ),
    "what would be, what to do, or why it matters: nothing is concluded": (
        "berkas ini dikunci dengan kata sandi; simpan tanpa kata sandi",
        "isinya makro; simpan sebagai buku kerja tanpa makro (xlsx)",
        "Beberapa perangkat daerah pada satu kode belum tentu ganda; itu tempat untuk bertanya.",
        "Belum ada yang menyatakan isinya benar.",
        "Bila memang sama, bicarakan mana yang diteruskan; pemakaiannya belum membedakan.",
        "Bukti yang akan berakhir dalam {n} bulan, dan rentang indeks bila tidak ada yang diperbarui.",
        "Dihitung dari nilai {nama} ({tahap}) dan masa berlaku bukti per {tanggal}",
        "Indeks bila tidak ada bukti yang diperbarui, {n} bulan ke depan",
        "Jika pengamanan ini tidak ada",
        "Ketentuan pemakaian data; kosong bila belum ada.",
        "Memperbarui dokumen perlu waktu; selagi masih berlaku, nilainya belum terancam.",
        "Nilai tanpa dokumen tidak dapat dipertahankan.",
        "Permohonan tidak dapat diperiksa tanpa datanya.",
        "Tanpa bukti yang berlaku, nilai indikator dapat turun pada penilaian berikutnya.",
        "Tanpa itu tidak terlihat kesenjangan mana yang ditutupnya.",
        "Tanpa layanan itu proses bisnis tidak sampai kepada penerimanya.",
        "Tanpa layanan tidak terlihat untuk apa aplikasi ini ada.",
        "Tanpa pemilik tidak ada yang memperbaiki catatan itu.",
        "Tanpa pemilik tidak ada yang bertanggung jawab bila aplikasi terganggu.",
        "Tanpa pengamanan ini tidak ada yang langsung terganggu, tetapi {apa} menjadi lebih rawan.",
        "Tanpa produsen tidak jelas siapa yang memutakhirkan data.",
        "Tanpa walidata tidak jelas siapa yang memeriksa dan menyebarluaskannya.",
        "Tulis keadaan: rencana pada catatan yang belum ada",
        "Aplikasi umum dan yang milik instansi lain tidak terhitung. Audit tanpa tanggal pun tidak terhitung.",
    ),
    "how the site works, and what its words mean": (
        "Alamat ini tidak ada",
        "Data belum dapat diterbitkan.",
        "Halaman ini dibandingkan dari versi-versi berkas data dalam riwayat git",
        "Halaman ini memerlukan JavaScript. Tanpa JavaScript",
        "Halaman tidak ditemukan",
        "Isian yang tidak bernilai beserta sebabnya; isian kosong yang tidak disebut di sini belum ditanyakan.",
        "JSON: daftar objek dengan isian yang sama, tanpa peringkasan.",
        "Riwayat perubahan belum ada:",
        "Riwayat tidak tersedia: situs ini dibangun tanpa riwayat git.",
        "Sel kosong berarti belum ditanyakan.",
        "Sel kosong berarti belum diisi, atau tidak ditampilkan pada edisi ini.",
        "Sesuai bila dari {m} yang dihitung paling banyak {n} belum sesuai.",
        "Sesuai bila sekurang-kurangnya {paling_rendah} sesuai.",
        "Tanpa nilai",
        "Tanpa peta",
        "Tidak ada hasil untuk",
        "Tidak ada yang memuat semua kata. Hasil untuk",
        "Yang dihitung hanya isian yang tampil pada edisi ini dan yang wajar dimiliki jenisnya.",
        "Yang mengikuti nilai (indeks, target, rencana peningkatan indeks, dan perbandingan)",
        "belum ada yang menanyakan atau mencatatnya; dihitung sebagai kekurangan",
        "tidak ada pernyataan yang dapat dihitung dari catatan",
    ),
    "a list that others drew up, and what a person decides about it: it is read whole, and of no edition": (
        "(tanpa nama)",
        "Ada pada daftar terdahulu, tidak ada pada daftar ini.",
        "Baris ini menyatakan tidak ada {jenis}",
        "Catat tanpa alamat itu",
        "Catat; pemiliknya belum diketahui",
        "Judul kolom `{judul}` dari peta kolom tidak ada",
        "Kolom `{judul}` dari peta kolom tidak ada lagi.",
        "Kolom {berkas} belum jelas",
        "Lembar `{lembar}` dari peta kolom tidak ada",
        "Mungkin sama dengan baris {baris}",
        "Perangkat daerah `{tulisan}` tidak ada pada register",
        "Tidak ada judul kolom yang dikenali",
        "Tidak ada kolom yang jelas memuat nama.",
    ),
    "the page that `spbe serve` shows while a site cannot be built: it is of no edition": (
        "Situs belum dapat dibangun. Perbaiki yang berikut; halaman ini menyegarkan diri.",
    ),
}
"""Reason to sentences, each whole or by its beginning."""


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


@cache
def said() -> tuple[tuple[str, str], ...]:
    """Every sentence of the site with the file that says it."""
    return (*_said_by_the_program(), *_said_by_templates())


def _said_by_the_program() -> Iterator[tuple[str, str]]:
    program = ROOT / "generator" / "spbe"
    for room in ROOMS:
        for path in sorted((program / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in {"_", "gettext", "mark"} and node.args:
                    first = node.args[0]
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        yield first.value, path.relative_to(program).as_posix()


def _said_by_templates() -> Iterator[tuple[str, str]]:
    methods = [("ci/**", "ignore"), ("**.j2", "jinja2"), ("**.html", "jinja2")]
    options = {pattern: {"silent": "false"} for pattern, _method in methods}
    words = {"_": None, "gettext": None, "spbe_t": None}
    for found in extract_from_dir(ROOT / "site_templates", method_map=methods, options_map=options, keywords=words):
        yield str(found[2]), str(found[0])


def unplaced() -> dict[str, str]:
    """Sentences with a word of absence that do not say where they looked, with their files."""
    return {
        sentence: file
        for sentence, file in said()
        if ABSENCE.search(sentence) and PLACE not in sentence and not file.startswith(RULES_OF_CLAIMS)
    }


EXCUSED = [beginning for beginnings in REASONED.values() for beginning in beginnings]


def is_excused(sentence: str) -> bool:
    """Whether ``sentence`` is reasoned above: a short one by itself, a long one by its beginning."""
    return any(sentence == one or (len(one) > 15 and sentence.startswith(one)) for one in EXCUSED)


def test_a_sentence_that_concludes_from_absence_says_where_it_looked() -> None:
    found = {sentence: file for sentence, file in unplaced().items() if not is_excused(sentence)}
    assert found == {}, "write {pada_data} into each, or put it below a reason in REASONED"


def test_no_reason_is_given_for_a_sentence_that_is_gone() -> None:
    known = list(unplaced())
    assert [one for one in EXCUSED if not any(sentence.startswith(one) for sentence in known)] == []


@pytest.mark.parametrize(
    ("language", "edition", "told"),
    [
        ("id", "publik", "Belum ada bukti pada data terbuka."),
        ("id", "opd", "Belum ada bukti pada data untuk OPD ini."),
        ("id", "internal", "Belum ada bukti."),
        ("en", "publik", "There is no evidence yet in the open data."),
        ("en", "opd", "There is no evidence yet in the data for this office."),
        ("en", "internal", "There is no evidence yet."),
    ],
)
def test_the_place_holds_the_words_of_the_edition(language: str, edition: str, told: str) -> None:
    with speaking(language), about(LOOKED_AT[edition]):  # type: ignore[index]
        assert gettext("Belum ada bukti {pada_data}.") == told
    assert gettext("Belum ada bukti {pada_data}.") == "Belum ada bukti.", "nothing is said outside of any edition"


def test_the_place_comes_after_a_blank_so_that_it_can_go() -> None:
    assert [sentence for sentence, _file in said() if "{pada_data}" in sentence.replace(PLACE, "")] == []


def test_only_the_internal_edition_says_nothing_of_what_was_counted() -> None:
    assert [edition for edition, sentence in SCOPE.items() if not sentence] == ["internal"]
    assert [edition for edition, words in LOOKED_AT.items() if not words] == ["internal"]
