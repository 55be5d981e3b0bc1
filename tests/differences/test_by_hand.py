"""Pairs of commits of the sample's own history, each with a key that was written by hand before the code ran.

The history is made here, one small edit after the other. Indices are reckoned with the weights of PermenPANRB 59/2020:
all levels of the self-assessment of 2025 times their weights are 305.5, that is 3.055; one level of I36 weighs 2.75.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spbe.checks import Opened, open_region
from spbe.differences import Difference, difference_between
from spbe.differences.difference_text import text_of
from spbe.differences.rows import rows_of
from spbe.editions import INTERNAL, PUBLIC, Audience
from spbe.region import Node
from spbe.sources.revision import revision_source
from spbe.yamlio import DocumentReader
from support.regions import ROOT, SAMPLES, copy_named, open_shared
from support.repositories import Kept

pytestmark = pytest.mark.slow

DAY = "2026-04-01"
LATER = "2027-01-15"

APP = "architecture/aplikasi"
PRESENSI, TPP, SIMPEG = (f"{APP}/bkpsdm/{name}.yaml" for name in ("presensi", "tpp", "simpeg"))
PRESENSI_NOW = f"{APP}/bkpsdm/presensi-asn.yaml"
BANK = f"{APP}/dlh/bank-sampah.yaml"
REPORTS = "architecture/layanan/bag-organisasi/laporan-kinerja.yaml"

NAMED = (
    Node("aplikasi", "myasn"),
    Node("aplikasi", "presensi"),
    Node("aplikasi", "tpp"),
    Node("aplikasi", "bank-sampah"),
    Node("data", "asn"),
    Node("layanan", "laporan-kinerja"),
    Node("peta-rencana", "integrasi-kepegawaian"),
)
"""What the edits below are about, beside what every part of the sample has."""

Edit = Callable[[Kept], None]


def replaced(place: str, old: str, new: str) -> Edit:
    """The edit that puts ``new`` where ``old`` stands, once."""

    def edit(kept: Kept) -> None:
        text = (kept.root / place).read_text("utf-8")
        assert old in text, (place, old)
        kept.write(place, text.replace(old, new, 1))

    return edit


def renamed(kept: Kept) -> None:
    """An application gets another id; who names it by the former one is left alone."""
    text = (kept.root / PRESENSI).read_text("utf-8")
    kept.write(PRESENSI_NOW, text.replace("id: presensi\n", "id: presensi-asn\ndahulu: [presensi]\n"))
    (kept.root / PRESENSI).unlink()


def listed(kept: Kept) -> None:
    """Two records in one file, as a list."""
    whole = "".join(
        re.sub(r"^(?=.)", "  ", (kept.root / place).read_text("utf-8").split("\n", 1)[1], flags=re.MULTILINE).replace(
            "  ", "- ", 1
        )
        for place in (TPP, SIMPEG)
    )
    (kept.root / SIMPEG).unlink()
    (kept.root / TPP).unlink()
    kept.write(f"{APP}/bkpsdm/kepegawaian.yaml", whole)


def split(kept: Kept) -> None:
    """The two records in files of their own again."""
    (kept.root / f"{APP}/bkpsdm/kepegawaian.yaml").unlink()
    kept.git("checkout", "--quiet", "langkah-3", "--", TPP, SIMPEG)


def requoted(kept: Kept) -> None:
    """Another order, other quotes, other ways to write a list, comments: the same meaning."""
    kept.write(
        "indicators/bukti/sk-tim.yaml",
        "# Diperiksa lagi.\nnama: 'Keputusan Bupati tentang Tim Koordinasi SPBE'\nid: \"sk-tim\"\n"
        "perangkat_daerah: setda # pemilik\nnomor: '555/23/2024'\njenis: keputusan\ntanggal: 2024-01-29\n"
        "berlaku_sampai: 2026-12-31\npenerbit: >-\n  Bupati\n  Arunika\n",
    )


def removed(kept: Kept) -> None:
    """A service that five records name is deleted."""
    (kept.root / "architecture/layanan/bkpsdm/kenaikan-pangkat.yaml").unlink()


def back(kept: Kept) -> None:
    """Page and attachment as they were before steps 11 and 12."""
    kept.git("checkout", "--quiet", "langkah-10", "--", "content")


STEPS: tuple[Edit, ...] = (
    lambda _kept: None,
    renamed,
    replaced("indicators/2025/I36.yaml", "mandiri: 4", "mandiri: 3"),
    replaced(PRESENSI_NOW, "layanan: [penilaian-kinerja]", "layanan: [gaji-asn]"),
    listed,
    split,
    replaced(REPORTS, "referensi: [RAL.02.07]", "referensi: [RAL.02.07"),
    lambda kept: (
        replaced(REPORTS, "referensi: [RAL.02.07", "referensi: [RAL.02.07]")(kept)
        or replaced(REPORTS, "metode: elektronik", "metode: tatap-muka")(kept)
    ),
    requoted,
    replaced(BANK, "perangkat_daerah: dlh", "perangkat_daerah: dlh\nklasifikasi: tertutup"),
    replaced(BANK, "nama: Bank Sampah Arunika", "nama: Tabungan Sampah Rahasia"),
    replaced("content/tentang.md", "## Bagian yang nyata", "## Bagian nyata"),
    lambda kept: kept.write("content/lampiran/bukti/renja-tim-2025.txt", "Naskah lain.\n"),
    back,
    replaced("indicators/2025/I10.yaml", "bukti: [sk-tim, perbup-spbe]", "bukti: [perbup-spbe, renja-tim-2025]"),
    replaced("mkdocs.yml", "site_name: Kabupaten Arunika (contoh)", "site_name: Kabupaten Arunika"),
    replaced(
        TPP,
        "{aplikasi: simpeg, arah: menerima, data: [asn], frekuensi: harian",
        "{aplikasi: simpeg, arah: menerima, data: [asn], frekuensi: mingguan",
    ),
    replaced(TPP, "  - {aplikasi: sipd, arah: mengirim, frekuensi: bulanan, jalur: berkas}\n", ""),
    replaced(PRESENSI_NOW, "perangkat_daerah: bkpsdm", "perangkat_daerah: diskominfo"),
    replaced("indicators/2025/penilaian.yaml", "indeks: 2.71", "indeks: 2.72"),
    replaced(SIMPEG, "  sejak: 2027\n", "  sejak: 2028\n"),
    replaced("indicators/tim.yaml", "selesai: 2026-12-31", "selesai: 2027-06-30"),
    replaced(PRESENSI_NOW, "kendala: Kode sumber", "lisensi: sumber-terbuka\nkendala: Kode sumber"),
    removed,
    lambda _kept: None,
)
"""What each commit does; that of number 0 is the sample as it is, the last one is made later."""


@dataclass(frozen=True)
class Key:
    """What must be told between the commits ``base`` and ``head`` to ``audience``: all of it, and no more.

    Records are named ``kind/id``; ``changed`` has their fields as they are told; ``index`` is ``penilaian tahap`` to
    the printed figures; ``lines`` stand in the text, ``silent`` nowhere in any form.
    """

    base: int
    head: int
    audience: Audience = PUBLIC
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unreadable: Mapping[str, str] = field(default_factory=dict)
    index: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)
    broken: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    nothing: bool = False


DECREE = "Keputusan Bupati tentang Tim Koordinasi SPBE"
REPORTING = "Pengukuran dan pelaporan kinerja"
BKPSDM = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"

KEYS: Mapping[str, Key] = {
    "an id changes": Key(
        0,
        1,
        renamed=(("aplikasi/presensi", "aplikasi/presensi-asn"),),
        lines=(f"  Presensi ASN ({BKPSDM}): ID presensi menjadi presensi-asn",),
    ),
    "a level is lowered": Key(
        1,
        2,
        changed={"nilai/2025/I36": ("Penilaian mandiri: 4 → 3",)},
        index={"2025 mandiri": ("3.06", "3.03")},
        lines=(
            "  Indeks SPBE 2025, penilaian mandiri: 3,06 → 3,03",
            "    Domain D4: 3,62 → 3,55",
            "    Aspek A7: 3,80 → 3,70",
            "    I36 Layanan Kepegawaian: tingkat 4 → 3 (−0,0275)",
        ),
    ),
    "an item goes and another comes": Key(
        2,
        3,
        changed={
            "aplikasi/presensi-asn": (
                "Layanan: bertambah Pembayaran gaji ASN; berkurang Penilaian kinerja dan tambahan penghasilan",
            )
        },
    ),
    "two records move into a list, for the public": Key(3, 4, nothing=True),
    "two records move into a list, for administrators": Key(
        3,
        4,
        INTERNAL,
        changed={
            "aplikasi/simpeg": (f"Letak berkas: {SIMPEG} → {APP}/bkpsdm/kepegawaian.yaml",),
            "aplikasi/tpp": (f"Letak berkas: {TPP} → {APP}/bkpsdm/kepegawaian.yaml",),
        },
    ),
    "a list is split into records": Key(4, 5, nothing=True),
    "a file becomes unreadable": Key(
        5,
        6,
        unreadable={"layanan/laporan-kinerja": "after"},
        lines=(f"  {REPORTING} (Bagian Organisasi): tidak terbaca pada keadaan baru, jadi tidak dibandingkan",),
    ),
    "a file can be read again": Key(6, 7, unreadable={"layanan/laporan-kinerja": "before"}),
    "before the damage and after it": Key(
        5, 7, changed={"layanan/laporan-kinerja": ("Metode layanan: Elektronik → Tatap muka",)}
    ),
    "only comments, order and quotes": Key(7, 8, nothing=True),
    "a record is closed, for the public": Key(8, 9, silent=("bank-sampah.yaml", "Bank Sampah Arunika"), nothing=True),
    "a record is closed, for administrators": Key(
        8,
        9,
        INTERNAL,
        changed={"aplikasi/bank-sampah": ("Klasifikasi catatan: Terbuka → Tertutup",)},
        lines=("  Hilang: Bank Sampah Arunika (Dinas Lingkungan Hidup)",),
    ),
    "a closed record changes": Key(9, 10, silent=("Rahasia", "Bank Sampah Arunika"), nothing=True),
    "a page is edited": Key(10, 11, changed={"halaman/tentang.md": ("Isi: berubah",)}),
    "an attachment is replaced": Key(11, 12, changed={"lampiran/lampiran/bukti/renja-tim-2025.txt": ("Isi: berubah",)}),
    "two edits cancel out": Key(10, 13, nothing=True),
    "an answer rests on other evidence": Key(
        13,
        14,
        changed={"jawaban/2025/I10": ("Bukti: bertambah Program kerja Tim Koordinasi SPBE 2025; berkurang " + DECREE,)},
    ),
    "a setting changes": Key(14, 15, changed={"pengaturan/mkdocs.yml": ("site_name: berubah",)}),
    "a part of a list changes": Key(
        15, 16, changed={"aplikasi/tpp": ("Integrasi › SIMPEG › Frekuensi: Harian → Mingguan",)}
    ),
    "a part of a list goes": Key(
        16,
        17,
        changed={
            "aplikasi/tpp": (
                "Integrasi: berkurang Aplikasi: SIPD, Arah: Mengirim, Frekuensi: Bulanan, Jalur: Pertukaran berkas",
            )
        },
    ),
    "an office hands over": Key(
        17,
        18,
        changed={"aplikasi/presensi-asn": (f"Perangkat daerah: {BKPSDM} → Dinas Komunikasi dan Informatika",)},
        lines=(
            f"  {BKPSDM}: 1 hal miliknya tersentuh",
            "  Dinas Komunikasi dan Informatika: 1 hal miliknya tersentuh",
        ),
    ),
    "a published index is corrected": Key(
        18,
        19,
        changed={"penilaian/2025": ("Hasil resmi › Indeks: 2,71 → 2,72",)},
        index={"2025 akhir": ("2.71", "2.71")},
    ),
    "a plan is put off": Key(19, 20, changed={"aplikasi/simpeg": ("Rencana perubahan › Sejak: 2027 → 2028",)}),
    "the term of a team is longer": Key(
        20, 21, changed={"tim/tim": ("Tim Koordinasi SPBE › Selesai: 31 Desember 2026 → 30 Juni 2027",)}
    ),
    "a key is written twice": Key(21, 22, unreadable={"aplikasi/presensi-asn": "after"}),
    "a service that others name is deleted": Key(
        22,
        23,
        removed=("layanan/kenaikan-pangkat",),
        broken=(
            "aplikasi/myasn → layanan/kenaikan-pangkat",
            "aplikasi/siasn → layanan/kenaikan-pangkat",
            "aplikasi/simpeg → layanan/kenaikan-pangkat",
            "data/asn → layanan/kenaikan-pangkat",
            "peta-rencana/integrasi-kepegawaian → layanan/kenaikan-pangkat",
        ),
    ),
    "only the calendar moves": Key(23, 24, lines=("Karena waktu saja, dari 1 April 2026 sampai 15 Januari 2027",)),
}


class History:
    """The commits, each opened once."""

    def __init__(self, name: str, root: Path) -> None:
        region = open_shared(ROOT).region
        answers = [node for node in region.relations.outgoing if node.id.startswith("2025/")]
        needed = [one.target for node in answers for one in region.relations.outgoing[node]]
        self._kept = Kept(copy_named(name, root, *needed, *NAMED))
        self._kept.git("init", "--quiet", "--initial-branch=main")
        for number, step in enumerate(STEPS):
            step(self._kept)
            self._kept.commit(LATER if number == len(STEPS) - 1 else DAY, message=f"langkah {number}")
            self._kept.git("tag", f"langkah-{number}")
        self._reader = DocumentReader()
        self._opened: dict[tuple[int, date], Opened] = {}

    def difference(self, key: Key) -> Difference:
        """What leads from one commit to the other."""
        dates = [date.fromisoformat(LATER if number == len(STEPS) - 1 else DAY) for number in (key.base, key.head)]
        sides = [self._at(number, dates[1]) for number in (key.base, key.head)]
        return difference_between(*sides, key.audience, since=dates[0])

    def _at(self, number: int, day: date) -> Opened:
        if (number, day) not in self._opened:
            source = revision_source(self._kept.root, f"langkah-{number}")
            self._opened[number, day] = open_region(source, day, self._reader)
        return self._opened[number, day]


@pytest.fixture(scope="module", params=SAMPLES)
def history(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> History:
    return History(request.param, tmp_path_factory.mktemp("sejarah") / "wilayah")


def names(rows: list[Any]) -> list[str]:
    return sorted(f"{row['kind']}/{row['id']}" for row in rows)


@pytest.mark.parametrize("name", KEYS)
def test_the_difference_is_what_was_written_by_hand(history: History, name: str) -> None:
    key = KEYS[name]
    difference = history.difference(key)
    rows, text = rows_of(difference), text_of(difference, "lama", "baru")
    records = rows["records"]
    assert names(records["added"]) == sorted(key.added)
    assert names(records["removed"]) == sorted(key.removed)
    former = [(f"{row['kind']}/{row['former_id']}", f"{row['kind']}/{row['id']}") for row in records["renamed"]]
    assert former == list(key.renamed)
    assert names(records["changed"]) == sorted(key.changed)
    assert {f"{row['kind']}/{row['id']}": row["side"] for row in records["unreadable"]} == key.unreadable
    told = {f"{row['penilaian']} {row['tahap']}": (row["before"], row["after"]) for row in rows["index"]}
    assert told == key.index
    broken = [
        f"{row['source']['kind']}/{row['source']['id']} → {row['target']['kind']}/{row['target']['id']}"
        for row in rows["relations"]["broken"]
    ]
    assert sorted(broken) == list(key.broken)
    lines = text.splitlines()
    for line in (*(f"    {one}" for found in key.changed.values() for one in found), *key.lines):
        assert line in lines, text
    assert not [word for word in key.silent if word in text or word in str(rows)]
    if key.nothing:
        assert text.splitlines()[2:] == ["Tidak ada perubahan yang berarti."]


def test_the_key_has_every_step() -> None:
    assert len(KEYS) > 20
    assert {key.head for key in KEYS.values()} >= set(range(1, len(STEPS)))
