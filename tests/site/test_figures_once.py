"""No figure about the data is typed or reckoned twice: change one thing, and every figure that rests on it follows.

A figure is read in every place where it stands. All places must agree, and equal what a hand counts; after a change
the figures that rest on what was changed are others, and all other figures are the same.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.site import Site
from support.assessments import page_of, planned, said, tree_of
from support.regions import ROOT

INSTRUMENT = """id: uji-daerah
nama: Uji Daerah
judul: Peraturan Wali Kota tentang Uji
indeks: Indeks Uji
tahun_penilaian: [2026, 2027]
keyakinan: rekaan
skala: {minimum: 1, maksimum: 5, bilangan_bulat: ya}
predikat:
  - {nama: Hebat, bawah: 4, atas: 5, atas_termasuk: ya}
  - {nama: Layak, bawah: 2.5, atas: 4}
  - {nama: Rintisan, atas: 2.5}
domain:
  - kode: D1
    nama: Layanan warga
    bobot: 60
    aspek:
      - kode: A1
        nama: Pelayanan
        bobot: 60
        indikator:
          - {kode: I1, nomor: 1, nama: Pengaduan, bobot: 40}
          - {kode: I2, nomor: 2, nama: Perizinan, bobot: 20}
  - kode: D2
    nama: Keterbukaan
    bobot: 40
    aspek:
      - kode: A2
        nama: Data
        bobot: 40
        indikator:
          - {kode: I3, nomor: 3, nama: Data terbuka, bobot: 40}
sumber:
  - {peran: semuanya, rujukan: karangan untuk pengujian}
"""

FILES = {
    "content/profil.yaml": "nama: Kota Hitung\n",
    "mkdocs.yml": (ROOT / "tests/data/minimal/mkdocs.yml").read_text("utf-8"),
    "indicators/instrumen/uji-daerah.yaml": INSTRUMENT,
    "indicators/2026/penilaian.yaml": "tahun: 2026\ninstrumen: uji-daerah\npublikasi: {status: terbit}\n",
    "indicators/2026/nilai.yaml": "I1: {mandiri: 2}\nI2: {mandiri: 2}\nI3: {mandiri: 2}\n",
    "indicators/2027/penilaian.yaml": "tahun: 2027\ninstrumen: uji-daerah\npublikasi: {status: terbit}\n",
    "indicators/2027/nilai.yaml": "I1: {mandiri: 3}\nI2: {mandiri: 5}\nI3: {mandiri: 2}\n",
    "indicators/2027/I1.yaml": "perangkat_daerah: dinas-a\nfakta: Ada.\nbukti: [perwali]\n",
    "indicators/bukti/perwali.yaml": "id: perwali\nnama: Perwali\n",
    "architecture/perangkat-daerah/dinas-a.yaml": "id: dinas-a\nnama: Dinas A\n",
    "architecture/perangkat-daerah/dinas-b.yaml": "id: dinas-b\nnama: Dinas B\n",
    "architecture/aplikasi/satu.yaml": "id: satu\nnama: Aplikasi satu\nperangkat_daerah: dinas-a\n",
    "architecture/aplikasi/dua.yaml": "id: dua\nnama: Aplikasi dua\nperangkat_daerah: dinas-a\nlayanan: [izin]\n",
    "architecture/layanan/izin.yaml": "id: izin\nnama: Izin\nperangkat_daerah: dinas-b\n",
    "architecture/peta-rencana/bangun.yaml": (
        "id: bangun\nnama: Bangun\nperangkat_daerah: dinas-a\nmuatan: aplikasi\ntahun_mulai: 2026\n"
        "tahun_selesai: 2026\nstatus: berjalan\nanggaran: 3000000\n"
    ),
}

Told = dict[str, str]
"""A place on the site to what stands there."""


def words(node: LexborHTMLParser | object) -> str:
    return " ".join(node.text(separator=" ").split())  # type: ignore[attr-defined]


class Places:
    """Where figures stand on one planned site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.trees: dict[str, LexborHTMLParser] = {}
        self.files = {asset.path: asset.content for asset in site.assets}

    def tree(self, address: str) -> LexborHTMLParser:
        if address not in self.trees:
            self.trees[address] = tree_of(page_of(self.site, address))
        return self.trees[address]

    def one(self, address: str, selector: str, pattern: str = "(.*)") -> Told:
        """The first thing that ``pattern`` finds in what ``selector`` finds; there must be one."""
        for node in self.tree(address).css(selector):
            if found := re.search(pattern, words(node)):
                return {f"{address} {selector} {pattern}": found[1]}
        raise AssertionError(f"{address}: nothing at {selector} {pattern}")

    def cell(self, address: str, table: str, first: str, column: int) -> Told:
        """The cell of a row of ``table`` that begins with ``first``."""
        for row in self.tree(address).css(f"#{table} tbody tr"):
            cells = [words(cell) for cell in row.css("th, td")]
            if cells[0] == first:
                return {f"{address} {table} {first} {column}": cells[column]}
        raise AssertionError(f"{address}: no row {first} in {table}")

    def rows(self, name: str) -> Told:
        """How many rows the files ``name`` have, and how many the page of downloads says."""
        listed = json.loads(self.files[f"unduhan/{name}.json"])
        table = list(csv.reader(io.StringIO(self.files[f"unduhan/{name}.csv"].decode("utf-8-sig"))))
        return {f"{name}.json": str(len(listed)), f"{name}.csv": str(len(table) - 1)}


def index(at: Places) -> Told:
    row = next(row for row in json.loads(at.files["unduhan/indeks.json"]) if row["penilaian"] == "2027")
    return {
        **at.one("/", ".papan__nomor"),
        **at.cell("/", "tren-angka", "2027", 4),
        **at.cell("/indeks/", "tren-angka", "2027", 2),
        **at.cell("/indeks/", "hasil", "2027", 4),
        **at.one("/indeks/2027/", ".angka__nilai"),
        **at.one("/indeks/2027/", ".hitungan strong"),
        **at.cell("/indeks/2027/", "kerja-mandiri", "Jumlah seluruhnya", 1),
        **at.cell("/indeks/2027/", "sumbangan-domain", "Indeks dihitung", 2),
        **at.one("/indeks/2027/langkah/", ".angka__nilai"),
        **at.one("/indeks/2027/laporan/", ".angka__nilai"),
        **at.cell("/indeks/2027/laporan/", "riwayat", "2027", 4),
        **at.cell("/indeks/2027/laporan/", "lampiran-nilai", "Indeks", 2),
        "description": (re.search(r": (\d,\d\d),", page_of(at.site, "/indeks/2027/").description) or ["", ""])[1],
        "unduhan/indeks.json": row["indeks"].replace(".", ","),
    }


def domain(code: str, name: str) -> Callable[[Places], Told]:
    def told(at: Places) -> Told:
        row = next(row for row in json.loads(at.files["unduhan/indeks.json"]) if row["penilaian"] == "2027")
        return {
            **at.one("/", ".papan__bagian li", rf"{name} (\S+)"),
            **at.cell("/indeks/2027/", "bagian-mandiri-angka", f"{code} {name}", 3),
            **at.cell("/indeks/2027/", "kerja-mandiri", f"Jumlah {code} {name}", 1),
            **at.cell("/indeks/2027/", "sumbangan-domain", f"{code} {name}", 2),
            **at.cell("/indeks/2027/laporan/", "hasil-bagian", f"{code} {name}", 3),
            **at.cell("/indeks/2027/laporan/", "lampiran-nilai", f"{code} {name}", 2),
            "unduhan/indeks.json": row["domain"][code].replace(".", ","),
        }

    return told


def weight(at: Places) -> Told:
    """The weight of I1."""
    return {
        **at.cell("/indeks/2027/", "kerja-mandiri", "I1 Pengaduan", 2),
        **at.cell("/indeks/2027/laporan/", "lampiran-nilai", "I1 Pengaduan", 1),
        **at.cell("/indikator/", "daftar-uji-daerah", "I1 Pengaduan", 1),
        **at.cell("/indikator/uji-daerah/I1/", "tetangga-aspek", "I1 Pengaduan (halaman ini)", 1),
    }


def level(at: Places) -> Told:
    """The value of I1 in 2027."""
    answers = json.loads(at.files["unduhan/jawaban.json"])
    return {
        **at.cell("/indeks/2027/", "kerja-mandiri", "I1 Pengaduan", 1),
        **at.cell("/indeks/2027/laporan/", "lampiran-nilai", "I1 Pengaduan", 2),
        **at.cell("/indikator/uji-daerah/I1/", "nilai-tahap", "2027", 1),
        **at.cell("/indikator/uji-daerah/I1/", "tetangga-aspek", "I1 Pengaduan (halaman ini)", 2),
        "unduhan/jawaban.json": next(
            row["nilai"] for row in answers if (row["penilaian"], row["indikator"]) == ("2027", "I1")
        ),
    }


def records(kind: str, plural: str) -> Callable[[Places], Told]:
    """How many records of ``kind`` there are."""

    def told(at: Places) -> Told:
        catalogue = (
            "/bukti/" if kind == "bukti" else f"/{kind}/" if kind == "perangkat-daerah" else f"/arsitektur/{kind}/"
        )
        found = {
            **at.one(catalogue, "caption", r"\((\d+)\)"),
            **at.cell("/kualitas-data/", "kualitas-jenis", plural, 1),
            **at.rows(kind),
        }
        if kind != "bukti":
            if kind == "perangkat-daerah":
                found |= at.one("/", ".kartu li", rf"^(\d+) {plural}$")
            else:
                found |= at.one("/", ".rumah__judul", rf"^{plural} (\d+)$")
        if kind in {"aplikasi", "layanan"}:
            found |= at.one("/arsitektur/", ".rumah__judul", rf"^{plural} (\d+) ")
        return found

    return told


def owned(office: str, name: str) -> Callable[[Places], Told]:
    """How many applications an office owns."""

    def told(at: Places) -> Told:
        page = f"/perangkat-daerah/{office}/"
        stated = at.cell("/perangkat-daerah/", "daftar-perangkat-daerah", name, 4)
        listed = sum(1 for row in json.loads(at.files["unduhan/aplikasi.json"]) if row["perangkat_daerah"] == office)
        return {**at.one(page, "li", r"^(\d+) aplikasi$"), **stated, "unduhan/aplikasi.json": str(listed)}

    return told


def filled(at: Places) -> Told:
    """The share of the fields of applications that is answered."""
    return {
        **at.one("/kualitas-data/", "desc", r"Aplikasi: (\d+%)"),
        **at.cell("/kualitas-data/", "kualitas-jenis", "Aplikasi", 2),
    }


def empty(at: Places) -> Told:
    """How many fields of what Dinas A owns are empty."""
    return at.cell("/kualitas-data/", "kualitas-perangkat-daerah", "Dinas A", 3)


def budget(at: Places) -> Told:
    """The budget of 2026 in millions, which is all that there is."""
    listed = json.loads(at.files["unduhan/peta-rencana.json"])
    return {
        **at.cell("/peta-rencana/", "tahun-mulai", "2026", 2),
        **at.cell("/peta-rencana/", "tahun-mulai", "Jumlah", 2),
        **at.cell("/peta-rencana/", "anggaran-muatan", "Aplikasi", 2),
        **at.cell("/peta-rencana/", "anggaran-muatan", "Jumlah", 2),
        **at.cell("/peta-rencana/", "anggaran-perangkat-daerah", "Dinas A", 2),
        **at.cell("/peta-rencana/", "daftar-rencana", "Bangun", 4),
        "unduhan/peta-rencana.json": str(sum(int(row["anggaran"]) for row in listed) // 10**6),
    }


FIGURES: Mapping[str, Callable[[Places], Told]] = {
    "indeks": index,
    "D1": domain("D1", "Layanan warga"),
    "D2": domain("D2", "Keterbukaan"),
    "bobot I1": weight,
    "nilai I1": level,
    "aplikasi": records("aplikasi", "Aplikasi"),
    "layanan": records("layanan", "Layanan"),
    "perangkat daerah": records("perangkat-daerah", "Perangkat daerah"),
    "bukti": records("bukti", "Bukti"),
    "aplikasi dinas-a": owned("dinas-a", "Dinas A"),
    "aplikasi dinas-b": owned("dinas-b", "Dinas B"),
    "isian aplikasi": filled,
    "kosong dinas-a": empty,
    "anggaran 2026": budget,
}


def told(site: Site) -> dict[str, str]:
    """Every figure as the site tells it, which must be the same in all its places."""
    at = Places(site)
    found = {}
    for name, places in FIGURES.items():
        stands = places(at)
        assert len(set(stands.values())) == 1, (name, stands)
        found[name] = next(iter(stands.values()))
    return found


SHARES = {"isian aplikasi", "kosong dinas-a"}
"""What would have to be counted anew with every new field of the model."""


def numbers(site: Site) -> dict[str, list[str]]:
    """Address to all numbers of the page in their order."""
    return {page.address: re.findall(r"\d[\d.,]*", page.description + said(page)) for page in site.pages}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hitung") / "wilayah"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def site(base: Path) -> Site:
    return planned(base)


@pytest.fixture(scope="module")
def before(site: Site) -> dict[str, str]:
    return told(site)


def test_every_figure_is_the_one_that_a_hand_counts(before: dict[str, str]) -> None:
    """40 × 3 + 20 × 5 + 40 × 2 = 300; D1 (120 + 100) / 60 = 3.666…."""
    assert {name: figure for name, figure in before.items() if name not in SHARES} == {
        "indeks": "3,00",
        "D1": "3,67",
        "D2": "2,00",
        "bobot I1": "40",
        "nilai I1": "3",
        "aplikasi": "2",
        "layanan": "1",
        "perangkat daerah": "2",
        "bukti": "1",
        "aplikasi dinas-a": "2",
        "aplikasi dinas-b": "0",
        "anggaran 2026": "3",
    }


@dataclass(frozen=True)
class Edit:
    """One thing that is changed: ``old`` becomes ``new`` in ``file``, or the whole of it.

    ``moves`` are the figures that follow, ``pages`` matches the addresses of which any number at all may follow.
    """

    name: str
    file: str
    old: str
    new: str
    moves: frozenset[str]
    pages: str


SCORED = r"/|/indeks/.*|/indikator/.*|/metodologi/|/arsitektur/(rumah/.*)?|/perangkat-daerah/dinas-./"
"""Where anything stands that is reckoned from levels and weights; the house has the index as its roof."""

EDITS = (
    Edit(
        "answer",
        "indicators/2027/nilai.yaml",
        "mandiri: 3",
        "mandiri: 4",
        frozenset({"indeks", "D1", "nilai I1"}),
        SCORED,
    ),
    Edit(
        "weight",
        "indicators/instrumen/uji-daerah.yaml",
        "",
        "",
        frozenset({"indeks", "D1", "bobot I1"}),
        SCORED,
    ),
    Edit(
        "membership",
        "architecture/aplikasi/satu.yaml",
        "dinas-a",
        "dinas-b",
        frozenset({"aplikasi dinas-a", "aplikasi dinas-b", "kosong dinas-a"}),
        r"/arsitektur/(matriks|rumah)/.*|/kualitas-data/.*|/perangkat-daerah/.*",
    ),
    Edit(
        "record",
        "architecture/aplikasi/tiga.yaml",
        "",
        "id: tiga\nnama: Aplikasi tiga\nperangkat_daerah: dinas-b\n",
        frozenset({"aplikasi", "aplikasi dinas-b", "isian aplikasi"}),
        r"/|/arsitektur/.*|/kualitas-data/.*|/perangkat-daerah/.*|/unduhan/",
    ),
    Edit(
        "evidence",
        "indicators/bukti/sk.yaml",
        "",
        "id: sk\nnama: SK\n",
        frozenset({"bukti"}),
        r"/|/bukti/|/kualitas-data/.*|/unduhan/",
    ),
    Edit(
        "budget",
        "architecture/peta-rencana/bangun.yaml",
        "3000000",
        "4000000",
        frozenset({"anggaran 2026"}),
        "/peta-rencana/(bangun/)?",
    ),
)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_what_is_changed_moves_its_figures_everywhere_and_no_other(
    base: Path, site: Site, before: dict[str, str], edit: Edit
) -> None:
    path = base / edit.file
    whole = path.read_text("utf-8") if path.exists() else None
    changed = edit.new if whole is None else whole.replace(edit.old, edit.new) if edit.old else heavier(whole)
    assert changed != whole
    try:
        path.write_text(changed, "utf-8")
        edited = planned(base)
    finally:
        path.unlink() if whole is None else path.write_text(whole, "utf-8")

    after = told(edited)
    assert {name for name in before if after[name] != before[name]} == edit.moves
    was, became = numbers(site), numbers(edited)
    moved = {address for address in was | became if was.get(address) != became.get(address)}
    assert [address for address in sorted(moved) if not re.fullmatch(edit.pages, address)] == []


def heavier(instrument: str) -> str:
    """I1 weighs 50 instead of 40 and I2 10 instead of 20, so that everything still weighs 100."""
    return instrument.replace("Pengaduan, bobot: 40", "Pengaduan, bobot: 50").replace(
        "Perizinan, bobot: 20", "Perizinan, bobot: 10"
    )
