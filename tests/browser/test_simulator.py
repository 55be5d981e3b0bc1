"""The simulator counts as the build does, to the last digit, on a page opened from disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from spbe.model.instrumen import Instrumen
from spbe.scoring import Score, score
from spbe.standards.instruments import shipped_instruments
from support.regions import MINIMAL, build_region, copy_region
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NEWEST = "2026-pemdi"
ASSESSMENTS = {
    "2020": "permenpanrb-5-2018",
    "2025": "permenpanrb-59-2020",
    NEWEST: "permenpanrb-8-2026",
}
ROUNDS = 40

_SAID = """() => {
  const parts = [...document.querySelectorAll("[data-bagian]")].map((one) => [one.dataset.bagian, one.textContent]);
  const said = document.querySelector("form.simulasi [role=status]").textContent;
  return { kalimat: said, bagian: Object.fromEntries(parts) };
}"""
_ANSWERED = f"""(rounds) => rounds.map((values) => {{
  const form = document.querySelector("form.simulasi");
  for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
  form.dispatchEvent(new Event("input"));
  return ({_SAID})();
}})"""
"""What is said after each of several rounds of answers."""


@pytest.fixture(scope="module")
def pages(offline: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each of :data:`ASSESSMENTS` as it opens from disk; the sample's of the newest is a draft."""
    found = dict.fromkeys(ASSESSMENTS, offline)
    found[NEWEST] = drafted(tmp_path_factory.mktemp("simulasi") / "wilayah")
    return {name: site / f"indeks/{name}/langkah/index.html" for name, site in found.items()}


def drafted(root: Path) -> Path:
    """A small region's copy from disk with a draft of the newest instrument, every indicator answered alike."""
    copy_region(MINIMAL, root)
    folder = root / "indicators" / NEWEST
    folder.mkdir()
    draft = f"tahun: 2026\ninstrumen: {ASSESSMENTS[NEWEST]}\npublikasi: {{status: draf}}\n"
    (folder / "penilaian.yaml").write_text(draft)
    for indicator in shipped_instruments()[ASSESSMENTS[NEWEST]].all_indicators():
        (folder / f"{indicator.kode}.yaml").write_text("perangkat_daerah: diskominfo\nnilai: {mandiri: 2.25}\n")
    done = build_region(root, "--offline", "--edition", "internal")
    assert done.returncode == 0, done.stderr
    return root / "site-internal-luring"


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    with windows.opened(offline=True) as (page, heard):
        yield page
        assert [one for one in heard if one.startswith("error: ")] == []


def opened(page: Page, place: Path, state: str = "") -> None:
    page.goto("about:blank")
    page.goto(place.as_uri() + state)
    page.wait_for_selector("form.simulasi")


def told(value: str | None) -> str:
    return "–" if value is None else value.replace(".", ",")


def expected(made: Score) -> dict[str, object]:
    """What the page must say of ``made``, from what the build computes."""
    if made.lengkap:
        name = made.predikat.nama if made.predikat else "–"
        name += " (pada batas predikat)" if made.pada_batas else ""
        said = f"Indeks {told(made.indeks)}, predikat {name}."
    else:
        said = (
            f"Indeks {told(made.indeks)}, dihitung dari {made.terjawab} dari {made.jumlah} indikator; "
            "predikat menunggu semuanya dinilai."
        )
    parts = {part.bagian.kode: told(part.teks) for part in (*made.domain, *made.aspek)}
    return {"kalimat": said, "bagian": parts}


def random_answers(instrument: Instrumen, chance: Random) -> dict[str, str]:
    codes = [indicator.kode for indicator in instrument.all_indicators()]
    low, high = chance.choice([(1, 5), (2, 3), (2, 4), (4, 5)])
    if instrument.skala.bilangan_bulat:
        return {code: str(chance.randint(low, high)) for code in codes}
    places = chance.choice([1, 2, 3])
    values = {code: f"{chance.uniform(low, high):.{places}f}" for code in codes}
    for code in chance.sample(codes, chance.choice([0, 0, 3])):
        values[code] = ""
    return values


@pytest.mark.parametrize("name", ASSESSMENTS)
def test_random_answers_give_what_the_build_computes(name: str, page: Page, pages: dict[str, Path]) -> None:
    instrument = shipped_instruments()[ASSESSMENTS[name]]
    chance = Random(name)  # noqa: S311
    opened(page, pages[name])
    rounds = [random_answers(instrument, chance) for _ in range(ROUNDS)]
    for answers, found in zip(rounds, page.evaluate(_ANSWERED, rounds), strict=True):
        made = score(instrument, {code: Fraction(value) for code, value in answers.items() if value})
        assert found == expected(made), json.dumps(answers)


def test_an_index_that_only_prints_as_the_bound_keeps_the_lower_predicate(page: Page, pages: dict[str, Path]) -> None:
    instrument = shipped_instruments()["permenpanrb-59-2020"]
    codes = [indicator.kode for indicator in instrument.all_indicators()]
    chance = Random(1)  # noqa: S311
    while True:
        levels = {code: chance.choice([2, 3]) for code in codes}
        made = score(instrument, {code: Fraction(level) for code, level in levels.items()})
        if made.pada_batas:
            break
    opened(page, pages["2025"])
    [found] = page.evaluate(_ANSWERED, [{code: str(level) for code, level in levels.items()}])

    assert found == expected(made)
    assert "pada batas predikat" in found["kalimat"]


def test_it_opens_with_the_result_of_the_assessment(page: Page, pages: dict[str, Path]) -> None:
    opened(page, pages["2025"])

    assert page.locator("form.simulasi [role=status]").inner_text() == "Indeks 2,71, predikat Baik."
    assert page.evaluate("location.hash") == ""


def test_what_was_moved_stands_in_the_address_and_comes_back_from_it(page: Page, pages: dict[str, Path]) -> None:
    opened(page, pages["2025"])
    page.get_by_label("I43 Layanan Data Terbuka").select_option("5")
    page.get_by_label("I1 Kebijakan Internal Arsitektur SPBE").select_option("1")
    said, state = page.evaluate(_SAID), page.evaluate("location.hash")
    opened(page, pages["2025"], state)

    assert state == "#simulasi;I1=1;I43=5"
    assert page.evaluate(_SAID) == said
    assert said["kalimat"] != "Indeks 2,71, predikat Baik."


def test_one_button_leads_back_to_the_official_values(page: Page, pages: dict[str, Path]) -> None:
    opened(page, pages["2025"], "#simulasi;I43=5")
    moved = page.locator("form.simulasi [role=status]").inner_text()
    page.get_by_role("button", name="Kembali ke nilai resmi").click()
    page.wait_for_function("!location.hash")

    assert moved != "Indeks 2,71, predikat Baik."
    assert page.locator("form.simulasi [role=status]").inner_text() == "Indeks 2,71, predikat Baik."
    assert page.locator("form.simulasi .berubah").count() == 0


def test_what_is_no_value_is_told_and_changes_nothing(page: Page, pages: dict[str, Path]) -> None:
    opened(page, pages[NEWEST])
    field, said = page.get_by_label("I1 Tata Kelola Pemdi"), page.locator("form.simulasi [role=status]")
    official, before = field.input_value(), said.inner_text()
    for wrong in ("6", "0", "tiga", "1e0", "-2", "2.", "0,99", "5,001"):
        field.fill(wrong)
        assert said.inner_text() == "Tulis angka 1 sampai 5.", wrong
        assert field.get_attribute("aria-invalid") == "true", wrong
        assert page.evaluate("location.hash") == "", wrong
        field.fill(official)
        assert said.inner_text() == before, "a right value is heard again"
        assert field.get_attribute("aria-invalid") != "true"


def test_an_address_with_nonsense_shows_the_official_values(page: Page, pages: dict[str, Path]) -> None:
    opened(page, pages["2025"], "#simulasi;I43=9;I99=2;;=;I1")

    assert page.locator("form.simulasi [role=status]").inner_text() == "Indeks 2,71, predikat Baik."


def test_without_a_script_the_page_still_tells_what_a_level_is_worth(windows: Windows, pages: dict[str, Path]) -> None:
    with windows.opened(viewport={"width": 1280, "height": 900}, java_script_enabled=False) as (page, _heard):
        page.goto(pages["2025"].as_uri())

        assert page.locator("select, .simulasi").count() == 0
        assert "Naik satu tingkat menambah indeks sebesar bobot indikatornya" in page.locator(".spbe-isi").inner_text()
