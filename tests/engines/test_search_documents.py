"""What stands in the search index of a built site: records as themselves, with what they may be narrowed down by."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from support.regions import build_region

pytestmark = pytest.mark.slow

KINDS = {
    "aplikasi": "Aplikasi",
    "data": "Data dan informasi",
    "infrastruktur": "Infrastruktur",
    "keamanan": "Keamanan",
    "layanan": "Layanan",
    "perangkat-daerah": "Perangkat daerah",
    "peta-rencana": "Peta rencana",
    "proses-bisnis": "Proses bisnis",
}


Written = Callable[[str], list[dict[str, Any]]]
"""Gives the records of a folder."""


@dataclass(frozen=True)
class Index:
    """The documents of an index by address, and the file that results are narrowed down with."""

    documents: dict[str, dict[str, Any]]
    facets: dict[str, Any]
    names: dict[str, str]

    def labels(self, facet: str) -> Counter[str]:
        """How many results there are of each label."""
        place = list(self.facets["nilai"]).index(facet)
        found: Counter[str] = Counter()
        for group in self.facets["temuan"]:
            if group[place]:
                found[self.facets["nilai"][facet][group[place] - 1]] += len(group[-1].split())
        return found


def index_of(site: Path) -> Index:
    documents, names = {}, {}
    for path in (site / "pagefind/fragment").iterdir():
        document = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        address = "/" + unquote(document["url"].removeprefix("/").removesuffix(".html"))
        documents[address] = document
        names[path.stem] = address
    return Index(documents, json.loads((site / "pagefind/saringan.json").read_text("utf-8")), names)


@pytest.fixture(scope="module")
def site(built: Callable[[str], Path]) -> Path:
    return built("arunika")


@pytest.fixture(scope="module")
def index(site: Path) -> Index:
    return index_of(site)


@pytest.fixture(scope="module")
def written(site: Path) -> Written:
    """The records of a folder as they are written; those of the sample that everyone may see."""
    root = site.parent
    closed = {"risiko": "terbatas"}  # the kinds that are not for everyone unless they say so
    found = {}
    for path in sorted([*(root / "architecture").rglob("*.yaml"), *(root / "indicators/bukti").rglob("*.yaml")]):
        record = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        if record.get("klasifikasi", closed.get(path.parent.name, "terbuka")) == "terbuka":
            found[path.relative_to(root).as_posix()] = record
    return lambda folder: [record for place, record in found.items() if place.startswith(f"{folder}/")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_of_a_kind_is_counted_under_it(index: Index, written: Written, kind: str) -> None:
    assert index.labels("jenis")[KINDS[kind]] == len(written(f"architecture/{kind}"))


def test_only_indicators_are_narrowed_down_by_their_domain(index: Index) -> None:
    told = {one["meta"]["jenis"] for one in index.documents.values() if "domain" in one["meta"]}
    assert told == {"Indikator"}
    assert {"Kebijakan Internal SPBE", "Tata Kelola SPBE"} <= set(index.labels("domain"))


def test_the_finer_kind_is_told_but_not_counted(index: Index) -> None:
    finer = {one["meta"]["rinci"] for one in index.documents.values() if "rinci" in one["meta"]}
    assert "Server" in finer
    assert not finer & set(index.labels("jenis"))


def test_lists_of_what_depends_on_a_record_are_no_results_beside_it(minimal: Path) -> None:
    services = [f"l{number}" for number in range(60)]
    for kind, names in (("aplikasi", ["inti"]), ("layanan", services)):
        folder = minimal / "architecture" / kind
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            ends = f"layanan: [{', '.join(services)}]\n" if kind == "aplikasi" else ""
            (folder / f"{name}.yaml").write_text(f"id: {name}\nnama: Nama {name}\n{ends}", "utf-8")
    done = build_region(minimal)

    assert (minimal / "site/arsitektur/aplikasi/inti/dampak/index.html").is_file(), done.stderr
    found = index_of(minimal / "site").documents
    assert "/arsitektur/aplikasi/inti/" in found
    assert not [address for address in found if address.endswith("/inti/dampak/") or "halaman_" in address]


def test_every_office_counts_what_it_owns_and_itself(index: Index, written: Written) -> None:
    owned = Counter(
        record.get("perangkat_daerah")
        for folder in ("architecture", "indicators/bukti")
        for record in written(folder)
        if "id" in record
    )
    shown = index.labels("opd")
    answered = Counter(
        one["meta"]["opd"]
        for one in index.documents.values()
        if one["meta"]["jenis"] == "Indikator" and "opd" in one["meta"]
    )
    for office in written("architecture/perangkat-daerah"):
        itself = 0 if office.get("perangkat_daerah") else 1
        assert shown[office["nama"]] == owned[office["id"]] + itself + answered[office["nama"]], office["id"]


def test_states_are_counted(index: Index, written: Written) -> None:
    folders = sorted(KINDS.keys() - {"peta-rencana"})  # a plan has a status, which is another thing
    records = [record for folder in folders for record in written(f"architecture/{folder}")]
    states = Counter(record.get("keadaan", "saat-ini") for record in records)

    shown = index.labels("keadaan")
    assert shown["Dihentikan"] == states["dihentikan"] > 0
    assert shown["Rencana"] == states["rencana"] > 0
    assert shown["Saat ini"] == states["saat-ini"]


def test_every_document_is_counted_once(index: Index) -> None:
    counted = [name for group in index.facets["temuan"] for name in group[-1].split()]
    assert sorted(counted) == sorted(index.names)


def test_every_address_leads_to_an_element_of_the_site(index: Index, site: Path) -> None:
    anchors: dict[Path, set[str]] = {}
    for address in index.documents:
        path, _mark, anchor = address.partition("#")
        page = site / path.lstrip("/") / "index.html"
        assert page.is_file(), address
        if page not in anchors:
            anchors[page] = {
                node.attributes["id"] or "" for node in LexborHTMLParser(page.read_text("utf-8")).css("[id]")
            }
        assert not anchor or anchor in anchors[page], address


def test_evidence_and_activities_are_found_as_themselves(index: Index, written: Written) -> None:
    for folder, address in (("indicators/bukti", "/bukti/#"), ("architecture/peta-rencana", "/peta-rencana/")):
        for record in written(folder):
            document = index.documents.get(address + record["id"]) or index.documents[f"{address}{record['id']}/"]
            assert document["meta"]["title"] == " ".join(record["nama"].split())


def test_lists_do_not_hold_the_names_of_what_they_list(index: Index) -> None:
    for address in ("/arsitektur/aplikasi/", "/bukti/", "/peta-rencana/", "/perangkat-daerah/"):
        assert "PELITA" not in index.documents[address]["content"]
        assert "umum" in index.documents[address]["meta"]


def test_words_that_only_lead_to_a_record_stand_in_no_excerpt(index: Index) -> None:
    service = index.documents["/arsitektur/layanan/kk-ktp/"]
    assert "kartu tanda penduduk" in service["meta"]["kata"]
    assert "Disdukcapil" in service["meta"]["pemilik"]
    assert "kartu tanda penduduk" not in service["content"].lower()
    assert "disdukcapil" not in service["content"].lower()


def test_hidden_records_and_internal_fields_are_in_no_search_file(minimal: Path) -> None:
    folder = minimal / "architecture/aplikasi"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "zqtertutup.yaml").write_text("id: zqtertutup\nnama: Zqnama Zqlain\nklasifikasi: tertutup\n", "utf-8")
    (folder / "zqterbuka.yaml").write_text("id: zqterbuka\nnama: Zqbuka\nlain: {Kolom: zqinternal}\n", "utf-8")

    folders = {"publik": "site", "internal": "site-internal"}
    for edition, seen in (("publik", False), ("internal", True)):
        assert build_region(minimal, "--edition", edition).returncode == 0
        texts = "".join(
            (gzip.decompress(path.read_bytes()) if path.suffix.startswith(".pf_") else path.read_bytes()).decode(
                "utf-8", "replace"
            )
            for path in (minimal / folders[edition] / "pagefind").rglob("*")
            if path.is_file() and not path.name.startswith(("pagefind-", "wasm"))
        ).lower()
        assert "zqbuka" in texts
        assert "zqterbuka" in texts
        assert ("zqtertutup" in texts) is seen
        assert ("zqnama" in texts) is seen


def test_words_of_titles_are_kept_for_those_who_mistype(site: Path) -> None:
    words = json.loads((site / "pagefind/kata.json").read_text("utf-8"))
    assert {"simpeg", "ktp", "absensi"} <= set(words)
    assert words == sorted(set(words))
