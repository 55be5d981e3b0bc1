"""Pages say the same without JavaScript, and show nothing that would need it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_families import families, few_for_scripts
from support.page_visits import seen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_ADDED = ".simulasi, .jelajah, [data-spbe-temukan], .ubah li:has([data-spbe-salin])"
_TOLD = ".tabel__alat, .tabel__semua, .tabel__nihil, noscript"
"""What only one of both pages has: tools of tables, and what stands there instead without a script."""
# What the script adds is taken away again: its tools, and what it has put off until the reader asks for it.
_AS_WRITTEN = """(added) => {
  for (const tool of document.querySelectorAll(added)) tool.remove();
  for (const row of document.querySelectorAll("tr[hidden]")) row.hidden = false;
  for (const part of document.querySelectorAll("[hidden=until-found]")) part.hidden = false;
  /* Columns that wait to be asked for; without a script nobody can. */
  document.adoptedStyleSheets = [];
  for (const cell of document.querySelectorAll(".tambahan")) cell.remove();
  for (const folded of document.querySelectorAll("details")) folded.open = true;
}"""
_WORDS = "document.querySelector('.spbe-isi').innerText.replaceAll('↕', '').split(/\\s+/).join(' ').trim()"
_UNSEEN = """() => {
  const walk = document.createTreeWalker(document.querySelector(".spbe-isi"), NodeFilter.SHOW_TEXT);
  const lost = [];
  for (let place = 0; walk.nextNode(); place += 1) {
    const holder = walk.currentNode.parentElement;
    const furniture = holder.closest("desc, title, [data-pagefind-meta], [data-spbe-temukan], .ubin.r, .alir__sempit");
    const visible = holder.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (walk.currentNode.data.trim() && !furniture && !visible) lost.push(`${place} ${holder.outerHTML}`);
  }
  return lost;
}"""
_CHOICES = "[name=baca]"
"""What a style sheet answers to: the readings of a map."""
_NAMES = ".rumah__saklar"
"""The same: the names in a house."""
_DEAD = (
    f"button, input:not({_CHOICES}, {_NAMES} > *), select, textarea, [role=button], [onclick], "
    f"label:not(:has({_CHOICES}), {_NAMES})"
)


@pytest.fixture
def pages(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """A page with JavaScript, and one without."""
    contexts = [browser.new_context(java_script_enabled=with_script) for with_script in (True, False)]
    yield contexts[0].new_page(), contexts[1].new_page()
    for context in contexts:
        context.close()


EMPTY = ("404", "beranda", "arsitektur", "peta-rencana", "tata-kelola", "indeks-penilaian", "kosong")
"""Families that say something else where there are no records and addresses are below a folder."""


@pytest.fixture(params=["arunika", "madiun"])
def name(request: pytest.FixtureRequest) -> str:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def base(name: str, built: Callable[[str], Path], served: Callable[[Path], str], tmp_path: Path) -> str:
    """Where the site stands; Madiun's addresses are below a folder, and the page for wrong ones says so."""
    if name == "arunika":
        return served(built(name))
    (tmp_path / name).symlink_to(built(name))
    return f"{served(tmp_path)}/{name}"


def test_pages_with_everything_that_scripts_act_on_say_the_same_and_offer_nothing_dead(
    name: str, base: str, pages: tuple[Page, Page], built: Callable[[str], Path]
) -> None:
    found = families(built(name))
    few = few_for_scripts(built(name)) if name == "arunika" else [found[family] for family in EMPTY]

    assert faults_of(pages, base, few) == []


@pytest.mark.deep
def test_every_family_says_the_same_and_offers_nothing_dead(
    name: str, base: str, pages: tuple[Page, Page], built: Callable[[str], Path], told: Callable[[str], None]
) -> None:
    found = families(built(name)).values()
    told(f"{name}: {len(found)} pages said the same without JavaScript")

    assert faults_of(pages, base, found) == []


def faults_of(pages: tuple[Page, Page], base: str, addresses: Iterable[str]) -> list[str]:
    """All text that stands in the HTML is to be seen, but folded parts, which unfold without a script."""
    lively, plain = pages
    faults = []
    for address in addresses:
        lively.goto(base + address)
        plain.goto(base + address)
        faults += [f"{address}: {dead} does nothing" for dead in seen(plain, _DEAD)]
        if not plain.locator("#menu a:visible").count():
            faults.append(f"{address}: no menu")
        plain.evaluate(_AS_WRITTEN, _ADDED)
        faults += [f"{address}: {one[:120]} cannot be seen" for one in unseen(plain)]
        for page in pages:
            page.evaluate(_AS_WRITTEN, f"{_ADDED}, {_TOLD}")
        said, expected = plain.evaluate(_WORDS), lively.evaluate(_WORDS)
        if said != expected or len(said) < 40:
            faults.append(f"{address}: {_first_difference(said, expected)}")
    return faults


def unseen(page: Page) -> list[str]:
    """The texts that no choice brings to sight; the choice of before is made again."""
    lost: list[str] = page.evaluate(_UNSEEN)
    choices = page.locator(_CHOICES).all()
    chosen = [choice for choice in choices if choice.is_checked()]
    for choice in choices if lost else ():  # what one reading hides another shows
        choice.check()
        still = page.evaluate(_UNSEEN)
        lost = [one for one in lost if one in still]
    for choice in chosen:
        choice.check()
    return lost


def test_a_former_address_leads_on(
    pages: tuple[Page, Page], built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    _lively, plain = pages
    plain.goto(served(built("arunika")) + "/arsitektur/aplikasi/simpeg-baru/")
    plain.wait_for_url("**/arsitektur/aplikasi/simpeg/")

    assert plain.locator("h1").is_visible()


def _first_difference(said: str, expected: str) -> str:
    words = list(zip(said.split(), expected.split(), strict=False))
    place = next((place for place, (one, other) in enumerate(words) if one != other), len(words))
    here = slice(max(place - 3, 0), place + 5)
    return f"{' '.join(said.split()[here])!r} is not {' '.join(expected.split()[here])!r}"
