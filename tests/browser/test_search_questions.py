"""What people ask the search of the sample for leads them, first of all, to what answers it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from spbe.engines.search.pagefind import Findable, SearchIndex
from support.regions import ROOT
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ASKED: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/data/pertanyaan-cari.yaml").read_text("utf-8"))
RIGHT = 55
"""So many of the sixty lead to the right hit first, and all of them among the first three."""

# The module that the dialog asks, in one visit of one page.
ASK_ALL = """async (asked) => {
  const { open, addressOf } = await import(new URL("aset/cari/mesin.js", document.baseURI));
  const { find } = await open(new URL("pagefind/pagefind.js", document.baseURI).href);
  const told = [];
  for (const words of asked) {
    const { words: had, total, read } = await find(words, {});
    told.push({ words, whole: had === words, total, first: (await read(3)).map((one) => `/${addressOf(one)}`) });
  }
  return told;
}"""


@pytest.fixture(scope="module")
def told(browser: Browser, built: Callable[[str], Path], served: Callable[[Path], str]) -> dict[str, dict[str, Any]]:
    """What the search answers, by what was asked: the first three addresses, and whether they have all words."""
    with Windows(browser).opened(base_url=served(built("arunika"))) as (page, _heard):
        page.goto("/")
        found = page.evaluate(ASK_ALL, [one["tanya"] for one in ASKED])
    return {one["words"]: one for one in found}


def test_the_right_hit_comes_first_nearly_always_and_among_the_first_three_always(
    told: dict[str, dict[str, Any]],
) -> None:
    def place(one: dict[str, Any]) -> int:
        """Where the right hit stands: 0 is first; 9 for nowhere."""
        answer = told[one["tanya"]]
        if one["pertama"] is None:
            return 0 if answer["total"] == 0 or not answer["whole"] else 9
        return answer["first"].index(one["pertama"]) if one["pertama"] in answer["first"] else 9

    places = {one["tanya"]: place(one) for one in ASKED}
    assert len(places) == 60
    assert sum("ditahan" in one for one in ASKED) == 10
    assert {words: told[words]["first"] for words, at in places.items() if at > 2} == {}
    assert sum(at == 0 for at in places.values()) >= RIGHT, {words: at for words, at in places.items() if at}


DOCUMENTS = {
    "pajak/": ("SIPBB", "Bahasa pemrograman: C#, PL/SQL"),
    "arsip/": ("Arsip", "Bahasa pemrograman: C"),
    "izin/": ("Izin", "Kode: 031101"),
    "nomor/": ("Surat", "Nomor 555/0311/2025, halaman 03"),
    "lain/": ("Lain", "Nomor 03, sebesar 0,311"),
}


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of nothing but an index of a few documents, and what asks it."""
    site = tmp_path_factory.mktemp("kode")
    html = '<html lang="id"><body data-pagefind-body><p data-pagefind-ignore>{}</p><p>{}</p></body></html>'
    meta = '<span data-pagefind-meta="{}">{}</span>'
    index = SearchIndex()
    index.start(
        (
            Findable(address, html.format(meta.format("title", title) + meta.format("jenis", "Catatan"), text))
            for address, (title, text) in DOCUMENTS.items()
        ),
        site / "pagefind",
    )
    index.finish()
    shutil.copytree(ROOT / "site_templates/assets/cari", site / "aset/cari")
    (site / "index.html").write_text("<!doctype html><title>Kosong</title>", "utf-8")
    return site


def test_codes_and_names_with_signs_are_found_as_they_are_typed(
    browser: Browser, few: Path, served: Callable[[Path], str]
) -> None:
    expected = {"C#": ["/pajak/"], "0311": ["/nomor/", "/izin/"], "C++": [], "0312": [], "03110": ["/izin/"]}
    with Windows(browser).opened(base_url=served(few)) as (page, _heard):
        page.goto("/")
        found = page.evaluate(ASK_ALL, list(expected))
    assert {one["words"]: sorted(one["first"]) for one in found} == {
        words: sorted(addresses) for words, addresses in expected.items()
    }
