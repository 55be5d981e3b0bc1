"""Making distributions and running what they bring, away from the checkout. No registry is asked for anything."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

# Nothing of the tests' own surroundings may help: no path of modules, no settings of pip.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "VIRTUAL"))}

PROJECT = "spbe"


def run_outside(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """The output of ``command``, which must succeed."""
    done = subprocess.run(
        command, cwd=cwd, env=env or ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def make_distributions(repository: Path, files: list[str], folder: Path) -> Path:
    """A folder below ``folder`` with the sdist, and with the wheel built from it, as an index would get them."""
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(repository / name, folder / name)
    run_outside(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", cwd=folder)
    return folder / "dist"


def install(wheel: Path, folder: Path) -> Path:
    """The programs' folder of a venv in ``folder`` that has the wheel.

    Its dependencies are those of the venv that runs the tests. They come through a ``.pth`` line, and Python does not
    read the ``.pth`` files of a folder that was added so: the editable ``spbe`` stays out of reach.
    """
    venv = folder / "venv"
    run_outside(sys.executable, "-m", "venv", "--without-pip", venv, cwd=folder)
    programs = Path(sysconfig.get_path("scripts", "venv", {"base": str(venv)}))
    python = programs / "python"
    run_outside(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-index",
        "--no-deps",
        "--no-compile",
        wheel,
        cwd=folder,
    )
    (packages,) = venv.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs


def dependencies(folder: Path) -> Path:
    """A folder that stands for an index: every package of the venv that runs the tests but our own, and pip."""
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        own = path.name.removeprefix("_editable_impl_").partition("-")[0].partition(".")[0].removeprefix("_")
        if path.suffix != ".pth" and own not in {PROJECT, "pip", "setuptools"}:
            (folder / path.name).symlink_to(path)
    return folder
