"""What runs beside us may fail or never end."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from spbe.cli.commands import serve
from spbe.engines.mkdocs.build_log import build_logging
from spbe.engines.mkdocs.mkdocs_settings import load_settings
from spbe.engines.mkdocs.runner import build_site
from spbe.engines.output import scratch
from spbe.engines.own_templates.template_faults import problem_in_build
from spbe.engines.pipeline import Options
from spbe.engines.preview.server import Preview
from spbe.engines.search import pagefind
from spbe.engines.search.pagefind import Findable, SearchIndex, SearchIndexError
from spbe.problems import RULES


@pytest.fixture
def index() -> Iterator[SearchIndex]:
    """An index of one page."""
    made = SearchIndex()
    yield made
    made.stop()


PAGES = [Findable("a/", '<!doctype html><html lang="id"><body><h1>Perizinan</h1><p>Izin usaha.</p></body></html>')]


def test_a_search_index_that_never_ends_is_an_error(
    index: SearchIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = tmp_path / "endless"
    endless.write_text("#!/bin/sh\nexec sleep 600\n")
    endless.chmod(0o700)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(endless))
    monkeypatch.setattr(pagefind, "LIMIT", 0)
    index.start(PAGES, tmp_path / "pagefind")

    with pytest.raises(SearchIndexError, match="0 detik"):
        index.finish()


def test_a_search_index_that_cannot_be_written_says_why(index: SearchIndex, tmp_path: Path) -> None:
    (tmp_path / "pagefind").write_text("in the way")
    index.start(PAGES, tmp_path / "pagefind")

    with pytest.raises(SearchIndexError, match=r"\w"):
        index.finish()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda whole: whole[:-9], "EOFError"),
        (lambda whole: whole[:10] + b"\xff" * 9, "error"),
        (lambda _whole: gzip.compress(b"{}"), "meta"),
    ],
    ids=["cut", "broken", "without a part"],
)
def test_an_index_whose_facets_cannot_be_read_is_an_error(
    spoil: Callable[[bytes], bytes],
    said: str,
    index: SearchIndex,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = pagefind.write_facets

    def spoilt(folder: Path) -> None:
        [fragment] = folder.glob("fragment/*.pf_fragment")
        fragment.write_bytes(spoil(fragment.read_bytes()))
        plain(folder)

    monkeypatch.setattr(pagefind, "write_facets", spoilt)
    index.start(PAGES, tmp_path / "pagefind")

    with pytest.raises(SearchIndexError, match=said):
        index.finish()


def test_what_the_index_was_made_of_is_removed(index: SearchIndex, tmp_path: Path) -> None:
    index.start(PAGES, tmp_path / "pagefind")
    assert index._scratch is not None
    folder = index._scratch.folder
    index.finish()

    assert not folder.exists()
    assert (tmp_path / "pagefind/pagefind.js").is_file()


def test_a_preview_that_cannot_start_leaves_no_folder(
    minimal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "memori").mkdir()
    monkeypatch.setattr(scratch, "MEMORY", tmp_path / "memori")
    monkeypatch.setattr(scratch, "ROOM", 0)

    def fails(preview: Preview) -> None:
        preview.server.server_close()
        assert len(list((tmp_path / "memori").iterdir())) > 0
        raise ValueError("tidak jadi")

    monkeypatch.setattr(Preview, "run", fails)
    monkeypatch.setattr("signal.signal", lambda *_words: None)

    with pytest.raises(ValueError, match="tidak jadi"):
        serve.run(minimal, "127.0.0.1:0", None, None, None)

    assert list((tmp_path / "memori").iterdir()) == []


def test_a_page_that_no_check_suspects_but_fails_is_named(minimal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An extension of Markdown, which is the code of others, may fail at one page only."""
    (minimal / "gagal.py").write_text(
        "from markdown import Extension, preprocessors\n"
        "class Step(preprocessors.Preprocessor):\n"
        "    def run(self, lines):\n"
        "        assert 'gagal' not in lines\n"
        "        return lines\n"
        "class Failing(Extension):\n"
        "    def extendMarkdown(self, md):\n"
        "        md.preprocessors.register(Step(md), 'step', 1)\n"
        "makeExtension = Failing\n"
    )
    (minimal / "content/satu.md").write_text("gagal\n")
    settings = minimal / "mkdocs.yml"
    settings.write_text(settings.read_text() + "markdown_extensions: [gagal]\n")
    sys.path.insert(0, str(minimal))
    try:
        with build_logging(debug=False):
            site = build_site(load_settings(minimal), Options())
    finally:
        sys.path.remove(str(minimal))

    assert site is None
    said = capsys.readouterr().err
    assert "content/satu.md: kesalahan: Halaman ini gagal dibangun: AssertionError" in said
    assert RULES["halaman-gagal"].hint in said


def test_what_nobody_foresaw_is_told_in_a_preview_too(minimal: Path) -> None:
    assert problem_in_build(RuntimeError("aneh"), minimal, None).rule == "bangun-gagal"
