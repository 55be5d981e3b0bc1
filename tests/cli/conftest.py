"""Running commands: in this process where nothing heavy is built, as a program of its own where that matters."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from spbe.cli import main
from support.program import spbe as run_program
from support.regions import ROOT

Run = Callable[..., Result]
Program = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def spbe(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``spbe`` with these words in this process; the result has stdout and stderr apart."""
    monkeypatch.delenv("SPBE_LANG", raising=False)

    def run(*words: object) -> Result:
        result = CliRunner().invoke(main, [str(word) for word in words])
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture
def program() -> Program:
    """Run ``spbe`` with these words as a user would."""

    def run(*words: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
        done = run_program(*words, cwd=cwd)
        assert "Traceback" not in done.stdout + done.stderr
        return done

    return run


@pytest.fixture(scope="session")
def _new_region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("init") / "arunika"
    result = CliRunner().invoke(main, ["init", str(folder), "--nama", "Kabupaten Uji: Coba"])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def region(_new_region: Path, tmp_path: Path) -> Path:
    """What ``spbe init`` makes, for a test to change."""
    return Path(shutil.copytree(_new_region, tmp_path / "wilayah"))


@pytest.fixture
def broken(region: Path) -> Path:
    """A region with one error, in line 3 of a file that ``spbe check`` names."""
    (region / "content/profil.yaml").write_text("nama: Kabupaten Uji\n", "utf-8")  # no sample any more
    (region / "architecture/aplikasi/salah.yaml").write_text("id: salah\nnama: Salah\nnamaa: x\n", "utf-8")
    return region
