"""A catalogue of some thousand rows in Chromium: when it can be used, and from a key stroke to the painted result.

Usage: ``python -m benchmarks.tables [rows [folder]]`` (5000 rows unless given; a folder is kept and used again).
Where the package ``itables`` is installed, which carries DataTables, the same rows are shown with it in the same run,
in turn; also with the file that the environment variable ``DATATABLES`` names (``dataTables.min.js``).
"""

from __future__ import annotations

import functools
import importlib.util
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.building import build
from benchmarks.synthetic import make_region

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROWS = 5000
LOADS = 5
TYPED = "layanan data terpadu"
PAGE = "arsitektur/aplikasi"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

# A key stroke counts until the frame after the one in which its result was put on the page has been painted.
_WATCH = """(() => {
  window.strokes = [];
  addEventListener("keydown", (event) => {
    const begin = event.timeStamp;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.strokes.push(performance.now() - begin);
      channel.port2.postMessage(0);
    }));
  }, true);
})()"""


@dataclass(frozen=True)
class Measured:
    """Medians in ms, and bytes over the wire: of the page with what it loads, and of that its scripts and styles."""

    usable: float
    stroke: float
    worst: float
    loaded: int
    scripts: int


def make_catalogue(root: Path, rows: int) -> None:
    """A region with ``rows`` applications, made of those of a small synthetic one."""
    make_region(root, 400)
    folder = root / "architecture/aplikasi"
    patterns = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*.yaml"))]
    offices = sorted(path.stem for path in (root / "architecture/perangkat-daerah").glob("*.yaml"))
    for number in range(len(patterns), rows):
        record = dict(patterns[number % len(patterns)])
        record |= {"id": f"aplikasi-{number}", "perangkat_daerah": offices[number % len(offices)]}
        record["nama"] = f"{record['nama'].rsplit(' ', 1)[0]} {number}"
        record.pop("integrasi", None)
        (folder / f"aplikasi-{number}.yaml").write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")


def main() -> None:
    """Build, measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        root = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder, "wilayah")
        site = root / "site"
        if not site.exists():
            make_catalogue(root, rows)
            print(f"catalogue of {rows} applications: built in {build(root).seconds:.1f} s", flush=True)
        pages = {"ours": f"{PAGE}/"}
        for name, files in _others().items():
            pages[name] = _other_page(site, name, files)
        ready = {"ours": "document.querySelector('.tabel__alat output')?.textContent"}
        for name, measured in _measure(site, pages, ready).items():
            _print(name, measured)
        _weigh(site)


def _others() -> dict[str, tuple[Path, Path | None]]:
    """Script and style of DataTables, as far as it is there."""
    found: dict[str, tuple[Path, Path | None]] = {}
    if single := os.environ.get("DATATABLES"):
        found["DataTables"] = Path(single), None
    spec = importlib.util.find_spec("itables")
    if spec and spec.origin:
        html = Path(spec.origin).parent / "html"
        found["DataTables of itables"] = html / "dt_bundle.js", html / "dt_bundle.css"
    if not found:
        print("DataTables is not there: not compared")
    return found


def _other_page(site: Path, name: str, files: tuple[Path, Path | None]) -> str:
    """A page of the same site that shows the same rows, taken from JSON, with DataTables; its address."""
    slug = name.replace(" ", "-").lower()
    folder = site / slug
    folder.mkdir(exist_ok=True)
    told = json.loads((site / f"{PAGE}/daftar-aplikasi.json").read_text("utf-8"))
    (folder / "rows.json").write_text(json.dumps({"data": [_texts(told, row) for row in told["baris"]]}), "utf-8")
    script, style = files
    shutil.copy(script, folder / "dt.js")
    if style:
        shutil.copy(style, folder / "dt.css")
    module = re.search(r"export ?{", script.read_text("utf-8")) is not None
    start = (
        "const table = new DataTable('#t', {ajax: 'rows.json', deferRender: true, pageLength: 100,"
        " initComplete: () => { window.ready = true; }});"
    )
    load = (
        f"<script type=module>import DataTable from './dt.js'; {start}</script>"
        if module
        else f"<script src=dt.js></script><script>{start}</script>"
    )
    heads = "".join(f"<th>{number}</th>" for number in range(len(told["urutan"])))
    page = (site / f"{PAGE}/index.html").read_text("utf-8")
    head = page[: page.index("</head>")] + ("<link rel=stylesheet href=dt.css>" if style else "") + "</head><body>"
    table = f"<table id=t><thead><tr>{heads}</tr></thead><tbody></tbody></table>"
    depth = head.replace('"../../', '"../')
    (folder / "index.html").write_text(f"{depth}<main class=md-typeset>{table}</main>{load}</body></html>", "utf-8")
    return f"{slug}/"


def _texts(told: dict[str, Any], row: list[Any]) -> list[str]:
    cells = (told["sel"][cell] if isinstance(cell, int) else cell for cell in row[1:])
    found = []
    for cell in cells:
        text, address = (cell, "") if isinstance(cell, str) else (cell[0], (cell[1:] or [""])[0])
        found.append(f'<a href="../{address}">{text}</a>' if address else text)
    return found


def _measure(site: Path, pages: dict[str, str], ready: dict[str, str]) -> dict[str, Measured]:
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    runs: dict[str, list[Measured]] = {name: [] for name in pages}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for _turn in range(LOADS):
            for name, address in pages.items():
                runs[name].append(_visit(browser, base + address, ready.get(name, "window.ready")))
        browser.close()
    server.shutdown()
    return {name: _middle(found) for name, found in runs.items()}


def _visit(browser: Browser, address: str, ready: str) -> Measured:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(_WATCH)
    sizes: list[tuple[str, int]] = []
    page.on("response", lambda got: sizes.append((got.url, int(got.headers.get("content-length", "0")))))
    page.goto(address, wait_until="commit")
    usable = page.wait_for_function(f"({ready}) ? performance.now() : 0", polling=5).json_value()
    before = page.locator("tbody").inner_text()
    page.locator(".tabel__alat input[type=search], .dt-search input").first.focus()
    for letter in TYPED:
        page.keyboard.press("Space" if letter == " " else letter)
        page.wait_for_timeout(120)
    strokes = page.evaluate("window.strokes")
    if page.locator("tbody").inner_text() == before:
        raise SystemExit(f"{address}: {TYPED!r} filtered nothing")
    context.close()
    scripts = sum(size for name, size in sizes if name.endswith((".js", ".css")))
    return Measured(usable, statistics.median(strokes), max(strokes), sum(size for _name, size in sizes), scripts)


def _middle(found: list[Measured]) -> Measured:
    def of(part: Callable[[Measured], float]) -> float:
        return statistics.median(map(part, found))

    return Measured(
        of(lambda one: one.usable),
        of(lambda one: one.stroke),
        of(lambda one: one.worst),
        found[0].loaded,
        found[0].scripts,
    )


def _print(name: str, one: Measured) -> None:
    print(
        f"  {name:24} usable {one.usable:6.0f} ms   key stroke to paint {one.stroke:5.0f} ms, worst {one.worst:5.0f} ms"
        f"   loaded {one.loaded / 1000:7.0f} KB, of which scripts and styles {one.scripts / 1000:6.0f} KB"
    )


def _weigh(site: Path) -> None:
    page = (site / PAGE / "index.html").stat().st_size
    rows = (site / PAGE / "daftar-aplikasi.json").stat().st_size
    own = (
        sum(path.stat().st_size for path in (site / "aset/tabel").glob("*.js"))
        + (site / "aset/tabel.js").stat().st_size
    )
    print(f"  first page {page / 1000:.0f} KB, all rows as JSON {rows / 1000:.0f} KB, our scripts {own / 1000:.1f} KB")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    main()
