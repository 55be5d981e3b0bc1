"""What holds for every command: help, language, exit codes, and that no traceback is ever shown."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from spbe import __version__
from spbe.cli import main
from spbe.cli.program import COMMANDS
from spbe.model.kinds import KINDS
from support.regions import MINIMAL

BELOW_NEW = (*KINDS, "penilaian", "jawaban")


@pytest.mark.parametrize("words", [(name,) for name in COMMANDS] + [("new", name) for name in BELOW_NEW])
def test_every_help_is_indonesian_and_has_an_example(spbe, words: tuple[str, ...]) -> None:
    result = spbe(*words, "--help")

    assert result.exit_code == 0
    assert result.stdout.startswith(f"Pemakaian: spbe {' '.join(words)} ")
    assert f"Contoh:\n  spbe {' '.join(words)}" in result.stdout
    for option in ("--lang", "--debug", "--help"):
        assert option in result.stdout
    assert ("--root" in result.stdout) == (words not in {("init",), ("new",)})
    assert "Usage" not in result.stdout
    assert "Options" not in result.stdout
    assert "Show this" not in result.stdout


def test_group_help_lists_every_command(spbe) -> None:
    result = spbe("--help")

    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines() if line[:2] == "  " and line[2:3].islower()] == [
        *COMMANDS
    ]


def test_version(spbe) -> None:
    assert spbe("--version").stdout == f"spbe {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chek",), "`chek` tidak dikenal. Maksud Anda `check`?"),
        (("check", "--fromat", "json"), "Opsi --fromat tidak dikenal. Maksud Anda `--format`?"),
        (("check", "--format", "jsn"), "--format: `jsn` bukan pilihan. Maksud Anda `json`?"),
        (("check", "lagi"), "Terlalu banyak kata: lagi."),
        (("index", "--per-tanggal", "2026-02-30"), "--per-tanggal: `2026-02-30` bukan tanggal"),
        (("index", "--edition", "opd"), "Edisi opd memerlukan --opd ID"),
        (("index", "--edition", "publik", "--opd", "setda"), "--opd hanya berlaku untuk --edition opd."),
        (("index", "--opd", "dinkess"), "Perangkat daerah `dinkess` tidak ada. Maksud Anda `dinkes`?"),
        (("index", "--penilaian", "2o25"), "Penilaian `2o25` tidak ada. Maksud Anda `2025`?"),
        (("new", "aplikas", "x"), "`aplikas` tidak dikenal. Maksud Anda `aplikasi`?"),
        (("new", "aplikasi"), "ID belum disebut."),
        (("new", "penilaian", "2026", "--tahun", "26"), "--tahun: `26` bukan tahun"),
        (("serve", "--addr", "8000"), "--addr: `8000` bukan alamat"),
        (("check", "--lang", "jv"), "--lang: `jv` bukan pilihan."),
    ],
)
def test_wrong_usage_is_2_and_says_the_way_out(spbe, words: tuple[str, ...], said: str) -> None:
    result = spbe(*words)

    assert result.exit_code == 2
    assert said in result.stderr
    assert "--help`." in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("words", [(), ("new",)])
def test_a_group_without_a_command_shows_its_help(spbe, words: tuple[str, ...]) -> None:
    result = spbe(*words)

    assert result.exit_code == 2
    assert result.stderr.startswith("Pemakaian: spbe")


def test_a_fault_of_ours_is_3_in_one_line(spbe, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("roda\npatah")

    monkeypatch.setattr("spbe.checks.open_region", fail)
    result = spbe("check")

    assert result.exit_code == 3
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "kesalahan program spbe" in result.stderr
    assert "RuntimeError: roda patah" in result.stderr
    assert "--debug" in result.stderr


def test_debug_shows_the_traceback_of_a_fault(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("roda patah")

    monkeypatch.setattr("spbe.checks.open_region", fail)
    with pytest.raises(SystemExit) as end:
        main(["check", "--debug"])

    assert end.value.code == 3
    assert "Traceback" in capfd.readouterr().err


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EMFILE, errno.EIO])
def test_what_the_computer_refuses_is_1_in_plain_words(spbe, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fail(*_args: object) -> None:
        raise OSError(number, os.strerror(number), "/data/site")

    monkeypatch.setattr("spbe.checks.open_region", fail)
    result = spbe("check")

    assert result.exit_code == 1
    assert result.stderr.startswith("Kesalahan: /data/site: ")
    assert "kesalahan program" not in result.stderr
    assert os.strerror(number) not in result.stderr


def test_too_little_memory_is_1_in_plain_words(spbe, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise MemoryError

    monkeypatch.setattr("spbe.checks.open_region", fail)
    result = spbe("check")

    assert (result.exit_code, result.stderr) == (1, "Kesalahan: memori tidak cukup.\n")


def test_a_build_that_is_interrupted_says_that_the_old_site_stands(
    spbe, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    (region / "site").mkdir()
    (region / "site/index.html").write_text("lama", "utf-8")
    monkeypatch.setattr("spbe.engines.mkdocs.runner.build", interrupt)
    result = spbe("build", "--root", region)

    assert result.exit_code == 130
    assert result.stderr.strip() == "Dihentikan; situs yang lama tidak diubah."
    assert (region / "site/index.html").read_text("utf-8") == "lama"


def test_an_interruption_is_130_and_quiet(spbe, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("spbe.checks.open_region", interrupt)
    result = spbe("check")

    assert result.exit_code == 130
    assert result.output.strip() == ""


@pytest.mark.parametrize("words", [["--help"], ["check", "--format", "json"], ["index"]])
def test_a_closed_pipe_is_quiet(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "spbe", *words],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        cwd=MINIMAL,
    )
    os.close(writing)

    assert done.stderr == ""
    assert done.returncode == (1 if words == ["--help"] else 141)  # click answers for the help itself


def test_english_is_spoken_when_asked(spbe, monkeypatch: pytest.MonkeyPatch) -> None:
    indonesian = spbe("check", "--help").stdout
    english = spbe("check", "--lang", "en", "--help").stdout
    before = spbe("--lang=en", "check", "--help").stdout
    monkeypatch.setenv("SPBE_LANG", "en")
    by_environment = spbe("check", "--help").stdout

    assert indonesian != english == before == by_environment
    assert spbe("check", "--lang", "id", "--help").stdout == indonesian


def test_root_is_the_nearest_folder_upward_with_settings(spbe, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken / "architecture/aplikasi")

    assert "architecture/aplikasi/salah.yaml:3:1" in spbe("check").stdout


def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "hilang"
    gone.mkdir()
    script = "import os, sys; os.rmdir(os.getcwd()); from spbe.cli import main; main(['check'])"
    done = subprocess.run([sys.executable, "-c", script], cwd=gone, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr == "Kesalahan: Folder tempat perintah ini dijalankan sudah tidak ada.\n"
