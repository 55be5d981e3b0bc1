"""The search dialog in a real browser: other words, narrowing down, addresses that can be sent, below any folder."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from support.search_dialog import answered
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDE: ViewportSize = {"width": 1280, "height": 900}
# Nothing is left of what a test before asked, so that no test takes its answer for its own.
_UNUSED = """async () => {
  const dialog = document.querySelector("dialog.spbe-cari");
  const closed = dialog.open && new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  dialog.querySelector("input").value = "";
  dialog.querySelectorAll("select").forEach((one) => one.replaceChildren());
  dialog.querySelector("details").open = false;
  for (const part of ["kabar", "hasil"]) dialog.querySelector(`.spbe-cari__${part}`).replaceChildren();
  document.activeElement.blur(); // or the key that opens the dialog is typed into what was closed
  dialog.close();
  await closed;
}"""


@pytest.fixture(scope="module")
def base(built: Callable[[str], Path], served: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample below a folder of its server, as on a page of GitHub."""
    top = tmp_path_factory.mktemp("server")
    (top / "situs").symlink_to(built("arunika"), target_is_directory=True)
    return f"{served(top)}/situs"


@pytest.fixture(scope="module")
def opened(windows: Windows) -> Iterator[tuple[Page, list[str]]]:
    """A window for the tests of this file, and what it asked for: to load the index costs most of what a test does."""
    with windows.opened(viewport=WIDE) as (page, heard):
        yield page, heard


@pytest.fixture
def page(opened: tuple[Page, list[str]], base: str) -> Iterator[Page]:
    """A page whose dialog was not used yet."""
    page, heard = opened
    heard.clear()
    page.set_viewport_size(WIDE)
    if page.url.partition("?")[0] == f"{base}/tentang/":
        page.evaluate(_UNUSED)
    else:
        page.goto(f"{base}/tentang/")
    yield page
    assert [one for one in heard if not one.startswith(base)] == []


def ask(page: Page, words: str) -> list[str]:
    """The titles of the first results for ``words``."""
    if not page.locator("dialog.spbe-cari[open]").count():
        page.keyboard.press("/")
    page.locator("#spbe-cari-kata").fill(words)
    answered(page, words)
    return page.locator(".spbe-cari__hasil a").all_inner_texts()


def count(page: Page) -> int:
    found = re.match(r"\d+", page.locator(".spbe-cari__kabar").inner_text())
    return int(found[0]) if found else 0


def options(page: Page, facet: str) -> dict[str, int]:
    """The labels that may be chosen, with their counts."""
    texts = page.locator(f".spbe-cari__saringan select[name={facet}] option").all_text_contents()
    pairs = (re.fullmatch(r"(.*) \((\d+)\)", text) for text in texts)
    return {pair[1]: int(pair[2]) for pair in pairs if pair}


def choose(page: Page, facet: str, label: str) -> None:
    before = page.locator(".spbe-cari__kabar").inner_text()
    if page.locator("details.spbe-cari__saringan[open]").count() == 0:
        page.locator(".spbe-cari__saringan summary").click()
    page.locator(f".spbe-cari__saringan select[name={facet}]").select_option(label)
    page.wait_for_function(
        "before => document.querySelector('.spbe-cari__kabar').textContent !== before"
        " && !document.querySelector('.spbe-cari__kosongkan').hidden",
        arg=before,
    )


def test_dukcapil_ktp_finds_the_service_and_the_application(page: Page) -> None:
    ask(page, "dukcapil ktp")
    addresses = page.locator(".spbe-cari__hasil a").evaluate_all("links => links.map((one) => one.pathname)")

    assert addresses[0] == "/situs/arsitektur/layanan/kk-ktp/"
    assert "/situs/arsitektur/aplikasi/siak/" in addresses


FIRST = {
    "kartu tanda penduduk": "Penerbitan kartu keluarga dan KTP elektronik",
    "dinkes": "Dinas Kesehatan",
    "DINAS KESEHATAN": "Dinas Kesehatan",
    "I11": "I11 Arsitektur SPBE",
    "simpeg": "SIMPEG",
    "absensi": "Presensi ASN",
}


def test_names_short_names_codes_and_synonyms_lead_to_the_thing_first(page: Page) -> None:
    assert {words: ask(page, words)[0] for words in FIRST} == FIRST


def test_the_short_name_of_an_office_finds_what_it_owns(page: Page, built: Callable[[str], Path]) -> None:
    ask(page, "dinkes")
    texts = [path.read_text("utf-8") for path in (built("arunika").parent / "architecture/aplikasi").rglob("*.yaml")]
    owned = [text for text in texts if "\nperangkat_daerah: dinkes\n" in text and "\nklasifikasi: ter" not in text]

    choose(page, "opd", "Dinas Kesehatan")
    assert options(page, "jenis")["Aplikasi"] == len(owned) > 0


def test_facets_are_combined_counted_by_the_others_and_cleared(page: Page) -> None:
    ask(page, "data")
    every = count(page)
    kinds = options(page, "jenis")
    assert sum(kinds.values()) == every

    choose(page, "jenis", "Aplikasi")
    assert count(page) == kinds["Aplikasi"]
    assert options(page, "jenis") == kinds
    states = options(page, "keadaan")
    assert sum(states.values()) == kinds["Aplikasi"]
    assert options(page, "domain") == {}
    choose(page, "keadaan", "Dihentikan")
    assert count(page) == states["Dihentikan"]
    told = page.locator(".spbe-cari__jenis").all_inner_texts()
    assert all(text.startswith("Aplikasi · Dihentikan") for text in told)

    page.get_by_role("button", name="Kosongkan saringan").click()
    page.wait_for_function("document.querySelector('.spbe-cari__kosongkan').hidden")
    page.wait_for_function(f"document.querySelector('.spbe-cari__kabar').textContent.startsWith('{every} ')")


def test_a_facet_stays_while_words_are_typed_and_lists_everything_without_words(page: Page) -> None:
    ask(page, "data")
    choose(page, "jenis", "Bukti")
    page.locator("#spbe-cari-kata").fill("")
    page.wait_for_function("/^\\d+ hasil$/.test(document.querySelector('.spbe-cari__kabar').textContent)")
    every = count(page)
    assert every == options(page, "jenis")["Bukti"]

    shown = page.locator(".spbe-cari__hasil li")
    while page.locator(".spbe-cari__lagi").is_visible():
        before = shown.count()
        page.locator(".spbe-cari__lagi").click()
        page.wait_for_function(
            "before => document.querySelectorAll('.spbe-cari__hasil li').length > before", arg=before
        )
    assert shown.count() == every
    ask(page, "keputusan")
    assert page.locator(".spbe-cari__saringan select[name=jenis]").input_value() == "Bukti"


def test_an_empty_dialog_gives_examples_that_find_something(page: Page) -> None:
    page.keyboard.press("/")
    told = page.locator(".spbe-cari__kabar")
    page.wait_for_function("document.querySelector('.spbe-cari__kabar').textContent.startsWith('Contoh: ')")
    for words in told.inner_text().removeprefix("Contoh: ").split(", "):
        assert ask(page, words), words


def test_where_nothing_has_all_words_the_one_that_names_things_is_searched(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("#spbe-cari-kata").fill("zebra ktp")
    page.wait_for_selector(".spbe-cari__hasil a")
    told = page.locator(".spbe-cari__kabar").inner_text()
    titles = page.locator(".spbe-cari__hasil a").all_inner_texts()

    assert told.startswith("Tidak ada yang memuat semua kata. Hasil untuk “ktp”: ")
    assert titles == ask(page, "ktp") == ask(page, "bagaimana cara buat ktp")


def test_the_finer_kind_stands_in_the_line_of_the_result_and_the_kind_is_chosen(page: Page) -> None:
    ask(page, "server")
    choose(page, "jenis", "Infrastruktur")
    told = page.locator(".spbe-cari__jenis").all_inner_texts()

    assert "Server" not in options(page, "jenis")
    assert any(text.startswith("Infrastruktur · Server · ") for text in told)


@pytest.mark.parametrize("width", [360, 1280])
def test_no_result_takes_more_than_three_lines_of_excerpt(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    ask(page, "ktp")
    heights = page.locator(".spbe-cari__hasil p").evaluate_all(
        "all => all.map((one) => one.clientHeight / parseFloat(getComputedStyle(one).lineHeight))"
    )
    assert 0 < max(heights) < 3.1
    hidden = """all => all.flatMap((one) => [...one.querySelectorAll("mark")].slice(0, 1)
      .filter((mark) => mark.getBoundingClientRect().top > one.getBoundingClientRect().bottom - 4))
      .map((mark) => mark.parentElement.textContent)"""
    assert page.locator(".spbe-cari__hasil p").evaluate_all(hidden) == []


def test_where_the_address_cannot_be_changed_search_answers_all_the_same(browser: Browser, base: str) -> None:
    page = browser.new_page()
    page.add_init_script("history.replaceState = () => { throw new DOMException('from disk', 'SecurityError'); };")
    page.goto(f"{base}/tentang/")
    assert ask(page, "kenaikan pangkat")
    page.close()


def test_a_mistyped_word_is_answered_with_what_may_be_meant(page: Page) -> None:
    ask(page, "simpge")
    page.locator(".spbe-cari__maksud button").click()
    page.wait_for_function("document.querySelector('.spbe-cari__kabar').textContent.includes('“simpeg”')")

    assert page.locator(".spbe-cari__hasil a").first.inner_text() == "SIMPEG"
    assert page.locator(".spbe-cari__maksud").is_hidden()


def test_the_arrows_go_through_the_results_and_back(page: Page) -> None:
    ask(page, "simpeg")
    links = page.locator(".spbe-cari__hasil a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == links.nth(1).inner_text()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "spbe-cari-kata"


def test_excerpts_hold_only_what_stands_in_the_record(page: Page) -> None:
    ask(page, "kartu tanda penduduk")
    first = page.locator(".spbe-cari__hasil p").first.inner_text()
    assert "kartu tanda penduduk" not in first.lower()


def test_counts_are_those_of_the_file_beside_the_index(page: Page, built: Callable[[str], Path]) -> None:
    """Without words everything is offered."""
    told = json.loads((built("arunika") / "pagefind/saringan.json").read_text("utf-8"))
    page.keyboard.press("/")
    page.wait_for_function("document.querySelectorAll('.spbe-cari__saringan select[name=jenis] option').length > 1")
    every = sum(len(group[-1].split()) for group in told["temuan"])

    assert set(options(page, "jenis")) == set(told["nilai"]["jenis"])
    assert sum(options(page, "jenis").values()) == every


def test_on_a_phone_three_taps_find_a_thing_its_kind_and_its_owner(windows: Windows, base: str) -> None:
    with windows.opened(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as (phone, _heard):
        phone.goto(f"{base}/")
        phone.locator("[data-spbe-temukan]").first.tap()
        phone.locator("#spbe-cari-kata").fill("simpeg")
        hit = phone.locator(".spbe-cari__hasil a").first
        hit.wait_for()
        told = phone.locator(".spbe-cari__hasil li").first.inner_text()
        hit.tap()

        phone.wait_for_url("**/arsitektur/aplikasi/simpeg/")
        assert "Aplikasi" in told
        assert "Badan Kepegawaian" in told
        assert not phone.locator(".spbe-cari[open]").count()


def test_evidence_leads_to_its_row_and_the_dialog_gives_way(page: Page, base: str) -> None:
    page.goto(f"{base}/bukti/")
    ask(page, "Keputusan Bupati tentang Walidata dan Walidata Pendukung")
    page.locator(".spbe-cari__hasil a").first.click()

    page.wait_for_function("location.hash.length > 1")
    page.wait_for_function("!document.querySelector('dialog.spbe-cari').open")
    assert page.evaluate("document.getElementById(location.hash.slice(1)) !== null")
    assert "cari-situs" not in page.url


def test_the_address_can_be_sent_and_leaves_other_keys_alone(page: Page, base: str, browser: Browser) -> None:
    page.goto(f"{base}/tentang/?lain=1")
    ask(page, "data")
    choose(page, "jenis", "Layanan")
    titles, found = page.locator(".spbe-cari__hasil a").all_inner_texts(), count(page)
    sent = parse_qs(urlsplit(page.url).query)
    assert sent == {"lain": ["1"], "cari-situs": ["data"], "situs-jenis": ["Layanan"]}

    context = browser.new_context()
    other = context.new_page()
    other.goto(page.url)
    other.wait_for_selector(".spbe-cari__hasil li")
    assert other.locator(".spbe-cari__hasil a").all_inner_texts() == titles
    assert count(other) == found
    other.keyboard.press("Escape")
    if other.locator("dialog.spbe-cari[open]").count():
        other.keyboard.press("Escape")
    other.wait_for_function("location.search === '?lain=1'")
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_the_dialog_with_results_is_accessible_and_fits(
    page: Page, base: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{base}/tentang/?cari-situs=data&situs-jenis=Aplikasi")
    page.wait_for_selector(".spbe-cari__hasil li")
    found = Axe().run(page, context="dialog.spbe-cari", options={"resultTypes": ["violations"]}).response

    assert [fault["id"] for fault in found["violations"]] == []
    assert (
        page.evaluate(
            "(() => { const one = document.querySelector('dialog'); return one.scrollWidth - one.clientWidth; })()"
        )
        == 0
    )
