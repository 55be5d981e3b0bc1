"""A drawing that only draws may be published; what a browser would run may not."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from spbe.region import active_files
from spbe.sources.folder import FolderSource

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def activity(path: Path) -> str | None:
    """What the file at ``path`` would run."""
    return active_files.activity(FolderSource(path.parent), PurePosixPath(path.name))


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.js", "a.mjs", "a.swf", "a.svgz", "a.mht"])
def test_files_that_run_are_known_by_their_endings(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    assert activity(tmp_path / name)


@pytest.mark.parametrize(
    "inner",
    [
        "<script>x</script>",
        '<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>',
        '<circle onclick="x"/>',
        "<foreignObject><p/></foreignObject>",
        '<a xlink:href="javascript:x"><text>a</text></a>',
        '<image href="https://x.go.id/a.png"/>',
        '<use xlink:href="//x/y.svg#a"/>',
        '<rect style="fill: url(https://x/y)"/>',
        '<rect fill="url(//x/y#z)"/>',
        "<style>@import 'x';</style>",
        '<set attributeName="href" to="javascript:x"/>',
        "<g>",
    ],
)
def test_a_drawing_that_runs_or_loads_something_is_found(tmp_path: Path, inner: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(inner))
    assert activity(tmp_path / "a.svg")


def test_entities_and_style_sheets_of_a_drawing_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"))
    (tmp_path / "b.svg").write_text('<?xml-stylesheet href="x.css"?>' + SVG.format(""))
    assert activity(tmp_path / "a.svg")
    assert activity(tmp_path / "b.svg")


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0"/><a href="https://x.go.id"><text>a</text></a>',
        '<rect fill="url(#g)" style="stroke: url( \'#g\' )"/>',
        '<image href="data:image/png;base64,AAAA"/><use href="#a"/>',
        "<style>rect{fill:red}</style><title>a</title>",
    ],
)
def test_a_plain_drawing_is_one(tmp_path: Path, inner: str) -> None:
    (tmp_path / "a.svg").write_text('<?xml version="1.0"?><?xpacket begin=""?>' + SVG.format(inner))
    assert activity(tmp_path / "a.svg") is None


def test_documents_are_not_looked_into(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("<script>")
    assert activity(tmp_path / "a.pdf") is None
