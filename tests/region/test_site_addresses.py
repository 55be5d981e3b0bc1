"""Which record a link means, by its page or by its row in the list."""

from __future__ import annotations

import pytest

from spbe.region import Node
from spbe.region.site_addresses import pointed_at


@pytest.mark.parametrize(
    ("path", "fragment", "node"),
    [
        ("/peta-rencana/satu-data/", "", Node("peta-rencana", "satu-data")),
        ("https://daerah.example/spbe/peta-rencana/satu-data/", "", Node("peta-rencana", "satu-data")),
        ("/peta-rencana/", "satu-data", Node("peta-rencana", "satu-data")),
        ("../arsitektur/aplikasi/simpeg.md", "hubungan", Node("aplikasi", "simpeg")),
        ("/bukti/", "perwali-12", Node("bukti", "perwali-12")),
        ("/bukti/halaman_2/", "perwali-12", Node("bukti", "perwali-12")),
        ("/peta-rencana/", "", None),
        ("/tentang/", "satu-data", None),
    ],
)
def test_a_link_means_a_record_by_its_page_or_by_its_row(path: str, fragment: str, node: Node | None) -> None:
    assert pointed_at(path, fragment) == node
