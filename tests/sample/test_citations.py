"""The sample cites national regulations as they stand: what was amended says so, what was revoked is not cited."""

from __future__ import annotations

import pytest

from support.regions import ROOT

AMENDED = {
    "Peraturan Menteri Dalam Negeri Nomor 102 Tahun 2019": "Peraturan Menteri Dalam Negeri Nomor 17 Tahun 2023",
    "Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015": "Peraturan Menteri Dalam Negeri Nomor 120 Tahun 2018",
    "Peraturan Pemerintah Nomor 27 Tahun 2014": "Peraturan Pemerintah Nomor 28 Tahun 2020",
    "Peraturan Presiden Nomor 16 Tahun 2018": "Peraturan Presiden Nomor 46 Tahun 2025",
    "Peraturan Presiden Nomor 71 Tahun 2015": "Peraturan Presiden Nomor 59 Tahun 2020",
    "Undang-Undang Nomor 12 Tahun 2011": "Undang-Undang Nomor 13 Tahun 2022",
    "Undang-Undang Nomor 3 Tahun 2014": "Undang-Undang Nomor 6 Tahun 2023",
    "Undang-Undang Nomor 6 Tahun 2014": "Undang-Undang Nomor 3 Tahun 2024",
}
"""What is cited, and what amended it last."""

REVOKED = {
    "Peraturan Pemerintah Nomor 5 Tahun 2021": "Peraturan Pemerintah Nomor 28 Tahun 2025",
    "Peraturan Menteri Kesehatan Nomor 43 Tahun 2019": "Peraturan Menteri Kesehatan Nomor 19 Tahun 2024",
}
"""What is no longer in force, and what replaced it."""

CITATIONS = [
    (path.relative_to(ROOT).as_posix(), line)
    for folder in ("architecture", "indicators")
    for path in sorted((ROOT / folder).rglob("*.yaml"))
    for line in path.read_text("utf-8").splitlines()
    if " Tahun " in line
]


@pytest.mark.parametrize("cited", AMENDED)
def test_an_amended_regulation_is_cited_with_what_amended_it(cited: str) -> None:
    found = [(place, line) for place, line in CITATIONS if f"{cited} " in line]
    assert found
    assert [(place, line) for place, line in found if f"dengan {AMENDED[cited]}" not in line] == []


def test_no_revoked_regulation_is_cited() -> None:
    assert [(place, cited) for place, line in CITATIONS for cited in REVOKED if cited in line] == []
