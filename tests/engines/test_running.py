"""What runs beside us may fail or never end."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from spbe.engines import running
from spbe.engines.publishing import Options
from spbe.engines.search import SearchIndexError, index_site


def test_a_search_index_that_never_ends_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], *, timeout: float, **_more: object) -> None:
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(subprocess, "run", run)

    with pytest.raises(SearchIndexError, match="600"):
        index_site(tmp_path)


def test_a_preview_that_cannot_start_leaves_no_folder(
    minimal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (minimal / "mkdocs.yml").write_text("site_name: A\ndocs_dir: content\ntheme: {name: material}\nplugins: [spbe]\n")
    settings = running.load_settings(minimal)
    folder = tmp_path / "sementara"

    def made(prefix: str) -> str:  # noqa: ARG001
        folder.mkdir()
        return str(folder)

    monkeypatch.setattr(running.tempfile, "mkdtemp", made)

    with pytest.raises(ValueError, match="pintu"):
        running.serve_site(settings, Options("publik", None, None), "127.0.0.1:pintu", debug=False, ready=print)

    assert not folder.exists()
