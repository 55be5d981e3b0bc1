"""What ``pip install spbe`` brings: everything the program needs, in a place without a checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

# Nothing of the tests' own surroundings may help: no path of modules, no settings of pip.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "VIRTUAL"))}


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def distributions(repository: Path, repository_files: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and with the wheel that was built from it, as an index would get them."""
    source = tmp_path_factory.mktemp("source")
    for name in repository_files:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(repository / name, source / name)
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", source / "dist", cwd=source)
    return source / "dist"


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    (wheel,) = distributions.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of a venv that has the wheel, outside the checkout.

    Its dependencies are those of the venv that runs the tests. They come through a ``.pth`` line, and Python does not
    read the ``.pth`` files of a folder that was added so: the editable ``spbe`` stays out of reach.
    """
    venv = tmp_path_factory.mktemp("installed") / "venv"
    _run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=venv.parent)
    programs = Path(sysconfig.get_path("scripts", "venv", {"base": str(venv)}))
    python = programs / "python"
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel, cwd=venv.parent)
    (packages,) = venv.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs


def test_wheel_holds_every_file_of_the_package_and_of_the_templates(wheel: Path, repository_files: list[str]) -> None:
    roots = {"generator/spbe/": "spbe/", "site_templates/": "spbe/site_templates/"}
    expected = {
        target + name.removeprefix(root)
        for root, target in roots.items()
        for name in repository_files
        if name.startswith(root)
    }
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert expected == held


@pytest.mark.parametrize(
    ("start", "end"),
    [("spbe/", "/py.typed"), ("spbe/", ".po"), ("spbe/standards/", ".yaml"), ("spbe/site_templates/", ".j2")],
)
def test_wheel_holds_data_of_each_sort(wheel: Path, start: str, end: str) -> None:
    """The comparison with the checkout alone would also pass if a whole sort of data had gone from both."""
    assert [name for name in zipfile.ZipFile(wheel).namelist() if name.startswith(start) and name.endswith(end)]


def test_wheel_brings_command_and_plugins(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/entry_points.txt"))
    declared = ConfigParser()
    declared.read_string(archive.read(name).decode())

    assert declared["console_scripts"]["spbe"] == "spbe.cli:main"
    assert declared["mkdocs.plugins"]["spbe"] == declared["properdocs.plugins"]["spbe"]


def test_sdist_holds_sources_tests_and_pins(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"pyproject.toml", "constraints.txt", "LICENSE", "tests/conftest.py", "generator/spbe/__init__.py"} <= names


def test_installed_package_is_the_one_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    place = _run(installed / "python", "-c", "import spbe; print(spbe.__file__)", cwd=tmp_path)

    assert Path(place.strip()).is_relative_to(installed.parent)


def test_entry_points_load_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = (
        "from importlib.metadata import entry_points\n"
        "for group in ('mkdocs.plugins', 'properdocs.plugins', 'console_scripts'):\n"
        "    (entry,) = entry_points(group=group, name='spbe')\n"
        "    entry.load()\n"
    )

    _run(installed / "python", "-c", code, cwd=tmp_path)


def test_command_line_answers(installed: Path, tmp_path: Path) -> None:
    assert "build" in _run(installed / "spbe", "--help", cwd=tmp_path)


def test_new_region_builds_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    region = tmp_path / "daerah"
    _run(installed / "spbe", "init", region, cwd=tmp_path)
    _run(installed / "spbe", "build", "--root", region, cwd=tmp_path)

    assert (region / "site" / "index.html").is_file()
