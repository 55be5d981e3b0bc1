"""Where a build may go, asked of the real commands: a target is guarded whatever names it, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import run, spbe
from support.regions import build_region

pytestmark = pytest.mark.slow


def mkdocs(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """``mkdocs build`` as somebody would run it who knows nothing of our commands."""
    return run("mkdocs", "build", *words, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})


def tree(root: Path, folder: str) -> subprocess.CompletedProcess[str]:
    return spbe("tree", "--root", root, folder, cwd=root)


def with_target(root: Path, folder: str) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nsite_dir: {folder}\n")


def by_settings(root: Path, folder: str) -> subprocess.CompletedProcess[str]:
    with_target(root, folder)
    return build_region(root)


def by_settings_of_mkdocs(root: Path, folder: str) -> subprocess.CompletedProcess[str]:
    with_target(root, folder)
    return mkdocs(root)


NAMED_BY: dict[str, Callable[[Path, str], subprocess.CompletedProcess[str]]] = {
    "site_dir": by_settings,
    "site_dir, mkdocs build": by_settings_of_mkdocs,
    "mkdocs build --site-dir": lambda root, folder: mkdocs(root, "--site-dir", folder),
    "--out": lambda root, folder: build_region(root, "--out", str(root / folder)),
    "--offline --out": lambda root, folder: build_region(root, "--offline", "--out", str(root / folder)),
    "tree": tree,
}


def everything(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("folder", ["architecture", "../lain"])
@pytest.mark.parametrize("how", NAMED_BY)
def test_a_target_that_is_somebody_s_is_refused_whatever_names_it(how: str, folder: str, minimal: Path) -> None:
    (minimal.parent / "lain").mkdir()
    (minimal.parent / "lain/penting.txt").write_text("penting", "utf-8")
    before = everything(minimal.parent)
    done = NAMED_BY[how](minimal, folder)
    after = everything(minimal.parent)

    assert done.returncode == 1
    assert Path(folder).name in done.stderr
    assert "Traceback" not in done.stderr
    assert "pilih folder" in done.stderr
    assert {name: data for name, data in after.items() if not name.endswith("mkdocs.yml")} == {
        name: data for name, data in before.items() if not name.endswith("mkdocs.yml")
    }


@pytest.fixture(scope="module")
def region(built: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region with the sites of all its editions."""
    root = Path(shutil.copytree(built("minimal").parent, tmp_path_factory.mktemp("edisi") / "wilayah"))
    for words in (("--edition", "internal"), ("--opd", "diskominfo"), ("--offline",)):
        done = build_region(root, *words)
        assert done.returncode == 0, done.stderr
    return root


def test_every_edition_has_a_folder_of_its_own(region: Path) -> None:
    marks = {path.parent.name: path.read_text("utf-8") for path in region.glob("*/.spbe")}

    assert marks == {
        "site": "situs publik\n",
        "site-internal": "situs internal\n",
        "site-luring": "luring publik\n",
        "site-opd-diskominfo": "situs opd diskominfo\n",
    }
    assert "noindex" not in (region / "site/index.html").read_text("utf-8")
    assert "Edisi internal" in (region / "site-internal/index.html").read_text("utf-8")


def test_an_internal_build_never_replaces_a_public_site(region: Path) -> None:
    before = everything(region / "site")
    done = build_region(region, "--edition", "internal", "--out", str(region / "site"))

    assert done.returncode == 1
    assert "berisi situs edisi publik, bukan situs edisi internal" in done.stderr
    assert everything(region / "site") == before


def test_plain_mkdocs_builds_into_the_same_folders(region: Path, tmp_path: Path) -> None:
    root = tmp_path / "wilayah"
    shutil.copytree(region, root)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(
        settings.replace("- spbe", "- spbe: {edition: internal}") + "\nsite_dir: hasil\n", "utf-8"
    )
    done = mkdocs(root)

    assert done.returncode == 0, done.stderr
    assert not (root / "hasil").exists()
    assert (root / "hasil-internal/.spbe").read_text("utf-8") == "situs internal\n"


def test_what_a_host_put_there_outlives_a_build(region: Path, tmp_path: Path) -> None:
    root = tmp_path / "wilayah"
    shutil.copytree(region, root)
    hosts = {"CNAME": "spbe.contoh.go.id", ".nojekyll": "", ".well-known/acme": "bukti"}
    for name, words in hosts.items():
        (root / "site" / name).parent.mkdir(exist_ok=True)
        (root / "site" / name).write_text(words, "utf-8")
    (root / "site/basi.html").write_text("dari data yang lama", "utf-8")

    assert build_region(root).returncode == 0
    assert {name: (root / "site" / name).read_text("utf-8") for name in hosts} == hosts
    assert not (root / "site/basi.html").exists()
    assert sorted(path.name for path in root.iterdir() if path.name.startswith(".")) == []


def test_the_plugin_listed_twice_leaves_the_old_site(region: Path, tmp_path: Path) -> None:
    root = tmp_path / "wilayah"
    shutil.copytree(region, root)
    before = everything(root / "site")
    text = (root / "mkdocs.yml").read_text("utf-8")
    twice = text.replace("  - spbe", "  - spbe\n  - spbe:\n      edition: publik", 1)
    (root / "mkdocs.yml").write_text(twice, "utf-8")
    (root / "lain.yml").write_text(twice, "utf-8")  # settings that our own check has not read

    for done in (build_region(root), mkdocs(root)):
        assert done.returncode == 1
        assert f"sudah tercantum pada baris {text[: text.index('- spbe')].count(chr(10)) + 1}" in done.stderr
    (root / "mkdocs.yml").write_text(text, "utf-8")
    other = mkdocs(root, "--config-file", "lain.yml")
    assert other.returncode == 1
    # Two plugins that write one search index at once end one way or another; both say that the old site stays.
    assert "situs yang lama tidak diubah" in other.stderr
    assert everything(root / "site") == before
    assert [path.name for path in root.iterdir() if path.name.startswith(".site")] == []
