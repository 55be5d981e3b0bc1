"""A folder takes the place of another, whatever stands beside it and whatever cannot be exchanged."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from spbe.engines.output import in_place
from spbe.engines.output import staging as module
from spbe.engines.output.in_place import fill
from spbe.engines.output.output_guard import is_hosts
from spbe.engines.output.staging import Staging
from support.killed_processes import HOLDER, killed
from support.mounts import can_mount, in_mounts, volume

WAYS = ["exchange", "two renames", "file by file"]
HOSTS = (".git/HEAD", ".nojekyll", ".well-known/acme/bukti", "CNAME")
BUILD = """
import sys
from pathlib import Path
from spbe.engines.output.output_guard import is_hosts
from spbe.engines.output.staging import Staging
staging = Staging(Path(sys.argv[1]), is_hosts)
try:
    for name in ("index.html", "aset/gaya.css"):
        (staging.path / name).parent.mkdir(exist_ok=True)
        (staging.path / name).write_text("baru" * int(sys.argv[2]))
    staging.publish()
except OSError as error:
    print(error.errno)
finally:
    staging.discard()
print(sorted(str(path.relative_to(sys.argv[1])) for path in Path(sys.argv[1]).rglob("*") if path.is_file()))
print((Path(sys.argv[1]) / "index.html").read_text()[:4])
print(sorted(path.name for path in Path(sys.argv[1]).parent.iterdir()))
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return folder(tmp_path / "site", "lama")


@pytest.fixture(params=WAYS)
def any_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param != "exchange":
        monkeypatch.setattr(module, "_exchange", lambda _one, _other: False)
    if request.param == "file by file":
        monkeypatch.setattr(Staging, "_rename_both", lambda _staging: False)


def folder(path: Path, words: str, *names: str) -> Path:
    for name in names or ("a.txt",):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(words)
    return path


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def files(place: Path) -> dict[str, str]:
    return {path.relative_to(place).as_posix(): path.read_text() for path in place.rglob("*") if path.is_file()}


def publish(target: Path, words: str, *inside: str) -> None:
    staging = Staging(target, is_hosts)
    folder(staging.path, words, *inside)
    staging.publish()


@pytest.mark.usefixtures("any_way")
def test_the_new_folder_replaces_the_old_one_and_leaves_nothing(target: Path) -> None:
    folder(target, "lama", "lama/dalam/b.txt", "berganti/c.txt", "d.txt")
    publish(target, "baru", "a.txt", "baru/e.txt", "berganti", "d.txt/f.txt")

    assert files(target) == dict.fromkeys(("a.txt", "baru/e.txt", "berganti", "d.txt/f.txt"), "baru")
    assert not (target / "lama").exists()
    assert names(target.parent) == ["site"]


@pytest.mark.usefixtures("any_way")
def test_what_the_host_put_there_stays(target: Path) -> None:
    folder(target, "host", *HOSTS)
    (target / ".tautan").symlink_to("/tidak/ada")
    publish(target, "baru", "index.html", "CNAME")

    kept = dict.fromkeys(HOSTS[:3], "host")
    assert files(target) == {**kept, "CNAME": "baru", "index.html": "baru"}
    assert (target / ".tautan").is_symlink()
    assert names(target.parent) == ["site"]


@pytest.mark.usefixtures("any_way")
def test_a_link_stays_and_what_it_leads_to_is_replaced(target: Path, tmp_path: Path) -> None:
    (tmp_path / "sini").mkdir()
    link = tmp_path / "sini/publik"
    link.symlink_to(target)
    publish(link, "baru")

    assert link.is_symlink()
    assert files(target) == {"a.txt": "baru"}
    assert names(tmp_path) == ["sini", "site"]
    assert names(tmp_path / "sini") == ["publik"]


@pytest.mark.usefixtures("any_way")
def test_the_mode_of_the_folder_stays(target: Path) -> None:
    target.chmod(0o2750)
    publish(target, "baru")

    assert target.stat().st_mode & 0o7777 == 0o2750


def test_what_is_given_up_leaves_the_old_site_as_it_was(target: Path) -> None:
    staging = Staging(target, is_hosts)
    folder(staging.path, "baru")
    staging.discard()

    assert files(target) == {"a.txt": "lama"}
    assert names(target.parent) == ["site"]


def dead_staging(target: Path) -> Path:
    """What a build that was killed left."""
    arguments = "Path(sys.argv[1]), lambda name: False"
    code = HOLDER.format(module="spbe.engines.output.staging", name="Staging", argument=arguments)
    return killed(code.replace("lease.folder", "lease.path"), str(target))


def test_what_dead_builds_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    target = folder(tmp_path / "s[i]te", "lama")
    dead, living = dead_staging(target), Staging(target, is_hosts)
    kept = [".s[i]te.0123", ".site.spbe-0123abcd", ".s[i]te.spbe-catatan", "s[i]te"]
    earlier = [".s[i]te.spbe-4711", ".s[i]te.spbe-lama-4711"]
    for name in (*kept[:-1], *earlier):
        (tmp_path / name).mkdir()
    staging = Staging(target, is_hosts)

    assert not dead.exists()
    locks = [f"{one.path.name}.kunci" for one in (living, staging)]
    assert names(tmp_path) == sorted([*kept, living.path.name, staging.path.name, *locks])
    assert files(target) == {"a.txt": "lama"}


@pytest.mark.parametrize("name", [".site.spbe-lama-4711", None])
def test_an_old_site_that_a_dead_build_had_put_aside_comes_back(name: str | None, tmp_path: Path) -> None:
    aside = tmp_path / name if name else Path(f"{dead_staging(tmp_path / 'site')}.lama")
    folder(aside, "lama")
    staging = Staging(tmp_path / "site", is_hosts)
    staging.discard()

    assert files(tmp_path / "site") == {"a.txt": "lama"}
    assert names(tmp_path) == ["site"]


def test_a_history_that_a_dead_build_had_not_brought_over_comes_back(target: Path) -> None:
    folder(dead_staging(target), "riwayat", ".git/HEAD", "index.html")
    Staging(target, is_hosts).discard()

    assert files(target) == {"a.txt": "lama", ".git/HEAD": "riwayat"}
    assert names(target.parent) == ["site"]


def test_when_the_new_folder_cannot_come_in_the_old_one_comes_back(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_exchange", lambda _one, _other: False)
    staging = Staging(target, is_hosts)
    rename = Path.rename
    monkeypatch.setattr(
        Path,
        "rename",
        lambda one, to: (_ for _ in ()).throw(OSError(5, "x")) if one == staging.path else rename(one, to),
    )
    with pytest.raises(OSError, match="x"):
        staging.publish()
    staging.discard()

    assert files(target) == {"a.txt": "lama"}
    assert names(target.parent) == ["site"]


def test_no_page_is_there_before_its_files_nor_after_them(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen after every single step: whatever page is new has all that is new, and what is old goes last."""
    folder(target, "lama", "index.html", "lama.html", "lama.css")
    source = folder(
        target / ".spbe-0123abcd", "baru", "index.html", "a/index.html", "a/b/index.html", "z.css", "a/g.png"
    )
    seen: list[dict[str, str]] = []
    for name in ("replace", "unlink"):
        real = getattr(Path, name)
        monkeypatch.setattr(Path, name, lambda *words, real=real: (real(*words), seen.append(files(target)))[0])
    unlink = os.unlink
    monkeypatch.setattr(in_place.os, "unlink", lambda path: (unlink(path), seen.append(files(target)))[0])
    fill(source, target, is_hosts)

    assert files(target).keys() - {"a.txt"} == {"index.html", "a/index.html", "a/b/index.html", "z.css", "a/g.png"}
    assert len(seen) == 5 + 3
    for step in seen:
        new = {name for name, words in step.items() if words == "baru" and not name.startswith(".spbe")}
        old = {name for name, words in step.items() if words == "lama"}
        assert {"z.css", "a/g.png"} <= new or not any(name.endswith(".html") for name in new)
        assert "index.html" in old or {"a/index.html", "a/b/index.html"} <= new
        assert {"lama.html", "lama.css"} <= old or "index.html" in new


def test_a_mount_is_filled_and_what_its_host_put_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    site.mkdir()
    if can_mount():
        before = f"{volume(site)}; cd {site}; echo x >CNAME; echo x >lama.html; cd /"
        done = in_mounts(before, BUILD, site, 1)
        assert done.stdout.splitlines() == ["['CNAME', 'aset/gaya.css', 'index.html']", "baru", "['site']"], done.stderr
    else:  # the same, but for the system's own refusal
        monkeypatch.setattr(Path, "is_mount", lambda path: path == site)
        folder(site, "x", "CNAME", "lama.html")
        publish(site, "baru", "index.html", "aset/gaya.css")
        assert files(site) == {"CNAME": "x", "index.html": "baru", "aset/gaya.css": "baru"}


def test_a_folder_below_one_that_cannot_be_written_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = folder(tmp_path / "web/site", "lama", "index.html", "lama.html")
    if can_mount():
        web = site.parent
        own = f"mount --bind {web} {web}; mount --bind {site} {site}"
        before = f"{own}; mount -o remount,bind,ro {web}; ! mkdir {web}/x 2>&1"
        done = in_mounts(before, BUILD, site, 1)
        assert done.stdout.splitlines()[-3:] == ["['aset/gaya.css', 'index.html']", "baru", "['site']"], done.stderr
    else:
        lease = module.Lease

        def refusing(beginning: Path) -> module.Lease:
            if beginning.parent == site.parent:
                raise PermissionError(errno.EACCES, "x", str(beginning))
            return lease(beginning)

        monkeypatch.setattr(module, "Lease", refusing)
        publish(site, "baru", "index.html")
        assert files(site) == {"index.html": "baru"}


def test_a_mount_that_is_full_keeps_its_old_site(tmp_path: Path, untried: Callable[[str], None]) -> None:
    site = tmp_path / "site"
    site.mkdir()
    if not can_mount():
        untried("a site on a full mount (the limit of its files is tried elsewhere): no mounts of one's own")
        return
    before = f"{volume(site, '64k')}; echo lama >{site}/index.html; echo lama >{site}/lama.html"
    done = in_mounts(before, BUILD, site, 100_000)

    lines = done.stdout.splitlines()
    assert lines == [str(errno.ENOSPC), "['index.html', 'lama.html']", "lama", "['site']"], done.stderr


def test_names_of_folders_at_work_are_no_names_of_sites() -> None:
    assert re.fullmatch(r"\.spbe-[0-9a-f]{8}", ".spbe-0123abcd")
    assert not is_hosts(".spbe-0123abcd")
