"""What runs beside us may fail or never end."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from spbe.engines import running, search
from spbe.engines.publishing import Options
from spbe.engines.search import Findable, SearchIndex, SearchIndexError


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
    monkeypatch.setattr(search, "LIMIT", 0)
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
    plain = search.write_facets

    def spoilt(folder: Path) -> None:
        [fragment] = folder.glob("fragment/*.pf_fragment")
        fragment.write_bytes(spoil(fragment.read_bytes()))
        plain(folder)

    monkeypatch.setattr(search, "write_facets", spoilt)
    index.start(PAGES, tmp_path / "pagefind")

    with pytest.raises(SearchIndexError, match=said):
        index.finish()


def test_what_the_index_was_made_of_is_removed(index: SearchIndex, tmp_path: Path) -> None:
    index.start(PAGES, tmp_path / "pagefind")
    folder = index._folder
    assert folder is not None
    index.finish()

    assert not folder.exists()
    assert (tmp_path / "pagefind/pagefind.js").is_file()


def test_a_preview_that_cannot_start_leaves_no_folder(
    minimal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (minimal / "mkdocs.yml").write_text("site_name: A\ndocs_dir: content\ntheme: {name: material}\nplugins: [spbe]\n")
    settings = running.load_settings(minimal)
    folder = tmp_path / "sementara"

    def made(prefix: str) -> Path:  # noqa: ARG001
        folder.mkdir()
        return folder

    monkeypatch.setattr(running, "scratch_folder", made)

    with pytest.raises(ValueError, match="pintu"):
        running.serve_site(settings, Options("publik", None, None), "127.0.0.1:pintu", debug=False, ready=print)

    assert not folder.exists()
