"""``spbe diff`` over histories that nobody would wish for: no traceback, one sentence where it cannot go on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support.repositories import Kept, repository

APP = "architecture/aplikasi/simpeg.yaml"
ODD = "architecture/aplikasi/$(touch x) `id` <b>|[a](b) é.yaml"
FORMS = ("text", "markdown", "json", "html")


def odd_history(minimal: Path) -> Kept:
    """``lama`` has a file that cannot be read; ``HEAD`` is a merge, with a submodule and a name full of signs."""
    kept = Kept(minimal)
    kept.write("architecture/layanan/rusak.yaml", "id: rusak\nnama: [\n")
    kept.git("init", "--quiet", "--initial-branch=main")
    kept.commit("2026-01-05")
    kept.git("tag", "lama")
    kept.git("switch", "--quiet", "--create", "cabang")
    kept.write(ODD, 'id: aneh\nnama: "Aneh $(id) `x` @semua #1 <i>"\n')
    kept.commit("2026-01-06")
    kept.git("switch", "--quiet", "main")
    kept.write(APP, (minimal / APP).read_text("utf-8").replace("Sistem Kepegawaian", "Sistem ASN"))
    kept.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},architecture/aplikasi/luar")
    kept.git("commit", "--quiet", "-am", "x", when=kept.noon("2026-01-07"))
    kept.git("merge", "--quiet", "--no-ff", "-m", "x", "cabang", when=kept.noon("2026-01-08"))
    return kept


def test_merges_submodules_odd_names_and_unreadable_files_stop_no_form(spbe, minimal: Path) -> None:
    kept = odd_history(minimal)
    said = {}
    for form in FORMS:
        result = spbe("diff", "lama", "main", "--root", kept.root, "--format", form)
        assert (result.exit_code, result.stderr) == (0, ""), form
        said[form] = result.stdout
    assert [row["name"] for row in json.loads(said["json"])["records"]["changed"]] == ["Sistem ASN"]
    assert "<i>" not in said["markdown"] + said["html"]
    assert "@semua" not in said["markdown"]
    assert "#1 " not in said["markdown"]


def lost_tree(kept: Kept) -> None:
    name = kept.git("rev-parse", "HEAD~1^{tree}")
    (kept.root / ".git/objects" / name[:2] / name[2:]).unlink()


def broken_head(kept: Kept) -> None:
    (kept.root / ".git/HEAD").write_text("rusak")


@pytest.mark.parametrize("damage", [lost_tree, broken_head])
def test_a_damaged_history_is_one_sentence_with_a_way_out(spbe, minimal: Path, damage: Callable[[Kept], None]) -> None:
    kept = repository(minimal)
    kept.commit("2026-02-01")
    damage(kept)
    result = spbe("diff", "HEAD~1", "HEAD", "--root", kept.root)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert "`git status`" in result.stderr
