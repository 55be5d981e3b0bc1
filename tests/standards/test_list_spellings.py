"""The spellings of foreign lists lead to codes that there are, and domains to agencies."""

from __future__ import annotations

import gc

from spbe.model import choices, kinds  # noqa: F401  (every closed list is declared once the kinds are known)
from spbe.model.choices import Pilihan
from spbe.standards.agency_domains import agency_at
from spbe.standards.list_spellings import list_spellings


def test_every_spelling_is_of_a_closed_list_and_means_one_of_its_codes() -> None:
    lists = {one.nama: one for one in gc.get_objects() if isinstance(one, Pilihan)}
    wrong = [
        (name, code)
        for name, codes in list_spellings().choices.items()
        for code in set(codes.values())
        if name not in lists or code not in lists[name].nilai
    ]
    assert wrong == []


def test_spellings_say_what_no_code_or_alias_of_the_list_says_otherwise() -> None:
    lists = {one.nama: one for one in gc.get_objects() if isinstance(one, Pilihan)}
    wrong = [
        (name, spelling)
        for name, codes in list_spellings().choices.items()
        for spelling, code in codes.items()
        if lists[name].find(spelling) not in {None, code}
    ]
    assert wrong == []


def test_an_agency_is_known_by_its_domain_and_everything_below_it() -> None:
    assert agency_at("sikap.lkpp.go.id") == "Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah"
    assert agency_at("uji.sipd.kemendagri.go.id") == "Kementerian Dalam Negeri"
    assert agency_at("sibaru.perumahan.pu.go.id") == ""  # a ministry that was divided since
    assert agency_at("simpeg.madiunkab.go.id") is None
