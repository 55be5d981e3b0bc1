"""The command blocks of README.md, and of the README that ``spbe init`` writes, are run as they stand, from a wheel."""

from __future__ import annotations

import re
import shlex
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from support import program, warm_command
from support.distributions import ENVIRONMENT, dependencies, run_outside

NOT_HERE = {"powershell", "python"}
"""Languages of blocks that need another system, or that ``tests/exchange/test_frames.py`` runs."""

LASTING = "spbe serve"
"""Runs until it is stopped."""


@dataclass(frozen=True)
class Block:
    language: str
    lines: tuple[str, ...]

    @property
    def tasks(self) -> list[str]:
        """The tasks of the Makefile that it names. They take minutes, and CI runs each of them by itself."""
        return [found[1] for line in self.lines if (found := re.match(r"make (\w+)\b", line))]


def blocks(text: str) -> list[Block]:
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [Block(language, tuple(body.splitlines())) for language, body in found]


class Terminal:
    """Runs blocks one after another as in one terminal: the folder and the environment last from one to the next.

    The first block shows that what it installs works; ``spbe`` in later ones is the same program, without its start.
    """

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.folder = folder
        self.env = env
        self.lasting: list[str] = []
        self.quicker: list[str] = []

    def run(self, block: Block) -> None:
        script = [*self.lasting, *self.quicker, *block.lines]
        run_outside("sh", "-eu", "-c", "\n".join(script), cwd=self.folder, env=self.env)
        self.lasting += [line for line in block.lines if line.startswith(("cd ", ". "))]
        self.quicker = [f'PATH="{warm_command.folder()}:$PATH"']

    def run_until_it_speaks(self) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{found.getsockname()[1]}"
        script = "\n".join([*self.lasting, f"exec {LASTING} --addr {address}"])
        with subprocess.Popen(
            ["sh", "-eu", "-c", script],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as running:
            try:
                assert running.stdout is not None
                assert any(address in line for line in running.stdout)
            finally:
                running.terminate()

    @property
    def here(self) -> Path:
        """The folder that the last block ended in."""
        folder = self.folder
        for line in self.lasting:
            words = shlex.split(line, comments=True)
            folder = (folder / words[1]).resolve() if words[0] == "cd" else folder
        return folder


@pytest.fixture(scope="module")
def outside(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as ``make site`` leaves a checkout: the program is in ``.venv``. Nothing else of a checkout is there."""
    folder = tmp_path_factory.mktemp("kerja") / "spbe"
    folder.mkdir()
    (folder / ".venv").symlink_to(installed.parent)
    return folder


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A machine with Python, where pip may ask no index but finds every dependency installed."""
    programs = tmp_path_factory.mktemp("bin")
    (programs / "python3").symlink_to(Path(sys.base_prefix, "bin", "python3"))
    found = dependencies(tmp_path_factory.mktemp("dependencies"))
    own = {
        "PATH": f"{programs}:/usr/bin:/bin",
        "PYTHONPATH": str(found),
        "PIP_NO_COMPILE": "1",  # a few of hundreds of modules are run here
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    return {**ENVIRONMENT, **own}


def run_all(text: str, terminal: Terminal) -> int:
    """Run every block of ``text`` that can run here; how many that were."""
    done = 0
    for block in blocks(text):
        if block.language in NOT_HERE or block.tasks:
            continue
        assert block.language == "sh"
        if block.lines == (LASTING,):
            terminal.run_until_it_speaks()
        else:
            terminal.run(block)
        done += 1
    return done


@pytest.mark.slow
def test_the_first_steps_of_both_readmes_work_in_order(repository: Path, outside: Path, env: dict[str, str]) -> None:
    terminal = Terminal(outside, env)
    assert run_all((repository / "README.md").read_text("utf-8"), terminal) == 1
    region = terminal.here

    assert region == outside.parent / "kabupaten-kami"
    assert (region / "site/index.html").is_file()
    assert run_all((region / "README.md").read_text("utf-8"), Terminal(region, env)) == 3
    assert len(list((region / "indicators/2025").glob("I*.yaml"))) == 47


def test_what_is_not_run_here_is_known(repository: Path) -> None:
    found = blocks((repository / "README.md").read_text("utf-8"))
    tasks = [task for block in found for task in block.tasks]
    makefile = (repository / "Makefile").read_text("utf-8")

    assert [block.language for block in found if block.language != "sh"] == ["python"]
    assert tasks == ["site", "test", "quick"]
    assert all(re.search(rf"^{task}:", makefile, re.MULTILINE) for task in tasks)
    # Such a block holds nothing else that would go untried.
    assert all(len(block.tasks) == len(block.lines) for block in found if block.tasks)


@pytest.mark.slow
def test_a_region_of_the_national_tables_builds_and_its_requirements_hold_the_wheel(
    installed: Path, wheel: Path, tmp_path: Path
) -> None:
    region = tmp_path / "daerah"
    run_outside(installed / "spbe", "init", region, "--nama", "Kota Bandar Lampung", cwd=tmp_path)
    done = program.spbe("build", "--root", region, "--strict")

    assert done.returncode == 0, done.stderr
    assert (region / "program" / wheel.name).read_bytes() == wheel.read_bytes()
    assert f"\n./program/{wheel.name}\n" in (region / "requirements.txt").read_text("utf-8")
    assert "2,98" in (region / "site/index.html").read_text("utf-8")
    assert (region / "site/panduan/memulai/index.html").is_file()
