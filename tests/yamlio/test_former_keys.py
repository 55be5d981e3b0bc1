"""A key by its former name is read as the present one wherever it stands, told at its place, and never beside that."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from spbe.checks import open_region
from spbe.region import Node

DATA = "architecture/data/asn.yaml"


def write(root: Path, place: str, text: str) -> None:
    (root / place).parent.mkdir(exist_ok=True)
    (root / place).write_text(text, "utf-8")


def told(root: Path) -> set[tuple[str, str, int | None]]:
    return {(one.rule, one.file, one.line) for one in open_region(root).problems}


def test_a_former_key_holds_a_relation_like_the_present_one(minimal: Path) -> None:
    write(minimal, DATA, "id: asn\nnama: ASN\nwali_data: diskominfo\n")
    region = open_region(minimal).region

    assert ("Walidata", Node("perangkat-daerah", "diskominfo")) in {
        (relation.forward, relation.target) for relation in region.relations.outgoing[Node("data", "asn")]
    }
    assert told(minimal) == {("kunci-nama-lama", DATA, 3)}


def test_a_broken_reference_below_a_former_key_is_told_where_it_stands(minimal: Path) -> None:
    write(minimal, DATA, "id: asn\nnama: ASN\nwali_data: tak-ada\n")
    assert ("rujukan-putus", DATA, 3) in told(minimal)


def test_a_former_key_beside_the_present_one_is_unknown(minimal: Path) -> None:
    write(minimal, DATA, "id: asn\nnama: ASN\nwali_data: diskominfo\nwalidata: diskominfo\n")
    assert told(minimal) == {("kunci-tak-dikenal", DATA, 3)}


def test_former_keys_in_parts_of_a_file_by_its_former_name_are_read(minimal: Path) -> None:
    place = "indicators/usaha.yaml"
    text = "langkah:\n  - {indikator: permenpanrb-59-2020/I18, usaha: 5}\nbersama:\n  - nama: Satu\n    usaha: 2\n"
    write(minimal, place, text + "    langkah: {permenpanrb-59-2020/I11: 3}\n")
    efforts = open_region(minimal).region.efforts

    assert [one.upaya for one in (*efforts.langkah, *efforts.bersama)] == [Fraction(5), Fraction(2)]
    assert told(minimal) == {
        ("berkas-nama-lama", place, None),
        ("kunci-nama-lama", place, 2),
        ("kunci-nama-lama", place, 5),
    }
