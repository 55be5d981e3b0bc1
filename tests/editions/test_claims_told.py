"""Claims are held against what the edition holds, and absence there accuses nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from spbe.catalogue.claims import Claim, Claims, claims_of
from spbe.editions import Audience, EditionName, redact
from spbe.region import Node
from spbe.scoring.outcomes import outcomes
from support.regions import open_fast

TODAY = date(2026, 6, 1)


def write(root: Path, place: str, text: str) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def assess(root: Path, name: str, values: str, instrument: str = "permenpanrb-59-2020", status: str = "terbit") -> None:
    head = f"tahun: {name[:4]}\ninstrumen: {instrument}\npublikasi: {{status: {status}}}\n"
    write(root, f"indicators/{name}/penilaian.yaml", head)
    write(root, f"indicators/{name}/nilai.yaml", values)


def seen(root: Path, edition: EditionName = "publik", opd: str | None = None) -> Claims:
    opened = open_fast(root, TODAY)
    assert opened.sound, opened.problems
    view = redact(opened.region, outcomes(opened.region), Audience(edition, opd))
    return claims_of(view.region, view.outcomes, view.visible_fields, whole=view.audience.is_whole)


def claim(claims: Claims, rule: str, code: str, assessment: str = "2025") -> Claim:
    return next(one for one in claims[assessment] if (one.rule.id, one.code) == (rule, code))


def audit(root: Path, name: str, *, klasifikasi: str = "terbuka", more: str = "") -> None:
    text = f"id: {name}\nnama: Audit {name}\njenis: audit\nklasifikasi: {klasifikasi}\ntanggal: 2026-02\n{more}"
    write(root, f"architecture/keamanan/{name}.yaml", text)


@pytest.fixture
def region(minimal: Path) -> Path:
    """The smallest region, whose newest result claims an audit by outsiders."""
    (minimal / "indicators/2025/I11.yaml").unlink()
    assess(minimal, "2025", "I31: {akhir: 4}\n")
    return minimal


def records(root: Path, number: int) -> None:
    """So many open records of security, none of them an audit."""
    for place in range(number):
        name = f"edukasi{place}"
        write(root, f"architecture/keamanan/{name}.yaml", f"id: {name}\nnama: E\njenis: edukasi\n")


@pytest.mark.parametrize("number", [0, 10])
def test_a_closed_record_changes_no_claim_of_those_who_may_not_see_it(region: Path, number: int) -> None:
    records(region, number)
    before = seen(region)
    audit(region, "rahasia", klasifikasi="tertutup")
    assert seen(region) == before
    assert claim(seen(region, "internal"), "audit-keamanan", "I31").verdict == "selaras"


@pytest.mark.parametrize(
    ("edition", "opd", "verdict", "state"),
    [
        ("publik", None, "belum-terlihat", "belum-terlihat"),
        ("opd", "diskominfo", "belum-terlihat", "belum-terlihat"),
        ("internal", None, "bertentangan", "tidak"),
    ],
)
def test_what_only_absence_contradicts_is_not_seen_yet(
    region: Path, edition: EditionName, opd: str | None, verdict: str, state: str
) -> None:
    records(region, 10)
    found = claim(seen(region, edition, opd), "audit-keamanan", "I31")
    assert (found.verdict, [fact.state for fact in found.facts]) == (verdict, [state])


def test_what_a_visible_record_denies_stays_a_contradiction(region: Path) -> None:
    assess(region, "2025", "I19: {akhir: 2}\n")
    write(region, "indicators/tim.yaml", "koordinasi: tidak ada\n")
    assert claim(seen(region), "tim-koordinasi", "I19").verdict == "bertentangan"


def test_no_claim_names_a_closed_record(region: Path) -> None:
    audit(region, "rahasia", klasifikasi="tertutup")
    audit(region, "terbuka")
    named = {
        node
        for one in seen(region)["2025"]
        for fact in one.facts
        for node in (fact.subject, *fact.records)
        if isinstance(node, Node)
    }
    assert named == {Node("keamanan", "terbuka")}


def test_a_verdict_that_rests_on_a_field_that_is_not_shown_is_never_given(region: Path) -> None:
    """Who was the auditor is for the office itself, and whether the audit was held for administrators only."""
    audit(region, "luar", more="jenis_audit: eksternal\nperangkat_daerah: diskominfo\n")
    assert claim(seen(region, "internal"), "audit-keamanan-luar", "I31").verdict == "selaras"
    for edition, opd in (("publik", None), ("opd", "diskominfo")):
        for rule in ("audit-keamanan", "audit-keamanan-luar"):
            found = claim(seen(region, edition, opd), rule, "I31")  # type: ignore[arg-type]
            assert (found.verdict, [fact.state for fact in found.facts]) == ("tak-dinilai", ["tak-diketahui"])


def test_a_field_that_is_not_shown_changes_no_claim(region: Path) -> None:
    audit(region, "a")
    before = seen(region)
    audit(region, "a", more="hasil: belum-dilaksanakan\njenis_audit: internal\n")
    assert seen(region) == before
    assert claim(seen(region, "internal"), "audit-keamanan", "I31").verdict == "bertentangan"


def test_only_the_newest_assessment_of_each_instrument_is_held_against_the_records(region: Path) -> None:
    assess(region, "2024", "I31: {akhir: 4}\n")
    assess(region, "2026", "I9: {mandiri: 2.50}\n", "permenpanrb-8-2026")
    assert set(seen(region)) == {"2025", "2026"}


def test_where_the_newest_is_a_draft_the_public_sees_the_newest_that_is_published(region: Path) -> None:
    assess(region, "2024", "I31: {akhir: 4}\n")
    assess(region, "2025", "I31: {akhir: 4}\n", status="draf")
    assert set(seen(region)) == {"2024"}
    assert set(seen(region, "internal")) == {"2025"}


def test_a_level_implies_only_what_it_and_lower_levels_ask(region: Path) -> None:
    rules = dict.fromkeys((1, 2, 3, 4), 0)
    for level in rules:
        assess(region, "2025", f"I31: {{akhir: {level}}}\n")
        rules[level] = len(seen(region)["2025"])
    assert rules == {1: 0, 2: 1, 3: 1, 4: 2}


def test_the_level_is_that_of_the_leading_stage(region: Path) -> None:
    assess(region, "2025", "I31: {mandiri: 4, akhir: 2}\n")
    found = seen(region)["2025"]
    assert [(one.stage, one.level, one.rule.id) for one in found] == [("akhir", 2, "audit-keamanan")]
