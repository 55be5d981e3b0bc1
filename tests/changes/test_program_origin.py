"""What ``requirements.txt`` says of the program: a place that others can reach, at one version, without passwords."""

from __future__ import annotations

import json
import os
import subprocess
from importlib import metadata
from pathlib import Path

import pytest

from spbe.changes.program_origin import hosted, own_origin, wished_origin
from spbe.problems.usage import WrongArgumentError

COMMIT = "0123456789abcdef0123456789abcdef01234567"
URL = "https://git.arunika.example/spbe.git"


@pytest.mark.parametrize(
    ("address", "shared"),
    [
        (URL, URL),
        ("https://orang:rahasia@git.arunika.example/spbe.git", URL),
        ("git@git.arunika.example:tim/spbe.git", "ssh://git@git.arunika.example/tim/spbe.git"),
        ("ssh://orang:rahasia@git.arunika.example:2222/spbe.git", "ssh://orang@git.arunika.example:2222/spbe.git"),
        ("/srv/git/spbe.git", None),
        ("../spbe", None),
        ("file:///srv/git/spbe.git", None),
        ("C:/kerja/spbe", None),
    ],
)
def test_only_what_others_can_reach_is_written_and_never_a_password(address: str, shared: str | None) -> None:
    assert hosted(address) == shared


@pytest.mark.parametrize("text", [f"git+{URL}@{COMMIT}", f"{URL}@{COMMIT}", f"{URL}@v1.2"])
def test_a_repository_is_taken_at_a_revision(text: str) -> None:
    assert wished_origin(text).line == f"spbe @ git+{URL}@{text.rpartition('@')[2]}"


def test_the_address_of_a_wheel_keeps_its_checksum() -> None:
    address = "https://unduhan.arunika.example/spbe-1-py3-none-any.whl#sha256=ab"

    assert wished_origin(address).line == f"spbe @ {address}"


@pytest.mark.parametrize("text", ["spbe", "spbe==1.0", URL, "tidak-ada.whl", "/srv/git/spbe@main", ""])
def test_what_is_no_place_or_no_version_is_wrong_usage(text: str) -> None:
    with pytest.raises(WrongArgumentError):
        wished_origin(text)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Let the program be installed as ``direct_url.json`` says, a file that pip writes; with nothing, from an index."""

    def install(told: object) -> None:
        folder = tmp_path / "spbe-1.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: spbe\nVersion: 1\n", "utf-8")
        if told is not None:
            (folder / "direct_url.json").write_text(json.dumps(told), "utf-8")
        monkeypatch.setattr(metadata, "distribution", lambda _name: metadata.PathDistribution(folder))

    return install


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({"url": URL, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, f"spbe @ git+{URL}@{COMMIT}"),
        (
            {"url": "https://u.example/spbe-1.whl", "archive_info": {"hashes": {"sha256": "ab"}}},
            "spbe @ https://u.example/spbe-1.whl#sha256=ab",
        ),
        ({"url": "file:///tidak/ada/spbe-1-py3-none-any.whl", "archive_info": {}}, None),
        ({"url": "file:///tidak/ada", "dir_info": {"editable": True}}, None),
        (None, None),
    ],
)
def test_without_a_word_the_place_of_the_running_program_counts(installed, told: object, line: str | None) -> None:
    installed(told)
    found = own_origin()

    assert (found.line if found else None) == line


def test_a_wheel_on_this_machine_comes_along(installed, tmp_path: Path) -> None:
    wheel = tmp_path / "spbe-1-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    installed({"url": wheel.as_uri(), "archive_info": {}})
    found = own_origin()

    assert found is not None
    assert found.line == "./program/spbe-1-py3-none-any.whl"
    assert found.wheel is not None
    assert found.wheel.data == b"PK"


def test_of_a_checkout_the_published_commit_counts(installed, tmp_path: Path) -> None:
    def git(*words: str) -> str:
        env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        command = ["git", "-C", str(tmp_path / "kerja"), "-c", "user.name=S", "-c", "user.email=s@a.example", *words]
        return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout.strip()

    (tmp_path / "kerja").mkdir()
    git("init", "--quiet", "--initial-branch=main")
    git("commit", "--quiet", "--allow-empty", "-m", "terbit")
    git("remote", "add", "origin", "git@git.arunika.example:spbe.git")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    installed({"url": (tmp_path / "kerja").as_uri(), "dir_info": {"editable": True}})
    found = own_origin()
    git("commit", "--quiet", "--allow-empty", "-m", "belum terbit")

    assert found is not None
    assert found.line == f"spbe @ git+ssh://git@git.arunika.example/spbe.git@{git('rev-parse', 'HEAD~1')}"
    assert own_origin() is None  # nobody could get that commit, and no wheel can be made of an empty folder
