"""Twenty change requests, and the comment on each judged by a key that was written by hand before the comment existed.

``tests/data/permintaan/README.md`` says what the files hold, and reckons the index of the base.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from spbe.cli import main
from support.regions import copy_region
from support.repositories import Kept

DATA = Path(__file__).parent.parent / "data" / "permintaan"
BASE = DATA / "wilayah"
FILES = sorted(DATA.glob("*.yaml"))
BASE_DAY, HEAD_DAY = "2026-03-02", "2026-03-09"
REQUEST = {"judul", "pengirim", "tanggal", "langkah", "kunci"}
KEY = {"keputusan", "alasan", "indeks", "verdict_menyebut", "menyebut", "tidak_menyebut", "kosong"}
LIMIT = 60_000
ADVICE = {"terima": "Dapat diterima", "tanya": "Perlu ditimbang", "tolak": "Jangan diterima dahulu"}
FORM = ("--format", "markdown", "--edition", "publik")


def request_in(path: Path) -> dict[str, Any]:
    """The request that ``path`` holds; every scalar is text, as the author wrote it, but numbers of ``ulang``."""
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return loaded


REQUESTS = {path.stem: request_in(path) for path in FILES}


def written(edit: dict[str, str], root: Path) -> Iterator[tuple[Path, str | None]]:
    """Each path that ``edit`` touches in the region at ``root``, with its new text, ``None`` where it goes."""
    if "isi" in edit:
        for number in range(1, int(edit.get("ulang", "1")) + 1):
            yield (root / edit["letak"].replace("{n}", f"{number:03}"), edit["isi"].replace("{n}", f"{number:03}"))
    elif edit.get("hapus") == "ya":
        yield root / edit["letak"], None
    else:
        text = (root / edit["letak"]).read_text("utf-8")
        assert text.count(edit["ganti"]) == 1, edit
        yield root / edit["letak"], text.replace(edit["ganti"], edit["menjadi"])


def apply(edit: dict[str, str], root: Path) -> None:
    """Make ``edit`` in the region at ``root``; each of its files must change."""
    for path, text in written(edit, root):
        before = path.read_text("utf-8") if path.exists() else None
        assert before != text, edit
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose branch ``main`` is the base; ``permintaan`` is checked out."""
    root = copy_base(tmp_path_factory.mktemp("dasar") / "wilayah")
    kept = Kept(root)
    kept.git("init", "--quiet", "--initial-branch=main")
    kept.commit(BASE_DAY)
    kept.git("switch", "--quiet", "--create", "permintaan")
    return root


def copy_base(root: Path) -> Path:
    """The region of the base at ``root``, with its workflow."""
    workflow = ".github/workflows/spbe.yml"
    copy_region(BASE, root)
    Kept(root).write(workflow, (BASE / workflow).read_text("utf-8"))
    return root


def history(request: dict[str, Any], base: Path, root: Path) -> Kept:
    """The repository ``base`` at ``root``, with the commits of ``request`` on top."""
    shutil.copytree(base, root)
    kept = Kept(root)
    for step in request["langkah"]:
        for edit in step:
            apply(edit, root)
        kept.commit(request.get("tanggal", HEAD_DAY))
    return kept


def in_words(text: str, word: str) -> bool:
    """Whether ``text`` holds ``word``; a number or a code only as a whole, not as a part of a longer one."""
    if re.fullmatch(r"[A-Z]?\d+(,\d+)?", word):
        return re.search(rf"(?<![\w,]){re.escape(word)}(?!\w|,\d)", text) is not None
    return word in text


def is_no_comment(output: str) -> bool:
    """Whether ``output`` of the command says that there is nothing to comment on."""
    return not output.strip()


def faults(key: dict[str, Any], comment: str) -> list[str]:
    """What in ``comment`` is not as ``key`` demands."""
    told = [f"told: {word}" for word in key.get("tidak_menyebut", ()) if word in comment]
    if key.get("kosong") == "ya":
        return told if is_no_comment(comment) else [*told, "a comment where none is due"]
    first = next((line for line in comment.splitlines() if line.strip()), "")
    found = [f"verdict: {word}" for word in key.get("verdict_menyebut", ()) if not in_words(first, word)]
    found += [f"missing: {word}" for word in key.get("menyebut", ()) if not in_words(comment, word)]
    found += told
    found += [] if ADVICE[key["keputusan"]] in first else [f"advice: {key['keputusan']}"]
    figures = {*re.findall(r"(?<![\w,.])\d,\d\d(?![\w,])", first)}
    found += [f"index: {word}" for word in sorted({*key["indeks"]} ^ figures)]
    if len(comment.encode()) > LIMIT:
        found.append(f"longer than {LIMIT} bytes")
    return found


def test_there_are_twenty_and_at_least_six_are_to_be_refused() -> None:
    decisions = [one["kunci"]["keputusan"] for one in REQUESTS.values()]
    assert len(decisions) == 20
    assert set(decisions) == {"terima", "tolak", "tanya"}
    assert decisions.count("tolak") >= 6


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_is_complete_and_each_edit_changes_something(name: str, tmp_path: Path) -> None:
    request = REQUESTS[name]
    assert set(request) <= REQUEST
    assert {"judul", "pengirim", "langkah", "kunci"} <= set(request)
    key = request["kunci"]
    assert set(key) <= KEY
    assert {"keputusan", "alasan", "indeks"} <= set(key)
    assert len(key["indeks"]) == 2
    root = copy_base(tmp_path / "wilayah")
    for step in request["langkah"]:
        for edit in step:
            apply(edit, root)


def test_the_judge_finds_what_is_missing_and_what_is_told_too_much() -> None:
    key = {"keputusan": "terima", "indeks": ["2,56", "2,53"], "verdict_menyebut": ["2,53"], "menyebut": ["I3"]}
    key |= {"tidak_menyebut": ["rahasia"]}
    assert faults(key, "Dapat diterima: Indeks 2,56 menjadi 2,53.\n\nI3 turun.\n") == []
    assert faults(key, "Perlu ditimbang: Indeks 2,56.\n\nI36 turun, rahasia.\n") == [
        "verdict: 2,53",
        "missing: I3",
        "told: rahasia",
        "advice: terima",
        "index: 2,53",
    ]
    still = {"keputusan": "tolak", "indeks": ["2,56", "2,56"]}
    assert faults(still, "Jangan diterima dahulu: Indeks tetap 2,56.\n\nDomain D4: 2,94.") == []
    assert faults(still, "Jangan diterima dahulu: Indeks 2,56 menjadi 2,60.") == ["index: 2,60"]
    assert faults(still, "Jangan diterima dahulu: Satu nama berganti.") == ["index: 2,56"]
    assert faults({**still, "kosong": "ya"}, "Satu nama berganti.") == ["a comment where none is due"]


@pytest.mark.parametrize("name", REQUESTS)
def test_a_comment_says_what_the_key_demands(name: str, base: Path, tmp_path: Path) -> None:
    request = REQUESTS[name]
    kept = history(request, base, tmp_path / "wilayah")
    result = CliRunner().invoke(main, ["diff", "main", "permintaan", "--root", str(kept.root), *FORM])
    assert result.exit_code == 0, result.output
    assert faults(request["kunci"], result.stdout) == []
