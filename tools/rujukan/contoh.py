"""What breaks each rule: an example from the broken files of the tests, in words where no content of a file does."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from spbe.model.sensitive import masked

BROKEN: Final = Path(__file__).resolve().parents[2] / "tests" / "data" / "broken"
FENCE: Final = "````"
LINES: Final = 3
"""Lines that are shown before the one that is meant."""

IN_WORDS: Final = {
    "wilayah-tak-ada": "`--root` menyebut folder yang tidak ada, atau sebuah berkas.",
    "wilayah-kosong": "Folder tanpa `content/`, `indicators/`, dan `architecture/`.",
    "profil-tak-ada": "Folder `content/` tanpa `profil.yaml`.",
    "berkas-tak-terbaca": "Berkas yang tidak boleh dibaca oleh pengguna yang menjalankan program.",
    "jurnal-rusak": "Berkas `.spbe-…` dari penulisan yang terputus, yang isinya berubah.",
    "tautan-keluar": "Tautan simbolis di `architecture/` yang menunjuk ke luar folder wilayah.",
    "berkas-terlalu-besar": "Catatan YAML yang lebih dari satu juta bita.",
    "nama-kembar": "`Simpeg.yaml` dan `simpeg.yaml` di folder yang sama.",
    "git-tak-ada": "Komputer tanpa program git.",
    "git-menolak": "Repositori milik pengguna lain, yang ditolak git.",
    "git-rusak": "Repositori yang sebagian objeknya hilang.",
    "git-macet": "Git yang tidak menjawab, misalnya karena disk jaringan terputus.",
    "git-dangkal": "Salinan dengan `git clone --depth 1`, seperti bawaan banyak CI.",
    "tanggal-tak-diketahui": "Wilayah tanpa riwayat git dan tanpa `--per-tanggal`, dengan berkas tanpa waktu.",
    "codeowners-usang": "Pemilik sebuah folder berganti, sedangkan CODEOWNERS masih menyebut yang lama.",
    "halaman-utf8": "Halaman yang disimpan dengan penyandian Windows-1252.",
    "halaman-karakter": "Tanda pembalik arah tulisan (U+202E) di dalam halaman.",
    "halaman-karakter-asing": "Butir Wingdings (U+F0B7) yang terbawa dari pengolah kata.",
    "halaman-kepala": "Halaman yang diawali `---` tanpa `---` penutup.",
    "halaman-kunci": "`titel: Kisah` di kepala halaman; namanya `title`.",
    "halaman-templat": "`template: x.html` di kepala halaman, padahal templat itu tidak ada.",
    "yaml-konflik": "Baris `<<<<<<< HEAD` yang tertinggal sesudah penggabungan.",
    "yaml-utf8": "Catatan yang disimpan dengan penyandian Windows-1252 atau UTF-16.",
    "yaml-karakter": "Tanda kendali yang tidak tampak di dalam catatan.",
    "yaml-tab": "Indentasi dengan tombol tab.",
    "yaml-terlalu-dalam": "Ratusan kurung siku yang saling bersarang.",
    "yaml-terlalu-banyak": "Alias YAML yang saling melipatgandakan.",
    "peta-kolom-isian": "`Nama OPD: perangkat_derah` pada peta kolom.",
    "peta-kolom-ganda": "`Deskripsi: uraian` dan `Keterangan: uraian` pada peta kolom lembar yang sama.",
    "peta-kolom-nama": "Peta kolom yang tidak menyebut kolom nama.",
    "isian-salah": "Nilai yang ditolak tanpa alasan yang lebih khusus; jaring pengaman terakhir.",
    "kualitas-tak-dikenal": "`kelengkapan: {aplikas: 10/20}` di `architecture/kualitas.yaml`.",
    "kualitas-turun": "Batasnya `aplikasi: 812/1000`, dan sekarang yang terisi 805 dari 1000.",
    "kualitas-temuan": "Batasnya `tanpa-pemilik: 3`, dan sekarang ada empat catatan tanpa pemilik.",
    "pengaturan-tak-ada": "Folder wilayah tanpa `mkdocs.yml`.",
    "pengaturan-kait": "`hooks: [kait.py]`, dan `kait.py` tidak dapat dijalankan Python.",
    "templat-gagal": "Templat sendiri yang membagi dengan nol saat diisi.",
    "halaman-gagal": "Halaman yang tidak dapat dibuat karena kesalahan program.",
    "bangun-gagal": "Mesin situs yang berhenti tanpa menyebut berkas.",
}
"""Rules about folders, surroundings and bytes, which no text of a file shows."""


def example_of(rule: str) -> str:
    """What breaks ``rule``, as Markdown; raises :class:`LookupError` for a rule without an example."""
    for case in sorted(BROKEN.glob(f"{rule}--*")):
        for path in sorted(case.rglob("*")) if case.is_dir() else [case]:
            found = _shown(rule, path) if path.is_file() else None
            if found:
                return found
    if rule in IN_WORDS:
        return f"Contoh: {IN_WORDS[rule]}"
    raise LookupError(rule)


def _shown(rule: str, path: Path) -> str | None:
    """The lines of a broken file around the first place where it breaks ``rule``; secrets are masked."""
    first, *lines = masked(path.read_text("utf-8")).rstrip("\n").split("\n")
    place, _, findings = first.removeprefix("# ").partition(": ")
    for finding in findings.split(", "):
        position, _, told = finding.partition(" ")
        if told.partition(" ")[0] != rule:
            continue
        if position == "-":
            return f"Contoh: berkas `{place}`."
        line = int(position.partition(":")[0])
        shown = [*enumerate(lines, 2)][max(0, line - 2 - LINES) : line - 1]
        block = "\n".join(_printable(text) for _number, text in shown)
        return f"Contoh di `{place}`, baris {line}:\n\n{FENCE}text\n{block}\n{FENCE}"
    return None


def _printable(text: str) -> str:
    """``text`` as a page may hold it: a box for what nobody sees or only some fonts have."""
    return "".join(char if char.isprintable() and char != "\N{REPLACEMENT CHARACTER}" else "□" for char in text)
