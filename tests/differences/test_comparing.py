"""The one comparison of two versions."""

from __future__ import annotations

import pytest

from spbe.differences.comparing import FieldChange, changes_between
from spbe.differences.plain import plain_of
from spbe.model.tim import Tim


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": None}, {}, []),
        ({"a": {}}, {}, []),
        ({"a": "x"}, {"a": "y"}, [FieldChange(("a",), "x", "y")]),
        ({}, {"a": "y"}, [FieldChange(("a",), None, "y")]),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}, [FieldChange(("a", "c"), 2, 3)]),
        ({"a": (1, 2)}, {"a": (2, 3)}, [FieldChange(("a",), (1, 2), (2, 3), listed=True, came=(3,), went=(1,))]),
        ({"a": (1, 2)}, {"a": (2, 1)}, [FieldChange(("a",), (1, 2), (2, 1), listed=True)]),
        ({"a": (1,)}, {"a": (1, 1)}, [FieldChange(("a",), (1,), (1, 1), listed=True, came=(1,))]),
        ({"a": (1,)}, {}, [FieldChange(("a",), (1,), (), listed=True, went=(1,))]),
        ({"a": (1,)}, {"a": "tidak ada"}, [FieldChange(("a",), (1,), "tidak ada")]),
    ],
)
def test_what_leads_from_one_version_to_the_other(before: dict, after: dict, expected: list[FieldChange]) -> None:
    assert list(changes_between(before, after)) == expected


def test_parts_are_told_apart_by_their_names() -> None:
    seats = [{"jabatan": "Ketua", "peran": "Memimpin"}, {"jabatan": "Sekretaris"}]

    def told(members: list[dict]) -> list[FieldChange]:
        teams = (Tim.model_validate({"nama": "Tim", "anggota": found}) for found in (seats, members))
        return list(changes_between(*map(plain_of, teams)))

    (changed,) = told([seats[0] | {"peran": "Mengarahkan"}, seats[1]])
    assert changed == FieldChange(("anggota", "Ketua", "peran"), "Memimpin", "Mengarahkan")
    (turned,) = told(seats[::-1])
    assert (turned.listed, turned.came, turned.went) == (True, (), ())
    (grown,) = told([*seats, {"jabatan": "Anggota"}])
    assert [part.name for part in grown.came] == ["Anggota"]
    assert grown.went == ()
