"""What ``pip install spbe`` brings: everything the program needs, in a place without a checkout."""

from __future__ import annotations

import tarfile
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

from support.distributions import run_outside

pytestmark = pytest.mark.slow


def test_wheel_holds_every_file_of_the_package_and_of_the_templates(wheel: Path, repository_files: list[str]) -> None:
    roots = {"generator/spbe/": "spbe/", "site_templates/": "spbe/site_templates/", "content/panduan/": "spbe/panduan/"}
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
    place = run_outside(installed / "python", "-c", "import spbe; print(spbe.__file__)", cwd=tmp_path)

    assert Path(place.strip()).is_relative_to(installed.parent)


def test_entry_points_load_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = (
        "from importlib.metadata import entry_points\n"
        "for group in ('mkdocs.plugins', 'properdocs.plugins', 'console_scripts'):\n"
        "    (entry,) = entry_points(group=group, name='spbe')\n"
        "    entry.load()\n"
    )

    run_outside(installed / "python", "-c", code, cwd=tmp_path)


def test_command_line_answers(installed: Path, tmp_path: Path) -> None:
    assert "build" in run_outside(installed / "spbe", "--help", cwd=tmp_path)
