"""``make bench``: how long things take, as ratios to well-known things measured in the same run.

Usage: ``python -m benchmarks [records …]`` (500 and 2000 unless given).
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks.synthetic import make_region
from spbe.checks import open_region
from spbe.engines.publishing import Options, view_of
from spbe.region.reading import read_region
from spbe.site import plan


def measured(work: Callable[[], object], times: int = 3) -> float:
    """The shortest of some runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def bare_yaml(root: Path) -> None:
    """PyYAML's C loader alone on every data file: the measure for reading."""
    for path in root.rglob("*.yaml"):
        yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


def whole_build(root: Path) -> float:
    """Seconds of ``spbe build`` in a process of its own."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "spbe", "build", "--root", str(root)], check=True, capture_output=True)
    return time.perf_counter() - begin


def measure(root: Path, records: int) -> float:
    """Print what was measured on a region of about ``records`` records; gives the seconds of a whole build."""
    make_region(root, records)
    loader = measured(lambda: bare_yaml(root))
    reading = measured(lambda: read_region(root))
    opening = measured(lambda: open_region(root))
    opened = open_region(root)
    if not opened.sound:
        raise SystemExit("the synthetic region has errors")
    planning = measured(lambda: plan(view_of(opened, Options()), root), 1)
    build = min(whole_build(root) for _ in range(2))
    pages = list((root / "site").rglob("index.html"))
    largest = max(path.stat().st_size for path in pages)
    records_bytes = [path.stat().st_size for path in pages if path.parts[-4:-3] == ("arsitektur",)]
    print(f"\n{records} records, {len(pages)} pages")
    print(f"  PyYAML's C loader alone        {loader:7.2f} s   1.00")
    print(f"  reading and validating         {reading:7.2f} s   {reading / loader:.2f} of the loader")
    print(f"  reading, checking, resolving   {opening:7.2f} s   {opening / loader:.2f} of the loader")
    print(f"  computing, planning, rendering {planning:7.2f} s   {planning / build:.0%} of the build")
    print(f"  whole build with search        {build:7.2f} s   {build / len(pages) * 1000:.2f} ms a page")
    mean = sum(records_bytes) / len(records_bytes)
    print(f"  HTML: largest page {largest / 1000:.0f} KB, a record {mean / 1000:.1f} KB")
    return build


def main() -> None:
    """Measure every size in a fresh folder; then growth and memory."""
    sizes = [int(word) for word in sys.argv[1:]] or [500, 2000]
    builds: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        builds += [measure(Path(folder, str(size)), size) for size in sizes]
    if len(sizes) > 1:
        growth = (builds[-1] / sizes[-1]) / (builds[0] / sizes[0])
        print(f"\ntime a record at {sizes[-1]} beside {sizes[0]}: {growth:.2f} (start-up not subtracted)")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    print(f"peak memory of a build: {peak:.0f} MB")


if __name__ == "__main__":
    main()
