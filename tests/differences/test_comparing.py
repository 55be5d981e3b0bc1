"""The one comparison of two versions."""

from __future__ import annotations

import pytest

from spbe.differences.comparing import FieldChange, changes_between


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
