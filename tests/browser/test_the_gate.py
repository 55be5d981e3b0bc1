"""The gate through which every family of pages goes sees every kind of fault: a gate that cannot fail is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_visits import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

BAD = """<!doctype html><html lang="id"><head><title>Buruk</title><style>
body { background: #fff } body.malam { background: #111 }
.siang { color: #999; background: #fff; width: 2000px } .malam .malam { color: #222; background: #000 }
.titik { border: 0; display: block; height: 9px; padding: 0; width: 9px }
</style></head><body><main><h1>Buruk</h1><p class="siang">pudar</p><p class="malam">gelap</p>
<button class="spbe-kop__ganti" onclick="document.body.classList.toggle('malam')">Ganti</button>
<ul><li><button class="titik"></button></li><li><button class="titik">x</button></li></ul>
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
    visitor = Visitor(browser, served(folder), "sempit")
    visitor.visit("/buruk.html")
    visitor.zoom("/buruk.html")
    return "\n".join(visitor.close())


def test_the_gate_sees_a_scheme_that_cannot_be_changed(
    browser: Browser, served: Callable[[Path], str], tmp_path: Path
) -> None:
    (tmp_path / "kaku.html").write_text(BAD.replace("body.malam {", "body.lain {"))
    visitor = Visitor(browser, served(tmp_path), "sempit")
    visitor.visit("/kaku.html")

    assert "/kaku.html: still terang after a change of the colour scheme" in visitor.close()
