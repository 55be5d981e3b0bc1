"""Who sees what follows from the audience alone, and so does what they are told about it."""

from __future__ import annotations

import pytest

from spbe.editions import EDITIONS, INTERNAL, PUBLIC, Audience

OWN = Audience("opd", "dinkes")


@pytest.mark.parametrize(
    ("audience", "owner", "classes"),
    [
        (PUBLIC, "dinkes", {"publik"}),
        (OWN, "dinkes", {"publik", "opd"}),
        (OWN, "diskominfo", {"publik"}),
        (OWN, None, {"publik"}),
        (Audience("opd"), None, {"publik"}),
        (INTERNAL, None, {"publik", "opd", "internal"}),
    ],
)
def test_the_owner_decides_which_fields_an_office_sees(
    audience: Audience, owner: str | None, classes: set[str]
) -> None:
    assert audience.classes_for(owner) == classes


@pytest.mark.parametrize(
    ("audience", "open_to", "draft"),
    [
        (PUBLIC, {"terbuka"}, False),
        (OWN, {"terbuka", "terbatas"}, True),
        (INTERNAL, {"terbuka", "terbatas", "tertutup"}, True),
    ],
)
def test_classifications_and_drafts_are_for_fewer(audience: Audience, open_to: set[str], draft: bool) -> None:
    assert {code for code in ("terbuka", "terbatas", "tertutup") if audience.sees_classification(code)} == open_to
    assert audience.sees_result(published=False) == draft
    assert audience.sees_result(published=True)


def test_only_who_sees_everything_is_told_nothing_of_what_was_looked_at() -> None:
    assert {edition for edition in EDITIONS if not Audience(edition, "x").looked_at} == {"internal"}
    assert {edition for edition in EDITIONS if not Audience(edition, "x").scope} == {"internal"}


def test_only_what_is_for_everybody_carries_no_warning() -> None:
    assert PUBLIC.warning("Dinas") is None
    assert INTERNAL.warning("") == "Edisi internal. Bukan untuk umum."
    assert OWN.warning() == "Edisi OPD. Bukan untuk umum."
    assert OWN.warning("Dinas Kesehatan") == "Edisi OPD untuk Dinas Kesehatan. Bukan untuk umum."


def test_an_office_that_does_not_exist_makes_no_path() -> None:
    assert Audience("opd", "../x/y").suffix == "-opd-..-x-y"
    assert (OWN.code, PUBLIC.code) == ("opd dinkes", "publik")
