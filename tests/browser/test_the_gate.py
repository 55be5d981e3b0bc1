"""The gate through which every family of pages goes sees every kind of fault: a gate that cannot fail is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_visits import Known, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

BAD = """<!doctype html><html lang="id"><head><title>Buruk</title><style>
body { background: #fff } body.malam { background: #111 }
.siang { color: #999; background: #fff; width: 2000px } .malam .malam { color: #222; background: #000 }
.titik { border: 0; display: block; height: 9px; padding: 0; width: 9px }
</style></head><body><main class="spbe-isi"><h1>Buruk</h1><p class="siang">pudar</p><p class="malam">gelap</p>
<button class="spbe-kop__ganti" onclick="document.body.classList.toggle('malam')">Ganti</button>
<ul><li><button class="titik"></button></li><li><button class="titik">x</button></li></ul>
<table><tr><th scope="row">a</th><td>b</td></tr></table>
<img src="https://lain.example/a.png" alt=""><script>console.error("rusak"); throw Error("gagal")</script>
</main></body></html>"""


@pytest.mark.parametrize(
    "fault",
    [
        "px too wide for 360 px",
        "px too wide for 320 px",
        '(sempit, terang): color-contrast, serious: <p class="siang',
        '(sempit, gelap): color-contrast, serious: <p class="malam',
        "button-name, critical",
        "target-size, serious",
        "a table without a caption",
        "request to https://lain.example/a.png",
        "rusak",
        "gagal",
    ],
)
def test_the_gate_sees(fault: str, told: str) -> None:
    assert fault in told


@pytest.fixture(scope="module")
def told(browser: Browser, served: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("buruk")
    (folder / "buruk.html").write_text(BAD)
    visitor = Visitor(browser, served(folder))
    for _ in range(3):  # of which the last begins on the other screen: it opens in one scheme always
        visitor.visit("/buruk.html")
    return "\n".join(visitor.close())


def test_the_gate_sees_a_scheme_that_cannot_be_changed(
    browser: Browser, served: Callable[[Path], str], tmp_path: Path
) -> None:
    (tmp_path / "kaku.html").write_text(BAD.replace("body.malam {", "body.lain {"))
    visitor = Visitor(browser, served(tmp_path))
    visitor.visit("/kaku.html")

    assert "/kaku.html: still terang after a change of the colour scheme" in visitor.close()


ROWS = "".join(f'<tr><th scope="row">{n}</th><td>satu <a href="#x">dua</a></td></tr>' for n in range(12))
ALIKE = f"""<!doctype html><html lang="id"><head><title>Serupa</title><style>
body {{ background: #fff }} body.malam {{ background: #111; color: #fff }} a {{ color: inherit }} GAYA
</style></head><body><main class="spbe-isi"><h1>Serupa</h1>
<button class="spbe-kop__ganti" onclick="document.body.classList.toggle('malam')">Ganti</button>
<div role="region" aria-label="Daftar" tabindex="0"><table><caption>Daftar</caption>
<thead><tr><th scope="col">a</th><th scope="col">b</th></tr>
</thead><tbody>{ROWS}</tbody></table></div></main></body></html>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("serupa")


@pytest.fixture(scope="module")
def visitor(browser: Browser, served: Callable[[Path], str], folder: Path) -> Iterator[Visitor]:
    """One that has seen a page whose rows are all alike and good."""
    (folder / "baik.html").write_text(ALIKE.replace("GAYA", ""))
    visitor = Visitor(browser, served(folder), Known())
    visitor.visit("/baik.html")
    yield visitor
    visitor.close()


@pytest.mark.parametrize(
    ("style", "wrong", "fault"),
    [
        ("", "", ""),
        ("tr:nth-child(9) td { color: #bbb }", "", "color-contrast, serious: <td"),
        ("tr:nth-child(9) { background: #444 }", "", "color-contrast, serious: <td"),
        (".malam tr:nth-child(9) td { color: #333 }", "", "gelap): color-contrast, serious: <td"),
        ("tr:nth-child(9) a { color: #00c; text-decoration: none }", "", "link-in-text-block, serious"),
        ("", '<a href="#x"></a>', "link-name, serious"),
        ("", "<button></button>", "button-name, critical"),
    ],
)
def test_the_gate_sees_the_one_row_of_many_that_differs(
    style: str, wrong: str, fault: str, visitor: Visitor, folder: Path
) -> None:
    """What was seen on one page is not taken for granted on the next."""
    page = folder / f"{len(list(folder.iterdir()))}.html"
    page.write_text(ALIKE.replace("GAYA", style).replace("8</th><td>", f"8</th><td>{wrong}"))
    before = deepcopy(visitor.known)
    visitor.visit(f"/{page.name}")
    told, visitor.faults, visitor.known = visitor.faults, [], before

    assert bool(told) == bool(fault)
    assert fault in "\n".join(told)
