"""What a field holds is put into words in one place, by what is declared of the field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from spbe.checks import open_region
from spbe.i18n import speaking
from spbe.model.aplikasi import Aplikasi
from spbe.model.base import Base
from spbe.model.bukti import Bukti
from spbe.model.infrastruktur.platform import KomputasiAwan
from spbe.model.keamanan import ObjekKeamanan
from spbe.model.layanan import Layanan
from spbe.model.penilaian import HasilResmi, Jawaban
from spbe.model.peta_rencana import PetaRencana
from spbe.model.upaya import Upaya
from spbe.region import Region
from spbe.region.region import former_ids
from spbe.wording.fields import attribute_of, changes_of, label_of, words_or_none
from support.raw_regions import region_of
from support.regions import ROOT


@pytest.fixture(scope="module")
def region() -> Region:
    made = region_of({"aplikasi": [{"id": "simpeg", "nama": "Sistem Kepegawaian", "dahulu": ["kepegawaian"]}]})
    return replace(made, renamed=former_ids(made.records))


NAMED = {"id": "a", "nama": "A"}

WORDS: list[tuple[type[Base], dict[str, Any], str, str, str]] = [
    (Aplikasi, {"keadaan": "to be"}, "keadaan", "text", "Rencana"),
    (Aplikasi, {"tahun_dibangun": 2019}, "tahun_dibangun", "text", "2019"),
    (Aplikasi, {"tautan": "https://a.go.id"}, "tautan", "link", "https://a.go.id"),
    (Aplikasi, {"ditinjau": "2025-05"}, "ditinjau", "figure", "Mei 2025"),
    (Aplikasi, {"ditinjau": "tidak tahu"}, "ditinjau", "none", "belum diketahui"),
    (Aplikasi, {"tag": []}, "tag", "none", "tidak ada"),
    (Aplikasi, {}, "tag", "none", "belum diisi"),
    (Aplikasi, {"tag": ["x", "y"]}, "tag", "list", "x, y"),
    (Aplikasi, {"lain": {"Kolom": "isi", "Lagi": "isi"}}, "lain", "mapping", "Kolom: isi; Lagi: isi"),
    (
        Aplikasi,
        {"integrasi": [{"aplikasi": "kepegawaian", "arah": "mengirim"}]},
        "integrasi",
        "parts",
        "Aplikasi: Sistem Kepegawaian, Arah: Mengirim",
    ),
    (
        Aplikasi,
        {"rencana": {"keadaan": "dihentikan", "sejak": "2027-02-01"}},
        "rencana",
        "parts",
        "Keadaan: Dihentikan, Sejak: 1 Februari 2027",
    ),
    (KomputasiAwan, {"jenis": "komputasi-awan", "biaya": "Rp48.000.000"}, "biaya", "figure", "Rp48.000.000"),
    (Layanan, {"urusan": ["RAB.01.02", "Kearsipan"]}, "urusan", "list", "RAB.01.02 Hubungan Luar Negeri, Kearsipan"),
    (PetaRencana, {"target": {"2026": "selesai"}}, "target", "mapping", "2026: selesai"),
    (
        PetaRencana,
        {"anggaran_tahunan": {"2026": "250000000", "2027": "Rp350.000.000"}},
        "anggaran_tahunan",
        "mapping",
        "2026: Rp250.000.000; 2027: Rp350.000.000",
    ),
    (
        ObjekKeamanan,
        {"melindungi": {"aplikasi": ["simpeg", "tak-ada"]}},
        "melindungi",
        "nodes",
        "Sistem Kepegawaian, tak-ada",
    ),
    (Jawaban, {"nilai": {"mandiri": 3, "akhir": "2,5"}}, "nilai", "parts", "Penilaian mandiri: 3, Hasil akhir: 2,5"),
    (HasilResmi, {"indeks": "2.15", "domain": {"D1": "2.70"}}, "domain", "mapping", "D1: 2,7"),
]


@pytest.mark.parametrize(("model", "raw", "name", "shape", "words"), WORDS)
def test_a_value_in_words(
    region: Region, model: type[Base], raw: dict[str, Any], name: str, shape: str, words: str
) -> None:
    head = NAMED if "id" in model.model_fields else {}
    attribute = attribute_of(region, model.model_validate({**head, **raw}), name)
    assert (attribute.shape, attribute.text) == (shape, words)


def test_words_are_those_of_the_reader(region: Region) -> None:
    record = KomputasiAwan.model_validate(
        {**NAMED, "jenis": "komputasi-awan", "biaya": "1500000", "ditinjau": "2025-05-31", "keadaan": "rencana"}
    )
    with speaking("en"):
        told = [attribute_of(region, record, name).text for name in ("biaya", "ditinjau", "keadaan", "uraian")]
    assert told == ["IDR1,500,000", "31 May 2025", "Planned", "not filled in"]


def test_now_and_then_are_told_of_what_a_plan_changes(region: Region) -> None:
    record = Aplikasi.model_validate({**NAMED, "tag": [], "rencana": {"tag": "x", "uraian": "Baru."}})
    told = {then.name: (now.text, then.text) for now, then in changes_of(region, record)}
    assert told == {"uraian": ("belum diisi", "Baru."), "tag": ("tidak ada", "x")}


def test_whatever_the_sample_holds_has_words() -> None:
    """No value is shown as the program holds it."""
    region = open_region(ROOT).region
    answers = [answer for one in region.assessments.values() for answer in one.answers.values()]
    heads = [one.penilaian for one in region.assessments.values()]
    everything = [record for _node, record in region.nodes()] + answers + heads
    for record in [*everything, region.profil, region.teams, region.efforts, region.peers, Upaya()]:
        for name in type(record).model_fields:
            words = attribute_of(region, record, name).text
            assert words, name
            assert not any(sign in words for sign in ("Fraction(", "Tanggal(", "None", "{'", "('")), (name, words)


def test_codes_of_closed_lists_are_told_by_their_labels() -> None:
    record = Layanan.model_validate({**NAMED, "target": ["masyarakat", "pemerintah"], "keadaan": "dihentikan"})
    assert label_of(record, "target") == "Masyarakat, Instansi pemerintah"
    with speaking("en"):
        assert label_of(record, "keadaan") == "Retired"
    assert [label_of(record, name) for name in ("metode", "nama", "tak_ada")] == [None, None, None]


def test_known_to_be_none_is_an_answer_and_unasked_is_not() -> None:
    written = [{"nomor": "12/2022"}, {"nomor": "tidak ada"}, {"nomor": "belum diketahui"}, {}]
    told = [words_or_none(Bukti.model_validate({**NAMED, **raw}), "nomor") for raw in written]
    assert told == ["12/2022", "tidak ada", None, None]
