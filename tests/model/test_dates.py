"""What a date was meant to be, in every way in which people write one; worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spbe.model.dates import Guess, guessed

ONE_DAY = [
    "17/08/2024", "17-08-2024", "17.08.2024", "17 08 2024", "17,08,2024", "17 - 08 - 2024", "17–08–2024", "17/8/2024",
    "17/8/24", "17-08-24", "08/17/2024", "2024/08/17", "2024.08.17", "2024-8-17", "2024 08 17", "20240817", "17082024",
    "170824", "2024-17-08", "17 Agustus 2024", " 17 Agustus 2024 ", "17 AGUSTUS 2024",
    "17 Agutus 2024", "17 Augustus 2024",
    "17 Agu 2024", "17 Ags 2024", "17 Agt 2024", "17 Agst. 2024", "17-Agu-24", "17/Agustus/2024", "17 Agustus '24",
    "17 August 2024", "17th of August 2024", "August 17, 2024", "17-VIII-2024",
    "2024 Agustus 17", "tgl. 17 Agustus 2024",
    "Sabtu, 17 Agustus 2024", "Sabtu 17 Agustus 2024", "Saturday, August 17, 2024", "2024-08-17T00:00:00Z",
    "2024-08-17 00:00:00", "17/08/2024 10:30", "17 Agustus 2024 pukul 10.30 WIB", "45521", "45521.0",
    "１７/０８/２０２４",
]  # fmt: skip


@pytest.mark.parametrize("text", ONE_DAY)
def test_a_day_is_understood_however_it_is_written(text: str) -> None:
    assert guessed(text) == Guess("2024-08-17")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("01 Nopember 2025", "2025-11-01"),
        ("1 Pebruari 2025", "2025-02-01"),
        ("17 Mei '99", "1999-05-17"),
        ("Jum'at, 3 Jan 2025", "2025-01-03"),
        ("Agustus 2024", "2024-08"),
        ("08/2024", "2024-08"),
        ("2024-8", "2024-08"),
        ("202408", "2024-08"),
        ("Tahun 2024", "2024"),
        ("TA 2024", "2024"),
        ("2024/04/03", "2024-04-03"),
        ("2024-05-00", "2024-05"),
        ("2024-00-00", "2024"),
        ("00/05/2024", "2024-05"),
        ("04/04/2024", "2024-04-04"),
    ],
)
def test_other_days_and_dates_that_are_known_less_exactly(text: str, meant: str) -> None:
    assert guessed(text) == Guess(meant)


@pytest.mark.parametrize("text", ["03/04/2024", "3-4-2024", "03.04.24"])
def test_where_day_and_month_could_be_exchanged_that_is_said(text: str) -> None:
    assert guessed(text) == Guess("2024-04-03", urutan=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31 Februari 2024", Guess(sebab="hari", bagian="2024-02", akhir=29)),
        ("2024-02-30", Guess(sebab="hari", bagian="2024-02", akhir=29)),
        ("29/02/2023", Guess(sebab="hari", bagian="2023-02", akhir=28)),
        ("31-4-2024", Guess(sebab="hari", bagian="2024-04", akhir=30)),
        ("32/08/2024", Guess(sebab="hari", bagian="2024-08", akhir=31)),
        ("2024-13-45", Guess(sebab="bulan", bagian="13")),
        ("2024-00-10", Guess(sebab="bulan", bagian="0")),
        ("2024-13", Guess(sebab="bulan", bagian="13")),
        ("17-08-1024", Guess(sebab="tahun", bagian="1024")),
        ("0024-08-17", Guess(sebab="tahun", bagian="0024")),
    ],
)
def test_a_day_that_does_not_exist_is_called_so(text: str, expected: Guess) -> None:
    assert guessed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "besok",
        "",
        "17 Desember",
        "12",
        "17-18 Agustus 2024",
        "Triwulan I 2024",
        "2025/2026",
        "SK 17 2024",
        "1" * 30,
        "17",
    ],
)
def test_what_is_no_date_is_not_made_one(text: str) -> None:
    assert guessed(text) is None


@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)), st.sampled_from("/-. "))
def test_every_day_written_in_the_indonesian_order_is_found(day: dt.date, between: str) -> None:
    found = guessed(day.strftime(between.join(("%d", "%m", "%Y"))))
    assert found is not None
    assert found.tanggal == day.isoformat()


@given(st.text(max_size=20) | st.text(alphabet="0123456789 /-.janmeTZ:", max_size=20))
def test_guessing_never_raises_and_gives_what_the_model_reads(text: str) -> None:
    found = guessed(text)
    if found is not None:
        assert bool(found.tanggal) != bool(found.sebab)
        if found.tanggal:
            dt.date.fromisoformat((found.tanggal + "-01-01")[:10])
