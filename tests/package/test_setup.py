"""``tools/setup-chromium`` on machines that lack something, played by programs that say what such a machine would."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

LIBRARIES = "\tlibatomic.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libatomic.so.1\n"


class Machine:
    """A copy of the script, and the only programs that it finds."""

    def __init__(self, folder: Path, repository: Path) -> None:
        self.programs = folder / "bin"
        self.programs.mkdir()
        (folder / "tools").mkdir()
        self.script = Path(shutil.copy(repository / "tools/setup-chromium", folder / "tools"))
        for name in ("sh", "dirname", "grep"):
            (self.programs / name).symlink_to(shutil.which(name) or name)
        self.has("id", "echo 1000")
        self.has("git")
        self.has("apt-get", 'echo "$@" >>"${0%/*}/installed"')
        self.has("ldconfig", f"echo '{LIBRARIES}'")
        self.has("chromium", "echo Chromium 1")

    def has(self, name: str, does: str = ":") -> None:
        self.lacks(name)
        (self.programs / name).write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        (self.programs / name).chmod(0o755)

    def lacks(self, name: str) -> None:
        (self.programs / name).unlink(missing_ok=True)

    def run(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.programs / "sh"), str(self.script)],
            env={"PATH": str(self.programs)},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path, repository: Path) -> Machine:
    return Machine(tmp_path, repository)


def test_a_machine_that_has_everything_is_left_alone(machine: Machine) -> None:
    done = machine.run()

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_missing_is_named_to_those_who_may_not_install(machine: Machine) -> None:
    machine.lacks("chromium")
    machine.lacks("git")
    machine.has("ldconfig")
    done = machine.run()

    assert done.returncode == 1
    assert done.stderr.endswith("chromium fonts-dejavu-core fonts-liberation git libatomic1\n")


def test_what_is_missing_is_installed_where_that_is_allowed(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("ldconfig")
    done = machine.run()

    assert done.returncode == 0, done.stderr
    installed = (machine.programs / "installed").read_text("utf-8")
    assert installed.splitlines()[-1].split()[-2:] == ["--no-install-recommends", "libatomic1"]


@pytest.mark.parametrize("can_be_had", [True, False])
def test_the_browser_without_windows_is_preferred_and_never_demanded(machine: Machine, can_be_had: bool) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get", 'echo "$@" >>"${0%/*}/installed"; ' + ("" if can_be_had else "exit 100"))
    done = machine.run()

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    asked = (machine.programs / "installed").read_text("utf-8")
    assert ("install -y -qq --no-install-recommends chromium-headless-shell" in asked) == can_be_had
    machine.has("chromium-headless-shell", "echo 'no such library' >&2; exit 127")
    assert "does not start: chromium-headless-shell" in machine.run().stderr


def test_a_browser_that_is_there_but_does_not_start_is_told_with_the_library_that_it_lacks(machine: Machine) -> None:
    machine.has("chromium", "echo 'error while loading shared libraries: libnss3.so' >&2; exit 127")
    done = machine.run()

    assert done.returncode == 1
    assert "does not start: chromium" in done.stderr
    assert "libnss3.so" in done.stderr
