"""Tables in a reader's hands: words, facets, order, columns, the address that keeps them, and files to take away."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from support.page_visits import settled
from support.windows import Windows, forget

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MORNING = datetime(2026, 1, 5, 8, tzinfo=UTC)
APPLICATIONS = "/arsitektur/aplikasi/"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Rows = list[dict[str, str]]


@pytest.fixture
def page(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=served(built("arunika"))) as (page, heard):
        yield page
        assert [one for one in heard if one.startswith("error: ")] == []


@pytest.fixture
def phone(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport={"width": 360, "height": 740}, base_url=served(built("arunika"))) as (page, _heard):
        yield page


@pytest.fixture(scope="module")
def written(built: Callable[[str], Path]) -> Rows:
    """The rows of the catalogue as the HTML file has them, by heading; values of a list between bars."""
    html = LexborHTMLParser((built("arunika") / APPLICATIONS.strip("/") / "index.html").read_text("utf-8"))
    headings = [head.text(strip=True) for head in html.css("thead th")]
    return [
        dict(
            zip(
                headings,
                (
                    "|".join(json.loads(cell.attributes.get("data-nilai") or "[]")) or cell.text(strip=True)
                    for cell in row.css("th, td")
                ),
                strict=True,
            )
        )
        for row in html.css("tbody tr")
    ]


def shown(page: Page, place: int = 1) -> list[str]:
    cells = page.locator(f"tbody tr:not([hidden]) > :nth-child({place})").all_inner_texts()
    return [" ".join(cell.split()) for cell in cells]


def options(page: Page, facet: str) -> dict[str, int]:
    """The options of a facet that can be seen, with their counts."""
    box = page.locator(".tabel__pilihan", has=page.locator("summary", has_text=re.compile(rf"^{facet}")))
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    box.locator("label:visible").first.wait_for()
    texts = box.locator("label:visible").all_inner_texts()
    return {name.strip(): int(count) for name, count in (text.strip().rsplit("\n", 1) for text in texts)}


def readdress(page: Page, end: str) -> None:
    """Give the page another end of its address, as going back does."""
    page.evaluate("(end) => history.replaceState(null, '', location.pathname + end)", end)
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")


def counted(rows: Rows, heading: str) -> dict[str, int]:
    return dict(Counter(value if value != "–" else "kosong" for row in rows for value in row[heading].split("|")))


def test_facets_count_what_each_option_would_leave(page: Page, written: Rows) -> None:
    page.goto(APPLICATIONS)
    for facet in ("Jenis", "Keadaan", "Dipakai oleh"):
        assert options(page, facet) == counted(written, facet), facet
    page.keyboard.press("Escape")
    readdress(page, "?keadaan=Rencana")
    planned = [row for row in written if row["Keadaan"] == "Rencana"]

    assert options(page, "Jenis") == counted(planned, "Jenis")
    assert options(page, "Keadaan") == counted(written, "Keadaan"), "a facet does not narrow itself"
    assert shown(page) == [row["Nama"] for row in planned]


def test_options_of_one_facet_add_up_and_facets_narrow_one_another(page: Page, written: Rows) -> None:
    page.goto(APPLICATIONS)
    options(page, "Keadaan")
    for state in ("Rencana", "Dihentikan"):
        page.locator(".tabel__panel label:visible", has_text=state).click()
    page.keyboard.press("Escape")
    options(page, "Jenis")
    page.locator(".tabel__panel label:visible", has_text="Aplikasi instansi pusat").click()
    expected = [
        row["Nama"]
        for row in written
        if row["Keadaan"] in {"Rencana", "Dihentikan"} and row["Jenis"] == "Aplikasi instansi pusat"
    ]

    assert shown(page) == expected
    assert 0 < len(expected) < len(written)
    assert page.locator(".tabel__alat output").inner_text() == f"{len(expected)} dari {len(written)} baris"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Kosongkan saringan").click()
    assert shown(page) == [row["Nama"] for row in written]
    assert not page.locator(".tabel__alat output").is_visible(), "the caption counts all rows"


def test_words_in_any_order_are_found_in_all_cells_whatever_their_case_and_offices_by_both_their_names(
    page: Page, written: Rows
) -> None:
    page.goto(APPLICATIONS)
    page.get_by_label("Saring", exact=True).fill("DIHENTIKAN bkpSDM")
    expected = [row["Nama"] for row in written if row["Keadaan"] == "Dihentikan" and "BKPSDM" in "".join(row.values())]

    assert shown(page) == expected
    assert expected
    assert page.locator(".tabel__alat output").inner_text() == f"{len(expected)} dari {len(written)} baris"
    page.get_by_label("Saring", exact=True).fill("tidakadasamasekali")
    assert shown(page) == []
    assert page.get_by_text("Tidak ada baris yang cocok.").is_visible()

    found = {}
    for words in ("Dinkes", "dinas kesehatan"):
        page.get_by_label("Saring", exact=True).fill(words)
        found[words] = shown(page)
    assert found["dinas kesehatan"] == found["Dinkes"] != []
    page.get_by_label("Saring", exact=True).fill("")
    offices = options(page, "Perangkat daerah")
    page.get_by_label("Cari pilihan: Perangkat daerah").fill("dinas kesehatan")
    assert options(page, "Perangkat daerah") == {"Dinkes": offices["Dinkes"]}


def test_a_link_that_somebody_was_sent_shows_the_same(page: Page) -> None:
    page.goto(f"{APPLICATIONS}?dari=wa")
    page.get_by_label("Saring", exact=True).fill("a")
    options(page, "Keadaan")
    page.locator(".tabel__panel label:visible", has_text="Saat ini").click()
    page.locator("summary", has_text="Kolom").click()
    page.locator(".tabel__panel label:visible", has_text="Isian terisi").click()
    page.keyboard.press("Escape")
    heading = page.get_by_role("columnheader", name="Isian terisi").get_by_role("button")
    heading.click()
    heading.click()
    page.wait_for_url("**urut=-isian-terisi**")
    sent, names, headings = page.url, shown(page), page.locator("thead th:visible").all_inner_texts()
    forget(page)
    page.goto(sent)

    assert "dari=wa" in sent
    assert "keadaan=Saat+ini" in sent
    assert shown(page) == names
    assert len(names) > 5
    assert page.locator("thead th:visible").all_inner_texts() == headings
    assert page.get_by_label("Saring", exact=True).input_value() == "a"


def test_a_broken_end_of_an_address_leaves_the_tools_at_work(page: Page, written: Rows) -> None:
    page.goto(f"{APPLICATIONS}#50%")
    page.get_by_label("Saring", exact=True).fill("SIMPEG")
    page.wait_for_url("**/?cari=SIMPEG#50%")
    assert 0 < len(shown(page)) < len(written)
    readdress(page, "#50%")
    assert page.get_by_label("Saring", exact=True).input_value() == ""


def test_a_value_with_a_bar_in_it_is_one_option(page: Page) -> None:
    def spoilt(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=text.replace("Bapenda", "Pajak | Retribusi"), content_type="text/html")

    page.route(f"**{APPLICATIONS}", spoilt)
    page.goto(APPLICATIONS)
    assert "Pajak | Retribusi" in options(page, "Dipakai oleh")


def test_the_state_is_there_again_after_going_back(page: Page) -> None:
    page.goto(f"{APPLICATIONS}?cari=simpeg")
    names = shown(page)
    page.locator("tbody tr:not([hidden]) a").first.click()
    page.wait_for_url(f"**{APPLICATIONS}*/")
    page.go_back()
    page.wait_for_url(f"**{APPLICATIONS}?cari=simpeg")
    page.wait_for_selector(".tabel__alat")

    assert shown(page) == names
    assert len(names) < 10


def test_numbers_and_dates_are_sorted_as_such_and_what_is_missing_comes_last(page: Page) -> None:
    page.goto(APPLICATIONS)
    for key, place in (("layanan", 4), ("ditinjau", 6)):
        for sign in ("", "-"):
            readdress(page, f"?urut={sign}{key}")
            orders = page.eval_on_selector_all(
                f"tbody tr > :nth-child({place})", "(all) => all.map((one) => one.dataset.urut ?? '')"
            )
            told = [order for order in orders if order]
            assert told == sorted(told, reverse=bool(sign)), key
            assert orders == told + [""] * (len(orders) - len(told)), key
            assert len(set(told)) > 2


def test_columns_are_chosen_and_the_usual_ones_are_few(page: Page) -> None:
    page.goto(APPLICATIONS)
    usual = page.locator("thead th:visible").count()
    every = page.locator("thead th").count()
    page.locator("summary", has_text="Kolom").click()
    page.locator(".tabel__pilihan[open] input:not(:checked)").evaluate_all("(all) => all.map((one) => one.click())")

    settled(page)
    assert usual <= 7 < every
    assert page.locator("thead th:visible").count() == every
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_visible_is_taken_away_as_csv_with_a_mark_and_as_a_spreadsheet_with_numbers_and_dates(
    page: Page,
) -> None:
    page.goto(f"{APPLICATIONS}?keadaan=Rencana&urut=-nama")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    raw = download.value.path().read_bytes()
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))

    assert raw.startswith(b"\xef\xbb\xbf")
    assert rows[0] == ["Nama", "Jenis", "Perangkat daerah", "Layanan", "Keadaan", "Ditinjau"]
    assert [row[0] for row in rows[1:]] == shown(page)
    assert len(rows) > 3
    assert all(re.fullmatch(r"|\d{4}(-\d\d(-\d\d)?)?|.* \d{4}", row[5]) for row in rows[1:])
    assert download.value.suggested_filename == "daftar-aplikasi.csv"

    with page.expect_download() as download:
        page.get_by_role("button", name="XLSX", exact=True).click()
    sheet = sheet_of(download.value.path())
    orders = page.eval_on_selector_all("tbody tr:not([hidden])", "(all) => all.map((row) => row.cells[5].dataset.urut)")

    assert [row[0] for row in sheet[1:]] == shown(page)
    assert [row[3] for row in sheet[1:]] == [float(number) for number in shown(page, 4)]
    dated = [row[5] for row in sheet[1:] if len(row) > 5 and isinstance(row[5], float)]
    assert len(dated) == sum(len(order or "") == len("2026-01-01") for order in orders) > 0


def test_formulas_become_words_in_files(page: Page) -> None:
    page.goto(APPLICATIONS)
    page.evaluate("spbeTabel.load('unduh.js')")
    page.wait_for_function("Boolean(window.spbeTabel.file)")
    script = """(kind) => spbeTabel.file(kind, "uji",
      [{heading: "=A1", kind: "teks", place: 0}, {heading: "n", kind: "angka", place: 1}],
      [["=1+1", "1.234,5"], ["-x", "-2"], ['"a",b', "–"]].map((texts) => ({cells: texts.map((text) => ({text}))})))"""
    with page.expect_download() as download:
        page.evaluate(script, "csv")
    rows = list(csv.reader(io.StringIO(download.value.path().read_text("utf-8-sig"))))
    assert rows == [["'=A1", "n"], ["'=1+1", "1234.5"], ["'-x", "-2"], ['"a",b', ""]]
    with page.expect_download() as download:
        page.evaluate(script, "xlsx")
    assert sheet_of(download.value.path()) == [["=A1", "n"], ["=1+1", 1234.5], ["-x", -2.0], ['"a",b']]


def sheet_of(path: Path) -> list[list[str | float]]:
    """The cells of the first sheet; no cell may be a formula."""
    with zipfile.ZipFile(path) as book:
        words = ET.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(part.text or "" for part in one.iter(f"{SHEET}t")) for one in words]
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert list(sheet.iter(f"{SHEET}f")) == []
    return [
        [
            texts[int(cell.findtext(f"{SHEET}v") or 0)]
            if cell.get("t") == "s"
            else float(cell.findtext(f"{SHEET}v") or 0)
            for cell in row
        ]
        for row in sheet.iter(f"{SHEET}row")
    ]


def test_the_number_of_rows_is_told_once_and_not_at_each_key_stroke(
    browser: Browser, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    page = browser.new_page(base_url=served(built("arunika")))
    page.clock.install(time=MORNING)
    page.goto(APPLICATIONS)
    page.locator(".tabel__alat").wait_for()
    page.clock.pause_at(MORNING + timedelta(minutes=1))  # from here time passes only when the test says so
    assert page.locator(".tabel__alat [role=status]").inner_text() != ""
    page.evaluate(
        """window.said = []; new MutationObserver(() => said.push(1)).observe(
        document.querySelector(".tabel__alat [role=status]"), { childList: true });"""
    )
    page.get_by_label("Saring", exact=True).focus()
    for letter in "simpeg":
        page.keyboard.type(letter)
        page.clock.run_for(200)
    assert page.evaluate("said.length") == 0
    page.clock.run_for(10_000)

    assert page.evaluate("said.length") == 1
    assert "dari" in page.locator(".tabel__alat [role=status]").inner_text()
    assert page.locator(".tabel__alat output").get_attribute("aria-live") == "off"
    page.close()


def test_the_link_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(APPLICATIONS)
    page.get_by_label("Saring", exact=True).fill("simpeg")
    page.get_by_role("button", name="Salin tautan tabel").click()
    page.get_by_role("button", name="Tautan tersalin").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.endswith("?cari=simpeg")


def test_two_tables_on_a_page_do_not_meet_in_the_address(page: Page) -> None:
    page.goto("/indikator/")
    tables = page.locator("[data-spbe-tabel] table")
    if tables.count() < 2:
        pytest.skip("one instrument only")
    first, second = (tables.nth(number).get_attribute("id") for number in range(2))
    page.locator(f".tabel__alat input[aria-controls='{first}']").fill("arsitektur")
    page.wait_for_url("**cari=arsitektur**")

    assert f"{first}.cari=arsitektur" in page.url
    assert page.locator(f".tabel__alat input[aria-controls='{second}']").input_value() == ""
    assert page.locator(f"#{first} tr.jumlah:not([hidden])").count() == 0, "sums speak of all rows"


def test_on_a_phone_rows_are_cards_and_tools_wait_behind_a_button(phone: Page) -> None:
    phone.goto(APPLICATIONS)
    row = phone.locator("tbody tr").first
    assert row.evaluate("(one) => getComputedStyle(one).display") == "grid"
    assert phone.locator(".tabel__pilihan:visible").count() == 0
    phone.get_by_role("button", name="Saringan, kolom, unduhan").click()
    phone.get_by_label("Urutkan").select_option("-nama")
    names = [name.casefold() for name in shown(phone)]
    assert names[0] == max(names)
    for summary in phone.locator(".tabel__pilihan summary:visible").all():
        summary.click()
        settled(phone)
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
        phone.keyboard.press("Escape")


def test_without_a_script_every_row_is_there_and_columns_that_wait_to_be_chosen_stay_away(
    windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str], written: Rows
) -> None:
    with windows.opened(viewport={"width": 1280, "height": 900}, java_script_enabled=False) as (page, _heard):
        page.goto(served(built("arunika")) + APPLICATIONS)

        assert page.locator("tbody tr:visible").count() == len(written)
        extra = page.locator("thead th.tambahan").count()
        assert extra > 0
        assert page.locator("thead th:visible").count() == len(written[0]) - extra
        assert page.locator(".tabel__alat").count() == 0


def test_on_a_phone_a_long_list_waits_to_be_asked_for(phone: Page) -> None:
    phone.goto("/tindak-lanjut/")
    more = phone.locator("button.tabel__semua").first
    more.wait_for(state="visible")
    assert phone.locator("#rekomendasi-terbuka tbody tr:visible").count() == 12
    assert phone.locator("#rekomendasi-selesai").is_hidden(), "what is done is folded"
    assert phone.evaluate("document.documentElement.scrollHeight") < 6000
    rows = phone.locator("#rekomendasi-terbuka tbody tr")
    more.click()
    assert phone.locator("#rekomendasi-terbuka tbody tr:visible").count() == rows.count() > 12
