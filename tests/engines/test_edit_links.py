"""The way to a file's editor: by the host, the real branch and the region's folder, or as ``edit_uri`` has it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from mkdocs.config import load_config

from spbe.engines.mkdocs.edit_links import take_repository

GIT = ("git", "-c", "user.name=S", "-c", "user.email=s@arunika.example", "-c", "commit.gpgsign=false")
FILE = "architecture/aplikasi/simpeg.yaml"


def git(folder: Path, *words: str) -> None:
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run([*GIT, "-C", str(folder), *words], env=env, check=True, capture_output=True)


def repository(top: Path, inside: str = "", branch: str = "main") -> Path:
    """A region in the folder ``inside`` of a repository with one commit; returns the region's root."""
    (top / inside / "content").mkdir(parents=True)
    git(top, "init", "--quiet", f"--initial-branch={branch}")
    git(top, "commit", "--quiet", "--allow-empty", "-m", "x")
    return top / inside


def link(root: Path, settings: str) -> str | None:
    """Where :data:`FILE` is edited when ``mkdocs.yml`` holds ``settings``."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "content").mkdir(exist_ok=True)
    path = root / "mkdocs.yml"
    path.write_text(f"site_name: X\ndocs_dir: content\nplugins: []\n{settings}", "utf-8")
    config = load_config(str(path))
    found = take_repository(config, root)
    assert config.repo_url is None
    assert config.edit_uri is None
    return found.edit_url(FILE) if found else None


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("repo_url: https://github.com/kab/data", f"https://github.com/kab/data/edit/main/{FILE}"),
        ("repo_url: https://github.com/kab/data.git/", f"https://github.com/kab/data/edit/main/{FILE}"),
        ("repo_url: https://gitlab.com/kab/tim/data", f"https://gitlab.com/kab/tim/data/-/edit/main/{FILE}"),
        ("repo_url: https://gitlab.arunikakab.example/d", f"https://gitlab.arunikakab.example/d/-/edit/main/{FILE}"),
        (
            "repo_url: https://git.arunikakab.example/d\nrepo_name: GitLab",
            f"https://git.arunikakab.example/d/-/edit/main/{FILE}",
        ),
        ("repo_url: https://bitbucket.org/kab/data", f"https://bitbucket.org/kab/data/src/main/{FILE}?mode=edit"),
        ("repo_url: https://codeberg.org/kab/data", f"https://codeberg.org/kab/data/_edit/main/{FILE}"),
        ("repo_url: https://git.arunikakab.example/d", None),
        ("repo_url: https://github.com/kab/data\nedit_uri: ''", None),
        (
            "repo_url: https://github.com/kab/data\nedit_uri: edit/lain/content/",
            f"https://github.com/kab/data/edit/lain/{FILE}",
        ),
        (
            "repo_url: https://git.arunikakab.example/d\nedit_uri: ubah/lain/docs/",
            f"https://git.arunikakab.example/d/ubah/lain/{FILE}",
        ),
        ("", None),
    ],
)
def test_each_host_has_its_editor_and_a_written_edit_uri_counts(
    tmp_path: Path, settings: str, expected: str | None
) -> None:
    assert link(repository(tmp_path), settings + "\n") == expected


@pytest.mark.parametrize("host", ["https://github.com/kab/data/edit", "https://gitlab.com/kab/data/-/edit"])
def test_the_folder_of_the_region_and_its_real_branch_are_part_of_it(tmp_path: Path, host: str) -> None:
    root = repository(tmp_path, "wilayah/spbe data", branch="rilis/2026")
    url = host.partition("/data/")[0] + "/data"

    assert link(root, f"repo_url: {url}\n") == f"{host}/rilis/2026/wilayah/spbe%20data/{FILE}"


def test_without_a_branch_checked_out_that_of_origin_counts(tmp_path: Path) -> None:
    repository(tmp_path / "asal", branch="utama")
    git(tmp_path, "clone", "--quiet", str(tmp_path / "asal"), "salinan")
    root = tmp_path / "salinan"
    git(root, "checkout", "--quiet", "--detach")

    assert link(root, "repo_url: https://github.com/kab/data\n") == f"https://github.com/kab/data/edit/utama/{FILE}"
    git(root, "commit", "--quiet", "--allow-empty", "-m", "di luar cabang")  # origin/HEAD still tells its main branch
    assert link(root, "repo_url: https://github.com/kab/data\n") == f"https://github.com/kab/data/edit/utama/{FILE}"


def test_of_several_branches_that_end_here_the_main_one_counts(tmp_path: Path) -> None:
    repository(tmp_path / "asal", branch="utama")
    git(tmp_path / "asal", "branch", "coba")
    git(tmp_path, "clone", "--quiet", str(tmp_path / "asal"), "salinan")
    root = tmp_path / "salinan"
    git(root, "checkout", "--quiet", "--detach")

    assert link(root, "repo_url: https://github.com/kab/data\n") == f"https://github.com/kab/data/edit/utama/{FILE}"


def test_a_copy_without_git_asks_the_host_for_its_main_branch(tmp_path: Path) -> None:
    expected = f"https://github.com/kab/data/edit/HEAD/{FILE}"

    assert link(tmp_path / "wilayah", "repo_url: https://github.com/kab/data\n") == expected
