"""Styles and pictures that ``mkdocs.yml`` names are published where pages look for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.checks.settings import settings_problems
from support.regions import build_region


@pytest.mark.slow
def test_what_the_settings_name_is_published_and_nothing_else(minimal: Path) -> None:
    content, settings = minimal / "content", minimal / "mkdocs.yml"
    (content / "lampiran").mkdir()
    for name in ("gaya.css", "lampiran/gaya.css", "kode.js", "lain.css"):
        (content / name).write_text("")
    (content / "lambang.png").write_bytes(b"x")
    text = settings.read_text().replace("  language: id\n", "  language: id\n  favicon: lambang.png\n")
    more = "extra_css: [gaya.css, lampiran/gaya.css]\nextra_javascript: [{path: kode.js, defer: true}]\n"
    settings.write_text(text + more)

    assert settings_problems(minimal) == ()
    done = build_region(minimal)
    assert done.returncode == 0, done.stderr
    site = minimal / "site"
    assert [
        name for name in ("gaya.css", "lampiran/gaya.css", "kode.js", "lambang.png") if not (site / name).is_file()
    ] == []
    assert not (site / "lain.css").exists()
    assert 'href="gaya.css"' in (site / "index.html").read_text("utf-8")
