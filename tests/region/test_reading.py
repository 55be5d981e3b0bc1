"""From files to a region: lists, sub-folders, former ids, relations seen from both ends."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.region import Node, Region

SIMPEG = Node("aplikasi", "simpeg")


def write(root: Path, place: str, text: str) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def opened(root: Path) -> Region:
    """The region at ``root``, which must be without problems."""
    found = open_region(root)
    assert found.problems == ()
    return found.region


def told(region: Region, node: Node) -> set[tuple[str, Node]]:
    """The relations of ``node`` as they are called from its end."""
    return {(name, other) for name, other, _ in region.relations.of(node)}


def test_a_file_may_hold_a_list_of_records(minimal: Path) -> None:
    write(minimal, "architecture/data/semua.yaml", "- {id: asn, nama: ASN}\n- id: gaji\n  nama: Gaji\n")
    region = opened(minimal)
    assert list(region.records["data"]) == ["asn", "gaji"]
    assert region.files[Node("data", "gaji")] == "architecture/data/semua.yaml"


def test_sub_folders_mean_nothing(minimal: Path) -> None:
    write(minimal, "architecture/data/a/b/c/asn.yaml", "id: asn\nnama: ASN\n")
    write(minimal, "indicators/2025/bkpsdm/I12.yaml", "nilai: {mandiri: 2}\n")
    region = opened(minimal)
    assert "asn" in region.records["data"]
    assert region.assessments["2025"].values["mandiri"] == {"I11": Fraction(3), "I12": Fraction(2)}


def test_records_are_in_the_order_of_their_ids(minimal: Path) -> None:
    write(minimal, "architecture/data/z.yaml", "- {id: b, nama: B}\n- {id: a, nama: A}\n")
    write(minimal, "architecture/data/a/c.yaml", "id: c\nnama: C\n")
    assert list(opened(minimal).records["data"]) == ["a", "b", "c"]


def test_of_two_records_with_one_id_the_first_stays(minimal: Path) -> None:
    write(minimal, "architecture/aplikasi/z/simpeg.yaml", "id: simpeg\nnama: Lain\n")
    region = open_region(minimal).region
    assert region.name(SIMPEG) == "Sistem Kepegawaian"
    assert region.files[SIMPEG] == "architecture/aplikasi/simpeg.yaml"


def test_a_former_id_still_leads_to_the_record(minimal: Path) -> None:
    write(minimal, "architecture/layanan/kepegawaian.yaml", "id: kepegawaian\nnama: Pangkat\ndahulu: [pangkat]\n")
    write(minimal, "architecture/aplikasi/uji.yaml", "id: uji\nnama: Uji\nlayanan: [pangkat]\n")
    found = open_region(minimal)
    assert found.sound
    assert [problem.rule for problem in found.problems] == ["rujukan-dahulu"]
    assert found.region.renamed == {Node("layanan", "pangkat"): Node("layanan", "kepegawaian")}
    assert ("Didukung aplikasi", Node("aplikasi", "uji")) in told(found.region, Node("layanan", "kepegawaian"))
    assert told(found.region, Node("aplikasi", "uji")) == {("Mendukung layanan", Node("layanan", "kepegawaian"))}


def test_a_relation_is_seen_from_both_ends_under_its_two_names(minimal: Path) -> None:
    region = opened(minimal)
    service, office = Node("layanan", "kepegawaian"), Node("perangkat-daerah", "diskominfo")
    assert told(region, SIMPEG) == {("Pemilik", office), ("Mendukung layanan", service)}
    assert told(region, service) == {("Pemilik", office), ("Didukung aplikasi", SIMPEG)}
    assert told(region, office) == {
        ("Memiliki", SIMPEG),
        ("Memiliki", service),
        ("Bertanggung jawab atas indikator", Node("jawaban", "2025/I11")),
    }


def test_relations_by_kind_are_seen_from_both_ends(minimal: Path) -> None:
    text = "id: audit-1\nnama: Audit\nmelindungi: {aplikasi: [simpeg], data: asn}\n"
    write(minimal, "architecture/keamanan/audit-1.yaml", text)
    write(minimal, "architecture/data/asn.yaml", "id: asn\nnama: ASN\n")
    region = opened(minimal)
    audit = Node("keamanan", "audit-1")
    assert told(region, audit) == {("Melindungi", SIMPEG), ("Melindungi", Node("data", "asn"))}
    assert ("Dilindungi oleh", audit) in told(region, SIMPEG)
    assert told(region, Node("data", "asn")) == {("Dilindungi oleh", audit)}


def test_relations_in_nested_parts_are_seen_from_both_ends(minimal: Path) -> None:
    text = "id: uji\nnama: Uji\nintegrasi:\n  - {aplikasi: simpeg, data: [asn]}\n"
    write(minimal, "architecture/aplikasi/uji.yaml", text)
    write(minimal, "architecture/data/asn.yaml", "id: asn\nnama: ASN\n")
    region = opened(minimal)
    uji = Node("aplikasi", "uji")
    assert told(region, uji) == {("Terhubung dengan", SIMPEG), ("Mempertukarkan data", Node("data", "asn"))}
    assert ("Terhubung dengan", uji) in told(region, SIMPEG)
    assert told(region, Node("data", "asn")) == {("Dipertukarkan oleh", uji)}
    relation = region.relations.outgoing[uji][0]
    assert (relation.field, relation.planned) == ("integrasi", False)


def test_relations_of_a_coming_version_are_marked_as_planned(minimal: Path) -> None:
    text = (
        "id: uji\nnama: Uji\nlayanan: [kepegawaian]\n"
        "rencana:\n  layanan: [kepegawaian]\n  integrasi: [{aplikasi: simpeg}]\n"
    )
    write(minimal, "architecture/aplikasi/uji.yaml", text.replace("[{aplikasi: simpeg}]", "\n    - aplikasi: simpeg"))
    region = opened(minimal)
    found = {(one.target.id, one.field, one.planned) for one in region.relations.outgoing[Node("aplikasi", "uji")]}
    assert found == {
        ("kepegawaian", "layanan", False),
        ("kepegawaian", "layanan", True),
        ("simpeg", "integrasi", True),
    }


def test_teams_and_assessments_point_to_records(minimal: Path) -> None:
    write(minimal, "indicators/bukti/sk.yaml", "id: sk\nnama: SK\n")
    write(minimal, "indicators/tim.yaml", "koordinasi: {nama: Tim, bukti: [sk]}\n")
    head = "tahun: 2025\ninstrumen: permenpanrb-59-2020\npublikasi: {persetujuan: sk}\n"
    write(minimal, "indicators/2025/penilaian.yaml", head)
    write(minimal, "indicators/2025/I12.yaml", "bukti: [sk]\n")
    assert told(opened(minimal), Node("bukti", "sk")) == {
        ("Menetapkan tim", Node("tim", "tim")),
        ("Menyetujui publikasi", Node("penilaian", "2025")),
        ("Membuktikan indikator", Node("jawaban", "2025/I12")),
    }


def test_a_relation_told_twice_is_kept_once(minimal: Path) -> None:
    write(minimal, "architecture/aplikasi/uji.yaml", "id: uji\nnama: Uji\nlayanan: [kepegawaian, kepegawaian]\n")
    region = open_region(minimal).region
    assert len(region.relations.outgoing[Node("aplikasi", "uji")]) == 1
    assert len(region.relations.incoming[Node("layanan", "kepegawaian")]) == 2


def test_a_stage_may_stand_in_either_file(minimal: Path) -> None:
    write(minimal, "indicators/2025/nilai.yaml", "I11: {akhir: 2}\nI12: {mandiri: 4}\n")
    values = opened(minimal).assessments["2025"].values
    assert values == {"mandiri": {"I11": Fraction(3), "I12": Fraction(4)}, "akhir": {"I11": Fraction(2)}}


def test_an_empty_line_of_values_is_a_problem_and_not_a_crash(minimal: Path) -> None:
    write(minimal, "indicators/2025/nilai.yaml", "I11:\nI12: 3\n")
    assert [problem.rule for problem in open_region(minimal).problems] == ["catatan-bukan-pemetaan"] * 2


@pytest.mark.parametrize("text", ["[]", "{}", "~", "''", "# x", "---\n"])
@pytest.mark.parametrize(
    "place",
    [
        "architecture/aplikasi/uji.yaml",
        "architecture/referensi.yaml",
        "indicators/2025/nilai.yaml",
        "indicators/tim.yaml",
    ],
)
def test_a_file_that_says_nothing_is_a_problem(minimal: Path, place: str, text: str) -> None:
    write(minimal, place, text)
    problems = open_region(minimal).problems
    assert [(problem.file, problem.severity) for problem in problems] == [(place, "error")]


def test_a_region_with_errors_holds_what_is_right(minimal: Path) -> None:
    write(minimal, "architecture/aplikasi/uji.yaml", "id: uji\n")
    found = open_region(minimal)
    assert not found.sound
    assert list(found.region.records["aplikasi"]) == ["simpeg"]
