"""Every example, message and command of the staff guide is what the program really does."""

from __future__ import annotations

import re
import shlex
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from guide import PAGES, ROOT, Step, answers, fences, runs, said_as_shown, starts_empty, steps

from spbe.cli import main as program
from spbe.model.aplikasi import Aplikasi
from support.decisions import DecisionFile
from support.program import Running, run
from support.regions import copy_region, open_fast

Folder = Callable[[str], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Where a page begins: the minimal region, or an empty folder."""

    def begin(text: str) -> Path:
        if starts_empty(text):
            return tmp_path
        return copy_region(ROOT / "tests" / "data" / "minimal", tmp_path / "wilayah")

    return begin


def spbe(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    assert words[0] == "spbe"
    return run(*words, cwd=cwd)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def start_and_stop(command: str, cwd: Path) -> None:
    """The preview starts, says its address and can be stopped."""
    address, log = f"127.0.0.1:{free_port()}", cwd / "pratinjau.log"
    log.touch()
    module, *words = shlex.split(command)
    running = Running(module, [*words, "--addr", address], log, log, cwd=cwd)
    try:
        while address not in log.read_text("utf-8"):
            assert running.poll() is None, log.read_text("utf-8")
            time.sleep(0.05)
    finally:
        running.terminate()
        running.wait()


def answer(path: Path, given: dict[str, str]) -> None:
    """Pick the answers in the workbook to decide in, as somebody at a spreadsheet does."""
    decisions = DecisionFile(path)
    for name, beginning in given.items():
        [number] = [one["nomor"] for one in decisions.asked if one["catatan"] == name]
        decisions.pick(number, beginning)
    decisions.save()


def do(step: Step, cwd: Path) -> None:
    """Carry out one marked block, and compare what it claims; the folder it runs in is shown as ``…``."""
    path = cwd / step.about
    if step.what == "berkas":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.text, "utf-8")
    elif step.what == "isi":
        assert path.read_text("utf-8") == step.text
    elif step.what == "ada":
        named = re.findall(r"^\| `([^`]+)`", step.text, re.MULTILINE)
        assert [name for name in named if not (path / name).exists()] == []
    elif step.what == "jawab":
        answer(path, answers(step))
    elif step.what == "nginx":
        return  # test_nginx.py
    elif step.about == "sampai dihentikan":
        start_and_stop(runs(step)[0].command, cwd)
    else:
        code = int(step.about.removeprefix("kode ") or 0)
        for run in runs(step):
            done = spbe(run.command, cwd)
            said = (done.stdout + done.stderr).replace(str(cwd), "…")
            if not said_as_shown(said, run.output):
                assert said == run.output, f"line {step.line}"
            assert done.returncode == code, f"line {step.line}"


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_the_page_does_what_it_says(name: str, folder: Folder) -> None:
    text = PAGES[name].read_text("utf-8")
    cwd = folder(text)
    for step in steps(text):
        do(step, cwd)
    region = cwd / "arunika" if starts_empty(text) else cwd
    left = [problem for problem in open_fast(region).problems if problem.severity != "info"]
    assert [problem for problem in left if f"[{problem.rule}]" not in text] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_block_is_shown_without_being_tried(name: str) -> None:
    text = PAGES[name].read_text("utf-8")
    assert sum(step.what not in {"ada", "jawab"} for step in steps(text)) == fences(text)


def commands_in(text: str) -> list[str]:
    return re.findall(r"`(spbe [a-z][^`]*)`", text) + re.findall(r"^\$ (spbe .+)$", text, re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_every_command_named_exists(name: str) -> None:
    for command in commands_in(PAGES[name].read_text("utf-8")):
        context = click.Context(program, info_name="spbe")
        words = shlex.split(command)[1:]
        found: click.Command | None = program
        while words and isinstance(found, click.Group):
            found = found.get_command(context, words.pop(0))
        assert found is not None, command
        options = {name for param in found.params for name in param.opts}
        assert {word for word in words if word.startswith("--")} <= options, command


def test_the_three_ways_of_being_empty_are_told_apart(folder: Folder) -> None:
    text = PAGES["mengubah-catatan"].read_text("utf-8")
    cwd = folder(text)
    step = next(step for step in steps(text) if "belum diketahui" in step.text and step.what == "berkas")
    do(step, cwd)

    record = open_fast(cwd).region.records["aplikasi"]["simpeg"]

    assert isinstance(record, Aplikasi)
    assert record.absence("bahasa_pemrograman") == "belum diketahui"
    assert record.absence("tautan") == "tidak ada"
    assert record.absence("integrasi") == "tidak ada"
    assert record.absence("basis") == "kosong"


def test_severities_and_rules_named_in_the_guide_stand_in_its_messages() -> None:
    text = PAGES["membaca-pesan-kesalahan"].read_text("utf-8")
    assert {"rujukan-putus", "yaml-tulisan", "nilai-di-luar-skala", "tahap-ganda", "yaml-konflik"} <= set(
        re.findall(r"\[([a-z-]+)\]$", text, re.MULTILINE)
    )


@pytest.mark.slow
def test_links_between_the_pages_hold_in_a_strict_build(tmp_path: Path) -> None:
    """Of the guide as a new region has it: a page about the sample's records stays with the sample."""
    assert spbe('spbe init wilayah --nama "Kabupaten Arunika"', tmp_path).returncode == 0
    region = tmp_path / "wilayah"
    done = spbe("spbe build --strict", region)
    assert done.returncode == 0, done.stdout + done.stderr
    written = {path.stem for path in (region / "content" / "panduan").glob("*.md")}
    assert set(PAGES) - written == {"dua-puluh-pertanyaan"}
    for name in written:
        place = "" if name == "index" else f"{name}/"
        assert (region / "site" / "panduan" / place / "index.html").is_file()
