"""``spbe export``: a workbook whole or not at all, and a sentence where there is none."""

from __future__ import annotations

import os
import pty
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from support.filled_sheets import grids, opened


def test_it_writes_the_kinds_that_are_asked_for(spbe, minimal: Path, tmp_path: Path) -> None:
    file = tmp_path / "data.xlsx"
    result = spbe("export", file, "--root", minimal, "--kind", "aplikasi", "--kind", "layanan")
    assert (result.exit_code, result.stderr) == (0, "")
    assert str(file) in result.stdout
    assert {key for key in grids(opened(file.read_bytes())) if "." not in key} == {"aplikasi", "layanan"}
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []


def test_it_never_writes_over_a_file_that_may_be_filled_in(spbe, minimal: Path, tmp_path: Path) -> None:
    file = tmp_path / "isian.xlsx"
    file.write_text("isian orang")
    result = spbe("export", file, "--root", minimal)
    assert result.exit_code == 1
    assert "--timpa" in result.stderr
    assert file.read_text() == "isian orang"
    assert spbe("export", file, "--root", minimal, "--timpa").exit_code == 0
    assert opened(file.read_bytes())


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["data.csv"], 2, ".xlsx"),
        (["data.xlsx", "--kind", "aplikasii"], 2, "aplikasi"),
        (["data.xlsx", "--opd", "entah"], 2, "entah"),
        (["data.xlsx", "--penilaian", "2052"], 2, "2052"),
        (["data.xlsx", "--penilaian", "2025", "--kind", "bukti"], 2, "--kind"),
        (["tidak-ada/data.xlsx"], 1, "tidak ada"),
        (["architecture/data.xlsx"], 1, "architecture/"),
    ],
)
def test_what_cannot_be_done_is_told(
    spbe, minimal: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, told: str
) -> None:
    monkeypatch.chdir(minimal)
    result = spbe("export", *words)
    assert result.exit_code == code
    assert told in result.stderr
    assert len(result.stderr.strip().splitlines()) <= 2
    assert not list(minimal.rglob("*.xlsx"))


def test_a_region_with_errors_gives_no_workbook(spbe, minimal: Path, tmp_path: Path) -> None:
    (minimal / "architecture/aplikasi/salah.yaml").write_text("id: salah\nnama: Salah\nperangkat_daerah: entah\n")
    result = spbe("export", tmp_path / "data.xlsx", "--root", minimal)
    assert result.exit_code == 1
    assert "salah.yaml" in result.stderr
    assert not (tmp_path / "data.xlsx").exists()


def test_steps_are_told_at_a_terminal(minimal: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "spbe", "export", str(tmp_path / "data.xlsx"), "--root", str(minimal)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=True, env={**os.environ, "LANG": "id"})
    os.close(theirs)
    told = os.read(ours, 10_000).decode().splitlines()
    os.close(ours)
    assert told == [
        "Membuka data wilayah …",
        f"Menulis {done.stdout.decode().split(' lembar, ')[1].split()[0]} baris …",
    ]


def test_where_the_disk_is_full_no_half_file_is_left(minimal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "penuh"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "spbe", "export", str(folder / "data.xlsx"), "--root", str(minimal)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000)),
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 1, done.stderr
    [line] = done.stderr.strip().splitlines()
    assert "data.xlsx" in line
    assert "Traceback" not in line
    assert list(folder.iterdir()) == []


def test_a_folder_that_takes_no_files_is_told(minimal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hanya-baca"
    folder.mkdir()
    (folder / "lama.xlsx").write_text("isian orang")
    command = [sys.executable, "-m", "spbe", "export", str(folder / "lama.xlsx"), "--timpa", "--root", str(minimal)]
    if os.geteuid() == 0:  # for whom no folder is read-only
        command = ["setpriv", "--reuid", "65534", "--clear-groups", "--bounding-set=-all", "--inh-caps=-all", *command]
    folder.chmod(0o555)
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        )
    finally:
        folder.chmod(0o755)
    assert done.returncode == 1, done.stderr
    [line] = done.stderr.strip().splitlines()
    assert "lama.xlsx" in line
    assert (folder / "lama.xlsx").read_text() == "isian orang"
    assert [one.name for one in folder.iterdir()] == ["lama.xlsx"]
