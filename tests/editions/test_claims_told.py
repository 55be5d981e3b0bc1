"""Verdicts on claims come from the whole region, and tell no reader what the edition hides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from spbe.catalogue.claims import Claim, claims_of
from spbe.checks import open_region
from spbe.editions import Edition, View, reduce
from spbe.region import Node
from spbe.scoring.outcomes import outcomes

TODAY = date(2026, 6, 1)


def write(root: Path, place: str, text: str) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def assess(root: Path, name: str, values: str, instrument: str = "permenpanrb-59-2020", status: str = "terbit") -> None:
    head = f"tahun: {name[:4]}\ninstrumen: {instrument}\npublikasi: {{status: {status}}}\n"
    write(root, f"indicators/{name}/penilaian.yaml", head)
    write(root, f"indicators/{name}/nilai.yaml", values)


def seen(root: Path, edition: Edition = "publik", opd: str | None = None) -> View:
    opened = open_region(root, TODAY)
    assert opened.sound, opened.problems
    results = outcomes(opened.region)
    return reduce(opened.region, results, edition, opd, claims_of(opened.region, results))


def claim(view: View, rule: str, code: str, assessment: str = "2025") -> Claim:
    return next(one for one in view.claims[assessment] if (one.rule.id, one.code) == (rule, code))


def audit(root: Path, name: str, *, klasifikasi: str = "terbuka", more: str = "") -> None:
    text = f"id: {name}\nnama: Audit {name}\njenis: audit\nklasifikasi: {klasifikasi}\ntanggal: 2026-02\n{more}"
    write(root, f"architecture/keamanan/{name}.yaml", text)


@pytest.fixture
def region(minimal: Path) -> Path:
    """The smallest region, whose newest result claims an audit by outsiders."""
    (minimal / "indicators/2025/I11.yaml").unlink()
    assess(minimal, "2025", "I31: {akhir: 4}\n")
    return minimal


def test_a_verdict_that_rests_on_a_closed_record_is_withheld(region: Path) -> None:
    audit(region, "rahasia", klasifikasi="tertutup")
    whole = claim(seen(region, "internal"), "audit-keamanan", "I31")
    assert (whole.verdict, whole.withheld) == ("selaras", False)
    public = claim(seen(region), "audit-keamanan", "I31")
    assert (public.verdict, public.withheld) == ("tak-dinilai", True)


def test_no_claim_names_a_closed_record(region: Path) -> None:
    audit(region, "rahasia", klasifikasi="tertutup")
    audit(region, "terbuka")
    named = {
        node
        for one in seen(region).claims["2025"]
        for fact in one.facts
        for node in (fact.subject, *fact.records)
        if isinstance(node, Node)
    }
    assert named == {Node("keamanan", "terbuka")}


def test_a_verdict_to_which_the_open_records_lead_stays(region: Path) -> None:
    audit(region, "rahasia", klasifikasi="tertutup")
    audit(region, "terbuka")
    public = claim(seen(region), "audit-keamanan", "I31")
    assert (public.verdict, public.withheld) == ("selaras", False)
    assert [fact.state for fact in public.facts] == ["ya"]


def test_a_verdict_that_rests_on_a_hidden_field_is_withheld(region: Path) -> None:
    audit(region, "luar", more="jenis_audit: eksternal\nperangkat_daerah: diskominfo\n")
    assert claim(seen(region, "internal"), "audit-keamanan-luar", "I31").verdict == "selaras"
    assert claim(seen(region, "opd", "diskominfo"), "audit-keamanan-luar", "I31").verdict == "selaras"
    public = claim(seen(region), "audit-keamanan-luar", "I31")
    assert (public.verdict, public.withheld) == ("tak-dinilai", True)
    assert [fact.state for fact in public.facts] == ["tak-diketahui"]


def test_a_list_says_nothing_that_is_false_of_the_whole(region: Path) -> None:
    """An open audit that was never carried out, a word for administrators only, is not shown as carried out."""
    audit(region, "batal", more="hasil: belum-dilaksanakan\n")
    assert claim(seen(region, "internal"), "audit-keamanan", "I31").verdict == "bertentangan"
    public = claim(seen(region), "audit-keamanan", "I31")
    assert [fact.state for fact in public.facts] == ["tak-diketahui"]
    assert public.verdict == "tak-dinilai"


def test_what_is_missing_among_open_records_is_not_called_missing(region: Path) -> None:
    """With enough open records, a gap would contradict; that the record is closed must not make it one."""
    audit(region, "rahasia", klasifikasi="tertutup")
    for place in range(10):
        name = f"edukasi{place}"
        write(region, f"architecture/keamanan/{name}.yaml", f"id: {name}\nnama: E\njenis: edukasi\n")
    public = claim(seen(region), "audit-keamanan", "I31")
    assert [fact.state for fact in public.facts] == ["tak-diketahui"]
    assert public.verdict == "tak-dinilai"


def test_only_the_newest_assessment_of_each_instrument_is_held_against_the_records(region: Path) -> None:
    assess(region, "2024", "I31: {akhir: 4}\n")
    assess(region, "2026", "I9: {mandiri: 2.50}\n", "permenpanrb-8-2026")
    assert set(seen(region).claims) == {"2025", "2026"}


def test_where_the_newest_is_a_draft_the_public_sees_the_newest_that_is_published(region: Path) -> None:
    assess(region, "2024", "I31: {akhir: 4}\n")
    assess(region, "2025", "I31: {akhir: 4}\n", status="draf")
    assert set(seen(region).claims) == {"2024"}
    assert set(seen(region, "internal").claims) == {"2025"}


def test_a_level_implies_only_what_it_and_lower_levels_ask(region: Path) -> None:
    rules = dict.fromkeys((1, 2, 3, 4), 0)
    for level in rules:
        assess(region, "2025", f"I31: {{akhir: {level}}}\n")
        rules[level] = len(seen(region).claims["2025"])
    assert rules == {1: 0, 2: 1, 3: 1, 4: 2}


def test_the_level_is_that_of_the_leading_stage(region: Path) -> None:
    assess(region, "2025", "I31: {mandiri: 4, akhir: 2}\n")
    found = seen(region).claims["2025"]
    assert [(one.stage, one.level, one.rule.id) for one in found] == [("akhir", 2, "audit-keamanan")]
