"""``make bench``: how long things take, as ratios to well-known things measured in the same run.

Usage: ``python -m benchmarks [records …]`` (500, 2000 and 8000 unless given), after the region of this repository.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path

import yaml

from benchmarks import views
from benchmarks.building import Builds, build, compare
from benchmarks.measuring import shortest
from benchmarks.synthetic import make_region
from benchmarks.weighing import loaded, ours
from spbe.checks import open_region
from spbe.region.reading import read_region
from spbe.sources.revision import revision_source
from spbe.yamlio import DocumentReader

SAMPLE = Path(__file__).resolve().parent.parent
REGION = ("architecture", "content", "indicators", "mkdocs.yml")
TODAY = date(2026, 6, 1)
_IDENTITY = ("-c", "user.name=x", "-c", "user.email=x@arunika.example")
NOTHING = 10
"""Records of a region whose build is nearly all start-up."""


def bare_yaml(root: Path) -> None:
    """PyYAML's C loader alone on every data file: the measure for reading."""
    for path in root.rglob("*.yaml"):
        yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


def measure(root: Path, title: str, times: int) -> Builds:
    """Build the region at ``root`` both ways and print what was measured."""
    built = compare(root, times)
    loader = shortest(partial(bare_yaml, root))
    reading = shortest(partial(read_region, root))
    whole, stock = built.ours, built.stock
    print(f"\n{title}: {built.pages} pages", flush=True)
    _line("stock mkdocs build, Material, its search", stock.seconds, "1.00", f"{stock.work:.1f} s of work")
    _line(
        "spbe build with Pagefind", whole.seconds, f"{whole.seconds / stock.seconds:.2f}", f"{whole.work:.1f} s of work"
    )
    _line("  before rendering", built.before, f"{built.before / stock.seconds:.2f}", "reading to reducing")
    _line("  CSV and JSON to take away", built.downloads, f"{built.downloads / stock.seconds:.2f}", "")
    _line("PyYAML's C loader alone", loader, "1.00", "the same files")
    _line("reading and validating", reading, f"{reading / loader:.2f}", "")
    print(f"  {whole.seconds / built.pages * 1000:.2f} ms a page; peak memory {whole.memory:.0f} MB")
    _bytes(root / "site")
    return built


def _line(name: str, seconds: float, ratio: str, note: str) -> None:
    print(f"  {name:42}{seconds:8.2f} s  {ratio:>5}  {note}".rstrip())


def _bytes(site: Path) -> None:
    sizes = {path.relative_to(site): path.stat().st_size for path in site.rglob("index.html")}
    largest = max(sizes, key=lambda path: sizes[path])
    records = [size for path, size in sizes.items() if path.parts[0] == "arsitektur" and len(path.parts) == 4]
    home = loaded(site)
    own = sum(size for name, size in home.items() if ours(name))
    median, mean = statistics.median(records) / 1000, statistics.mean(records) / 1000
    print(f"  HTML of a record page: median {median:.1f} KB, mean {mean:.1f} KB, largest {max(records) / 1000:.1f} KB")
    print(f"  largest page: {sizes[largest] / 1000:.0f} KB ({largest})")
    print(f"  home page with all it loads: {sum(home.values()) / 1000:.0f} KB, of which ours {own / 1000:.0f} KB")


def _preview(root: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.previewing", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=SAMPLE)
    first, again = map(float, done.stdout.split()[-2:])
    print(f"  preview: first build {first:.2f} s, after one edited value {again:.2f} s, {again / first:.2f} of it")


def _revision(root: Path) -> None:
    """Opening the region at its last commit beside opening its folder, and once more with what was read before."""
    for words in (("init", "--quiet"), ("add", "--all", "--", *REGION), (*_IDENTITY, "commit", "--quiet", "-m", "x")):
        subprocess.run(["git", *words], check=True, cwd=root)  # noqa: S607
    reader = DocumentReader()
    folder = shortest(partial(open_region, root, TODAY))
    revision = shortest(lambda: open_region(revision_source(root, "HEAD"), TODAY))
    open_region(root, TODAY, reader)
    again = shortest(lambda: open_region(revision_source(root, "HEAD"), TODAY, reader))
    _line("opening the folder", folder, "1.00", "read, check, resolve")
    _line("opening the last commit", revision, f"{revision / folder:.2f}", "")
    _line("  after the folder, by the same reader", again, f"{again / folder:.2f}", "")


def main() -> None:
    """Measure the sample and every size in fresh folders; then growth."""
    sizes = [int(word) for word in sys.argv[1:]] or [500, 2000, 8000]
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder, "sample")
        for name in REGION:
            copy = shutil.copytree if (SAMPLE / name).is_dir() else shutil.copy
            sample.mkdir(exist_ok=True)
            copy(SAMPLE / name, sample / name)
        measure(sample, "the sample region", 5)
        _preview(sample)
        _revision(sample)
        nothing = Path(folder, "nothing")
        make_region(nothing, NOTHING)
        open_region(nothing)
        start = min(build(nothing).seconds for _ in range(3))
        few = len(list((nothing / "site").rglob("index.html")))
        builds: list[Builds] = []
        measured: list[views.Measured] = []
        for size in sizes:
            root = Path(folder, str(size))
            make_region(root, size)
            builds.append(measure(root, f"{size} records", 3 if size < 5000 else 2))
            _preview(root)
            _revision(root)
            if size in views.SIZES:
                measured.append(views.measure(root))
                views.weigh(root / "site")
    if len(sizes) > 1:
        small, large = ((one.ours.seconds - start) / (one.pages - few) for one in (builds[0], builds[-1]))
        print(f"\n{few} pages that every region has: {start:.2f} s")
        print(f"time of each page more, {sizes[-1]} records beside {sizes[0]}: {large / small:.2f}")
    if len(measured) > 1:
        views.compare(measured[0], measured[-1])
    print(flush=True)
    subprocess.run([sys.executable, "-m", "benchmarks.importing"], check=False, cwd=SAMPLE)
    subprocess.run([sys.executable, "-m", "benchmarks.spreadsheets"], check=False, cwd=SAMPLE)
    subprocess.run([sys.executable, "-m", "benchmarks.tables"], check=False, cwd=SAMPLE)


if __name__ == "__main__":
    main()
