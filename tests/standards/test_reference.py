"""The reference architecture: complete as its source, and extended by a region only at its leaves."""

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass

import pytest

from spbe.standards import reference_data
from spbe.standards.findings import Finding
from spbe.standards.reference_data import reference_architecture
from spbe.standards.resources import StandardsError, read_csv

NATIONAL = reference_architecture()


@dataclass(frozen=True)
class Local:
    kode: str
    nama: str


def extend(*codes: str) -> tuple[list[str], tuple[Finding, ...]]:
    """The codes that were added, and what was found."""
    extended, found = NATIONAL.with_local([Local(code, f"Nama {code}") for code in codes])
    return [code for code in extended.nodes if code not in NATIONAL.nodes], found


@pytest.mark.parametrize(
    ("domain", "counts"),
    [
        ("RAB", [9, 45, 304]),
        ("RAL", [2, 53, 302]),
        ("RAD", [10, 49, 305]),
        ("RAA", [2, 4]),
        ("RAI", [3, 7, 3]),
        ("RAK", [3, 10]),
    ],
)
def test_counts_of_the_source(domain: str, counts: list[int]) -> None:
    found = Counter(node.tingkat for code, node in NATIONAL.nodes.items() if code.startswith(domain))
    assert found == dict(enumerate(counts, start=1))


def test_every_code_hangs_from_the_code_that_it_begins_with() -> None:
    for code, node in NATIONAL.nodes.items():
        parent = NATIONAL.parent(code)
        if node.tingkat == 1:
            assert parent is None
        else:
            assert parent is not None
            assert code == f"{parent.kode}.{code[-2:]}"
            assert node in NATIONAL.children(parent.kode)


def test_roots_are_the_children_of_their_domain() -> None:
    assert [node.nama for node in NATIONAL.children("RAA")] == ["Aplikasi Umum", "Aplikasi Khusus"]
    assert set(NATIONAL.domains) == {code[:3] for code in NATIONAL.nodes}


def test_a_code_is_read_from_the_root() -> None:
    assert NATIONAL.names("RAB.09.06.03") == (
        "Pemerintahan Umum",
        "Aparatur Negara",
        "Penataan Sumber Daya Manusia Aparatur",
    )


def test_levels_have_the_names_of_their_domain() -> None:
    labels = {domain: NATIONAL.domains[domain].label for domain in ("RAB", "RAA", "RAI", "RAK")}
    assert (labels["RAB"][1], labels["RAB"][2], labels["RAA"][2]) == ("Sektor", "Urusan Pemerintahan", "Area Aplikasi")
    assert (labels["RAI"][2], labels["RAI"][3]) == ("Area Infrastruktur", "Kategori Infrastruktur")
    assert labels["RAK"] == {1: "Domain Keamanan", 2: "Area Keamanan"}


# As printed in the annex of SE Menteri PANRB 18/2022; the rest of the levels 1 and 2 is read the same way.
PRINTED = {
    "RAB.01.02": "Hubungan Luar Negeri",
    "RAB.03.05": "Pembangunan Kawasan atau Daerah Tertinggal",
    "RAB.09.05": "Perencanaan Pembangunan Nasional",
    "RAD.01.02": "Data Hubungan Luar Negeri",
    "RAD.08": "Informasi Budaya dan agama",
    "RAD.10": "Data Pendukung Umum",
    "RAL.01.16": "Perizinan dan Akreditasi",
    "RAL.01.24": "Pemerintahan daerah",
    "RAL.02.06": "Dukungan Operasional Organisasi",
    "RAA.01.01": "Aplikasi Layanan Publik",
    "RAA.01.02": "Aplikasi Administrasi Pemerintahan",
    "RAA.02.01": "Aplikasi Misi Tertentu",
    "RAA.02.02": "Aplikasi Fungsi Tertentu",
    "RAI.02.02": "Sistem Penghubung Layanan Pemerintah",
    "RAI.03.02": "Komputasi Awan",
    "RAK.01.01": "Standar Teknis dan Prosedur Keamanan SPBE",
    "RAK.01.02": "Standar Keamanan Internasional",
    "RAK.01.03": "Regulasi lainnya",
    "RAK.02.04": "Penanganan insiden Keamanan SPBE",
    "RAK.03.01": "Kelaikan Keamanan Aplikasi Umum",
    "RAK.03.02": "Kelaikan Keamanan Infrastruktur SPBE Nasional",
}


def test_levels_1_and_2_stand_as_the_circular_prints_them() -> None:
    assert {code: NATIONAL.nodes[code].nama for code in PRINTED} == PRINTED
    upper = [node for node in NATIONAL.nodes.values() if node.tingkat < 3]
    assert {node.status for node in upper} == {"terkonfirmasi"}
    assert all("SE-18-2022" in node.sumber for node in upper)


def test_a_code_of_one_unofficial_source_is_never_called_certain() -> None:
    status = {code: node.status for code, node in NATIONAL.nodes.items()}
    unverified = {code for code, word in status.items() if word == "belum-terverifikasi"}
    assert unverified == {"RAI.03.01.01", "RAI.03.01.04", "RAI.03.01.07"}
    listed = {code for code, word in status.items() if word == "templat-sia"}
    assert listed == {c for c, node in NATIONAL.nodes.items() if node.tingkat == 3 and c[:3] in {"RAB", "RAL", "RAD"}}


def test_misprints_of_the_template_are_kept_and_noted() -> None:
    node = NATIONAL.nodes["RAB.01.01.02"]
    assert node.nama == "Perencanan Pertahanan"
    assert "Perencanaan Pertahanan" in node.catatan
    assert NATIONAL.nodes["RAB.04.01.04"].ejaan_sumber == "Penge4olaan Pelayanan Kesehatan"


def test_local_codes_are_added_below_national_ones_in_any_order() -> None:
    added, found = extend("RAB.09.06.03.01.02", "RAB.09.06.03.01")
    assert (set(added), found) == ({"RAB.09.06.03.01.02", "RAB.09.06.03.01"}, ())
    extended, _ = NATIONAL.with_local([Local("RAB.09.06.03.01", "Pembinaan ASN daerah")])
    node = extended.nodes["RAB.09.06.03.01"]
    assert (node.induk, node.tingkat, node.status) == ("RAB.09.06.03", 4, "daerah")
    assert extended.names(node.kode)[-2:] == ("Penataan Sumber Daya Manusia Aparatur", "Pembinaan ASN daerah")
    assert extended.children("RAB.09.06.03") == (node,)
    assert NATIONAL.children("RAB.09.06.03") == ()


@pytest.mark.parametrize(
    ("code", "parent"),
    [("RAA.02.02.01.01", "RAA.02.02"), ("RAI.03.01.02.01", "RAI.03.01"), ("RAL.01.16.01.01", "RAL.01.16")],
    ids=["no-level-3", "level-3-known-in-part", "no-level-3-below-this-one"],
)
def test_local_code_hangs_higher_where_level_3_is_not_listed(code: str, parent: str) -> None:
    extended, found = NATIONAL.with_local([Local(code, "Milik daerah")])
    assert found == ()
    assert extended.nodes[code].induk == parent


def test_local_code_without_parent_is_refused() -> None:
    added, found = extend("RAB.09.06.03.01", "RAB.09.06.99.01", "RAB.99.01.01.01", "RAA.02.02.01.01.01")
    assert added == ["RAB.09.06.03.01"]
    assert found == (
        Finding("referensi-induk", (1, "kode"), {"kode": "RAB.09.06.99.01", "contoh": "RAB.09.06.01.01"}),
        Finding("referensi-induk", (2, "kode"), {"kode": "RAB.99.01.01.01", "contoh": "RAB.01.01.01.01"}),
        Finding("referensi-induk", (3, "kode"), {"kode": "RAA.02.02.01.01.01", "contoh": "RAA.02.02.01.01"}),
    )


def test_the_example_that_a_refusal_gives_is_accepted() -> None:
    _, refused = extend("RAB.09.06.99.01", "RAK.99.01.01.01", "RAI.99.01.01.01", "RAA.02.02.01.01.01")
    examples = {finding.params["contoh"] for finding in refused}
    added, found = extend(*examples)
    assert (set(added), found) == (examples, ())


def test_child_of_a_refused_code_is_refused() -> None:
    added, found = extend("RAB.09.06.99.01", "RAB.09.06.99.01.01")
    assert added == []
    assert [(finding.rule, finding.path) for finding in found] == [
        ("referensi-induk", (0, "kode")),
        ("referensi-induk", (1, "kode")),
    ]


def test_local_code_above_level_4_is_refused() -> None:
    added, found = extend("RAB.09.06.99", "RAB.10")
    assert added == []
    assert found == (
        Finding("referensi-tingkat", (0, "kode"), {"kode": "RAB.09.06.99", "tingkat": "3"}),
        Finding("referensi-tingkat", (1, "kode"), {"kode": "RAB.10", "tingkat": "1"}),
    )


def test_taken_code_is_refused() -> None:
    added, found = extend("RAB.09.06", "RAB.09.06.03.01", "RAB.09.06.03.01")
    assert added == ["RAB.09.06.03.01"]
    assert found == (
        Finding("referensi-ganda", (0, "kode"), {"kode": "RAB.09.06", "nama": "Aparatur Negara"}),
        Finding("referensi-ganda", (2, "kode"), {"kode": "RAB.09.06.03.01", "nama": "Nama RAB.09.06.03.01"}),
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kode": "RAB.9"}, "bad code"),
        ({"tingkat": "2"}, "bad code, level or name"),
        ({"status": "resmi"}, "unknown status"),
        ({"sumber": "KATANYA"}, "unknown status or source"),
        ({"sumber": "SYAM MLKT"}, "confirmed by no official document"),
        ({"kode": "RAB.77.01", "tingkat": "2"}, "before its parent"),
        ({"kode": "RAB.02"}, "repeated"),
    ],
)
def test_shipped_codes_are_proved(monkeypatch: pytest.MonkeyPatch, change: dict[str, str], message: str) -> None:
    rows = read_csv("referensi-arsitektur.csv")
    rows[0] |= change
    monkeypatch.setattr(reference_data, "read_csv", lambda _: rows)
    with pytest.raises(StandardsError, match=message):
        reference_architecture.__wrapped__()


def test_reading_codes_needs_no_heavy_library() -> None:
    script = "import sys, spbe.standards.reference_data as r; r.reference_architecture(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pandas", "numpy", "pydantic", "mkdocs"} & set(loaded)
