"""``spbe build`` and ``spbe serve``: settings, editions and what is refused before anything is built."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest


@pytest.mark.parametrize("command", ["build", "tree"])
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((r"(?s).*", "a: [b"), "mkdocs.yml:1:4: kesalahan: Susunan YAML tidak terbaca di sini"),
        ((r"- spbe\b", "- search"), "`plugins: spbe` belum diatur"),
        ((r"docs_dir: content", "docs_dir: tidak-ada"), "`docs_dir` tidak dapat berisi `tidak-ada`"),
    ],
)
def test_unusable_settings_are_1(spbe, region: Path, command: str, change: tuple[str, str], said: str) -> None:
    settings = region / "mkdocs.yml"
    settings.write_text(re.sub(change[0], change[1], settings.read_text("utf-8"), count=1), "utf-8")
    result = spbe(command, *([region / "pohon"] if command == "tree" else []), "--root", region)

    assert result.exit_code == 1
    assert said in result.stderr


def test_errors_of_settings_and_of_data_are_told_together(spbe, broken: Path) -> None:
    (broken / "mkdocs.yml").write_text("site_name: Uji\n", "utf-8")
    result = spbe("build", "--root", broken)

    assert result.exit_code == 1
    assert "architecture/aplikasi/salah.yaml:3:1: kesalahan: " in result.stderr
    assert result.stderr.count("[pengaturan-wajib]") == 3


def test_missing_settings_are_1(spbe, region: Path) -> None:
    (region / "mkdocs.yml").unlink()
    result = spbe("build", "--root", region)

    assert result.exit_code == 1
    assert "mkdocs.yml" in result.stderr
    assert "spbe init" in result.stderr


@pytest.mark.parametrize("command", ["build", "serve"])
def test_an_opd_edition_needs_an_opd_that_exists(spbe, region: Path, command: str) -> None:
    without = spbe(command, "--root", region, "--edition", "opd")
    unknown = spbe(command, "--root", region, "--edition", "opd", "--opd", "contoh-dinass")

    assert without.exit_code == unknown.exit_code == 2
    assert "memerlukan --opd" in without.stderr
    assert "Maksud Anda `contoh-dinas`?" in unknown.stderr
    assert not (region / "site").exists()


def test_errors_in_the_data_are_told_and_leave_the_old_site(program, broken: Path) -> None:
    (broken / "site").mkdir()
    (broken / "site/.spbe").write_text("situs publik\n", "utf-8")
    done = program("build", "--root", broken)

    assert done.returncode == 1
    assert done.stdout == ""
    assert "architecture/aplikasi/salah.yaml:3:1: kesalahan: " in done.stderr
    assert [path.name for path in (broken / "site").iterdir()] == [".spbe"]


def test_the_command_line_overrides_the_settings_and_only_what_it_names(program, region: Path) -> None:
    settings = region / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("  - spbe\n", "  - spbe:\n      edition: internal\n")
    settings.write_text(text, "utf-8")

    assert program("build", "--root", region, "--per-tanggal", "2020-02-03").returncode == 0
    page = (region / "site-internal/index.html").read_text("utf-8")
    assert "Edisi internal" in page
    assert "3 Februari 2020" in page

    assert program("build", "--root", region, "--opd", "contoh-dinas").returncode == 0
    assert "Edisi OPD untuk Dinas Contoh" in (region / "site-opd-contoh-dinas/index.html").read_text("utf-8")
    assert not (region / "site").exists()


def test_an_address_in_use_is_refused_before_anything_is_built(spbe, region: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        result = spbe("serve", "--root", region, "--addr", f"127.0.0.1:{holder.getsockname()[1]}")

    assert result.exit_code == 1
    assert "tidak dapat dipakai" in result.stderr
