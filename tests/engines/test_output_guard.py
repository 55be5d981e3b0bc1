"""The guard of targets: what may never be replaced, by whatever name it is called, and what may."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from spbe.editions import INTERNAL, PUBLIC, Audience
from spbe.engines.output.output_guard import MARK, OutputMark, OutputPlaceError, demand_place, edition_folder, is_hosts

SITE = OutputMark("situs", PUBLIC)
INTERNAL_SITE = OutputMark("situs", INTERNAL)


@pytest.fixture
def region(tmp_path: Path) -> Path:
    root = tmp_path / "daerah"
    for name in ("content", "indicators/2025", "architecture/aplikasi", "site_templates", "skema"):
        (root / name).mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: A\n", "utf-8")
    return root


@pytest.fixture
def repository(region: Path) -> Path:
    git(region, "init", "-q", "-b", "main")
    git(region, "commit", "-q", "--allow-empty", "-m", "awal")
    return region


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=U", "-c", "user.email=u@contoh.invalid", "-c", "protocol.file.allow=always")
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


def made(folder: Path, mark: OutputMark = SITE) -> Path:
    """A folder that spbe wrote."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text("situs", "utf-8")
    (folder / MARK).write_text(mark.text, "utf-8")
    return folder


def refused(target: Path, region: Path, mark: OutputMark = SITE) -> str:
    with pytest.raises(OutputPlaceError) as told:
        demand_place(target, region, mark)
    assert str(target) in str(told.value) or "bukan folder" in str(told.value)
    return str(told.value)


def test_what_is_new_or_empty_or_ours_may_be_written(region: Path, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    for target in (region / "site", tmp_path / "a/b/c", tmp_path / "kosong", made(region / "pratinjau")):
        demand_place(target, region, SITE)


@pytest.mark.parametrize(
    "name",
    [
        *(
            ".",
            "..",
            "content",
            "content/baru",
            "indicators",
            "indicators/2025",
            "architecture",
            "architecture/aplikasi",
        ),
        *("site_templates", "site_templates/pages", "skema", "site/../architecture", ".git", ".git/pages", ".GIT/x"),
    ],
)
def test_neither_the_region_nor_its_data_nor_git_is_ever_replaced(name: str, region: Path) -> None:
    assert "pilih folder lain" in refused(region / name, region)


def test_data_is_known_however_it_is_reached(region: Path, tmp_path: Path) -> None:
    (tmp_path / "pintu").symlink_to(region / "architecture")
    (tmp_path / "kata").mkdir()
    (region / "content").rmdir()
    (region / "content").symlink_to(tmp_path / "kata")

    for target in (tmp_path / "pintu", tmp_path / "kata", tmp_path / "kata/site"):
        assert "data wilayah" in refused(target, region)


def test_a_folder_that_a_setting_makes_a_source_is_one(region: Path) -> None:
    (region / "halaman").mkdir()
    with pytest.raises(OutputPlaceError, match="data wilayah"):
        demand_place(region / "halaman/site", region, SITE, [region / "halaman"])


def test_what_spbe_did_not_write_is_left_alone(region: Path, tmp_path: Path) -> None:
    (tmp_path / "public_html").mkdir()
    (tmp_path / "public_html/index.php").write_text("penting", "utf-8")

    assert "bukan buatan perintah ini" in refused(tmp_path / "public_html", region)
    assert "bukan folder" in refused(tmp_path / "public_html/index.php", region)
    assert "bukan folder" in refused(tmp_path / "public_html/index.php/di/bawahnya", region)


def test_nothing_is_written_into_what_was_published(region: Path, tmp_path: Path) -> None:
    site = made(region / "site")

    for name in ("internal", "a/b/c", "aset"):
        assert "pilih folder di luarnya" in refused(site / name, region, INTERNAL_SITE)
    made(tmp_path)  # a region may lie in a site
    demand_place(tmp_path / "daerah/situs", region, SITE)


def test_a_mark_that_says_nothing_is_none(region: Path, tmp_path: Path) -> None:
    folder = made(tmp_path / "x")
    (folder / MARK).write_text("catatan saya", "utf-8")

    assert "bukan buatan perintah ini" in refused(folder, region)


def test_files_that_the_region_s_repository_tracks_are_left_alone(repository: Path) -> None:
    site = made(repository / "docs")
    demand_place(site, repository, SITE)
    git(repository, "add", "docs")

    assert "git rm -r --cached" in refused(site, repository)


def test_a_region_below_the_top_of_its_repository_is_guarded_too(tmp_path: Path) -> None:
    root = tmp_path / "repo/daerah"
    root.mkdir(parents=True)
    git(tmp_path / "repo", "init", "-q")
    site = made(tmp_path / "repo/web")
    git(tmp_path / "repo", "add", "web")

    assert "git rm -r --cached" in refused(site, root)


def test_a_worktree_and_a_submodule_for_the_site_may_be_replaced(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "-q", "-b", "gh-pages", "site")
    demand_place(repository / "site", repository, SITE)
    made(repository / "site")
    git(repository / "site", "add", "-A")
    git(repository / "site", "commit", "-q", "-m", "situs")
    demand_place(repository / "site", repository, SITE)

    git(repository, "worktree", "list")
    git(repository, "clone", "-q", "--branch", "gh-pages", str(repository), str(tmp_path / "pages"))
    git(repository, "submodule", "add", "-q", str(tmp_path / "pages"), "terbit")
    demand_place(repository / "terbit", repository, SITE)


def test_a_worktree_with_files_of_somebody_is_left_alone(repository: Path) -> None:
    git(repository, "worktree", "add", "-q", "-b", "gh-pages", "site")
    (repository / "site/catatan.md").write_text("penting", "utf-8")

    assert "bukan buatan perintah ini" in refused(repository / "site", repository)


def test_what_a_host_put_there_does_not_make_a_folder_somebody_s(region: Path, tmp_path: Path) -> None:
    for name in (".git", ".nojekyll", ".well-known", "CNAME", "lost+found"):
        assert is_hosts(name)
        (tmp_path / "pages" / name).mkdir(parents=True)
    demand_place(tmp_path / "pages", region, SITE)

    assert not is_hosts(MARK)
    assert not is_hosts("index.html")


@pytest.mark.parametrize("name", [".bashrc", ".ssh/id_ed25519", ".config/x", ".vscode/settings.json", ".env"])
def test_a_folder_of_hidden_files_is_somebody_s(name: str, region: Path, tmp_path: Path) -> None:
    home = tmp_path / "rumah"
    (home / ".git").mkdir(parents=True)
    (home / name).parent.mkdir(parents=True, exist_ok=True)
    (home / name).write_text("penting", "utf-8")

    assert "bukan buatan perintah ini" in refused(home, region)


@pytest.mark.parametrize(
    ("there", "new"),
    [
        (SITE, INTERNAL_SITE),
        (INTERNAL_SITE, SITE),
        (SITE, OutputMark("luring", PUBLIC)),
        (SITE, OutputMark("pohon", PUBLIC)),
        (OutputMark("situs", Audience("opd", "dinkes")), OutputMark("situs", Audience("opd", "diskominfo"))),
    ],
)
def test_one_edition_never_replaces_another(there: OutputMark, new: OutputMark, region: Path) -> None:
    folder = made(region / "hasil", there)
    demand_place(folder, region, there)

    assert f"edisi {there.audience.edition}" in refused(folder, region, new)


def test_folders_of_earlier_versions_are_known(region: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "aset").mkdir(parents=True)
    (site / "aset/spbe.css").write_text("", "utf-8")
    (site / "index.html").write_text("<title>Situs</title>", "utf-8")
    demand_place(site, region, SITE)
    demand_place(site, region, OutputMark("luring", PUBLIC))
    refused(site, region, INTERNAL_SITE)

    (site / "index.html").write_text('<meta name="robots" content="noindex, nofollow">', "utf-8")
    demand_place(site, region, INTERNAL_SITE)
    demand_place(site, region, OutputMark("situs", Audience("opd", "dinkes")))
    refused(site, region, SITE)


def test_a_tree_is_replaced_only_without_things_of_somebody_else(region: Path, tmp_path: Path) -> None:
    tree = OutputMark("pohon", PUBLIC)
    folder = tmp_path / "pohon"
    (folder / "docs").mkdir(parents=True)
    for name in ("mkdocs.yml", "docs/robots.txt", ".spbe-tree"):
        (folder / name).write_text("", "utf-8")
    demand_place(folder, region, tree)
    (folder / ".spbe-tree").unlink()
    (folder / MARK).write_text(tree.text, "utf-8")
    (folder / "site").mkdir()  # what an engine leaves there
    demand_place(folder, region, tree)
    (folder / "catatan.txt").write_text("", "utf-8")

    refused(folder, region, tree)


def test_a_link_means_what_it_leads_to(region: Path, tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "publik").symlink_to(tmp_path / "html")
    (tmp_path / "baru").symlink_to(tmp_path / "belum-ada")
    (tmp_path / "berkas").symlink_to(region / "mkdocs.yml")
    (tmp_path / "lingkar").symlink_to(tmp_path / "lingkar")

    demand_place(tmp_path / "publik", region, SITE)
    demand_place(tmp_path / "baru", region, SITE)
    assert "bukan folder" in refused(tmp_path / "berkas", region)
    refused(tmp_path / "lingkar", region)


def test_every_edition_and_copy_has_a_folder_of_its_own() -> None:
    base = Path("/r/site")
    own = Audience("opd", "dinkes")
    marks = [SITE, INTERNAL_SITE, OutputMark("situs", own)]
    marks += [OutputMark("luring", audience) for audience in (PUBLIC, INTERNAL, own)]
    assert [os.fspath(edition_folder(base, mark).relative_to("/r")) for mark in marks] == [
        *("site", "site-internal", "site-opd-dinkes", "site-luring", "site-internal-luring", "site-opd-dinkes-luring"),
    ]
