"""A preview: its first build, and the next one after one value was edited. Run as a program of its own."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

REBUILDS = 3


def main(root: Path) -> None:
    """Print the seconds of the first build, imports included, and of the shortest rebuild."""
    begin = time.perf_counter()
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from spbe.engines.output.scratch import Scratch
    from spbe.sources.uncollected import uncollected

    scratch = Scratch("spbe-")
    folder = scratch.folder
    edited = next((root / "architecture/aplikasi").rglob("*.yaml"))
    written = edited.read_text("utf-8")
    settings = str(root / "mkdocs.yml")
    config = load_config(settings, site_dir=str(folder))

    def once() -> None:
        config = load_config(settings, site_dir=str(folder))
        config.plugins.on_startup(command="serve", dirty=False)
        with uncollected():
            build(config, serve_url="http://127.0.0.1/")

    try:
        once()
        first = time.perf_counter() - begin
        rebuilds = []
        for number in range(REBUILDS):
            edited.write_text(written.replace("\nnama: ", f"\nnama: {number} ", 1), "utf-8")
            begin = time.perf_counter()
            once()
            rebuilds.append(time.perf_counter() - begin)
    finally:
        edited.write_text(written, "utf-8")
        config.plugins.on_shutdown()
        scratch.end()
    print(f"{first:.3f} {min(rebuilds):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
