"""Calendars keep RFC 5545, tell every end once, and are the same bytes each time; read by rules, without a library."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from spbe.region import Node
from spbe.site.calendar import calendars_of
from support.regions import ROOT, copy_part
from support.sample_views import TODAY, end_of, view_of, written


@pytest.fixture(scope="module")
def calendars() -> dict[str | None, bytes]:
    return {office: asset.content for office, asset in calendars_of(view_of(ROOT)).items()}


@pytest.fixture
def arunika(tmp_path: Path) -> Path:
    return copy_part(tmp_path / "arunika", Node("bukti", "sk-tim"))


def lines_of(content: bytes) -> list[str]:
    """The unfolded lines of a calendar, after its raw lines have been looked at (RFC 5545, 3.1)."""
    assert content.endswith(b"\r\n")
    raw = content.removesuffix(b"\r\n").split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line for line in raw)
    assert max(map(len, raw)) <= 75
    for line in raw:
        line.decode()  # no letter is cut in two
    return content.removesuffix(b"\r\n").decode().replace("\r\n ", "").split("\r\n")


def events_of(content: bytes) -> list[dict[str, str]]:
    events: list[dict[str, str]] = []
    inside: list[str] = []
    for line in lines_of(content):
        name, _colon, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[1:]:
            key = name if inside[-1] == "VEVENT" else f"{inside[-1]}.{name}"
            assert key not in events[-1]
            events[-1][key] = value
    assert inside == []
    return events


def test_calendars_keep_the_rules_of_their_format(calendars: dict[str | None, bytes]) -> None:
    assert len(calendars) > 5
    for content in calendars.values():
        lines = lines_of(content)
        assert lines[0] == "BEGIN:VCALENDAR"
        assert lines[-1] == "END:VCALENDAR"
        assert "VERSION:2.0" in lines
        assert sum(line.startswith("PRODID:") for line in lines) == 1
        events = events_of(content)
        assert len({event["UID"] for event in events}) == len(events) > 0
        for event in events:
            assert event["DTSTAMP"] == "20261122T000000Z"
            first, after = event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]
            assert date.fromisoformat(first) + timedelta(days=1) == date.fromisoformat(after)
            ahead = date.fromisoformat(first) >= TODAY
            assert event.get("VALARM.TRIGGER") == ("-P30D" if ahead else None)


def test_every_open_dated_document_is_one_event_on_its_last_day(calendars: dict[str | None, bytes]) -> None:
    dated = [
        record
        for record in map(written, (ROOT / "indicators/bukti").glob("*.yaml"))
        if "berlaku_sampai" in record and record.get("klasifikasi", "terbuka") == "terbuka"
    ]
    told = {event["SUMMARY"]: event["DTSTART;VALUE=DATE"] for event in events_of(calendars[None])}

    assert told == {
        "Bukti berakhir: " + escaped(record["nama"]): end_of(record["berlaku_sampai"]).strftime("%Y%m%d")
        for record in dated
    }


def escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text)


def test_special_letters_survive_and_the_uid_outlives_a_new_date_and_name(arunika: Path) -> None:
    path = arunika / "indicators/bukti/sk-tim.yaml"
    before = {event["UID"] for event in events_of(calendars_of(view_of(arunika))["setda"].content)}
    name = "Naskah; bagian, satu\\dua é漢字" + " yang panjang sekali" * 8
    text = re.sub(r"(?m)^nama:.*$", lambda _match: f"nama: '{name}'", path.read_text("utf-8"))
    path.write_text(text.replace("2026-12-31", "2027-06-30"), "utf-8")
    events = events_of(calendars_of(view_of(arunika))["setda"].content)

    assert f"Bukti berakhir: {escaped(name)}" in {event["SUMMARY"] for event in events}
    assert {event["UID"] for event in events} == before


def test_the_same_data_gives_the_same_bytes(calendars: dict[str | None, bytes]) -> None:
    again = {office: asset.content for office, asset in calendars_of(view_of(ROOT)).items()}

    assert again == calendars


def test_an_office_gets_what_it_owns_and_what_proves_its_indicators(calendars: dict[str | None, bytes]) -> None:
    own = {event["SUMMARY"] for event in events_of(calendars["dispusip"])}

    assert written(ROOT / "indicators/bukti/pks-bsre.yaml")["perangkat_daerah"] != "dispusip"
    assert written(ROOT / "indicators/2025/I37.yaml")["perangkat_daerah"] == "dispusip"
    assert "Bukti berakhir: " + written(ROOT / "indicators/bukti/pks-bsre.yaml")["nama"] in own
