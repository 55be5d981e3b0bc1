"""``spbe init --ci``: files for a host are valid, safe by construction, and each line of them that runs ran here."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from spbe.cli import main
from support.host_servers import Host, hosting
from support.issue_forms import rendered
from support.regions import ROOT, copy_region
from support.repositories import Kept
from support.runner import BIN, Machine, gitlab_job, gitlab_variables, value_of

pytestmark = pytest.mark.slow

WORKFLOWS = ".github/workflows"
ANSWER = "indicators/2025/I11.yaml"
MARK = "<!-- spbe: akibat perubahan -->"
SETTLED = "Usulan ini sekarang tidak mengubah data yang berarti."


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The smallest region with every file for both hosts; a clone of the bare repository beside it, ``pusat.git``.

    Pull request 1 raises a level, 2 breaks a file; both are merged into main for their check, as GitHub does it.
    """
    home = tmp_path_factory.mktemp("ci")
    root = copy_region(ROOT / "tests/data/minimal", home / "wilayah")
    kept = Kept(root)
    kept.git("init", "--quiet", "--initial-branch=main")
    words = ["init", str(root), "--ci", "keduanya", "--sumber", "https://contoh.example/spbe.git@abc"]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    kept.write("architecture/perangkat-daerah/diskominfo.yaml", "id: diskominfo\nnama: Dinas\nakun_git: [kominfo]\n")
    shutil.rmtree(root / "content/panduan")  # pages without which a build is quicker
    kept.write("requirements.txt", f"click=={metadata.version('click')}\n")
    kept.commit("2026-01-05")
    for number, text in ((1, "perangkat_daerah: diskominfo\nnilai: {mandiri: 4}\n"), (2, "nilai: {mandiri: 9}\n")):
        kept.git("checkout", "--quiet", "-B", f"usulan-{number}", "main")
        kept.write(ANSWER, text)
        kept.commit("2026-01-06")
        kept.git("checkout", "--quiet", "--detach", "main")
        kept.git("merge", "--quiet", "--no-ff", "-m", "Merge", f"usulan-{number}")
        kept.git("update-ref", f"refs/pull/{number}/merge", "HEAD")
    kept.git("checkout", "--quiet", "main")
    kept.git("clone", "--quiet", "--mirror", str(root), str(home / "pusat.git"))
    return kept


def workflow(project: Kept, name: str) -> Path:
    return project.root / WORKFLOWS / f"spbe-{name}.yml"


def settings(project: Kept) -> dict[str, dict[str, Any]]:
    return {path.name: yaml.safe_load(path.read_text("utf-8")) for path in (project.root / WORKFLOWS).iterdir()}


def pull_request(number: int, visibility: str = "public") -> dict[str, Any]:
    return {"github": {"event": {"repository": {"visibility": visibility}, "pull_request": {"number": number}}}}


def machine(project: Kept, home: Path, context: dict[str, Any], ref: str = "main", **env: str) -> Machine:
    return Machine(home, home / "artifacts", context, env, project.root.parent / "pusat.git", ref)


@pytest.fixture(scope="module")
def checked(project: Kept, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """The machine on which pull request 1 was checked."""
    done = machine(project, tmp_path_factory.mktemp("usulan"), pull_request(1), "refs/pull/1/merge")
    assert done.run(workflow(project, "periksa"), "periksa") == 0, done.said
    return done


def test_zizmor_finds_nothing(project: Kept) -> None:
    command = [str(BIN / "zizmor"), "--offline", "--no-progress", "--persona=auditor", "--format=json", ".github"]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False)

    assert json.loads(done.stdout) == []
    assert done.returncode == 0


def test_hosts_would_read_the_files(project: Kept) -> None:
    workflows = [str(path) for path in (project.root / WORKFLOWS).iterdir()]
    forms = [str(path) for path in (project.root / ".github/ISSUE_TEMPLATE").iterdir() if path.name != "config.yml"]
    assert len(forms) == 6
    for schema, files in (
        ("github-workflows", workflows),
        ("github-issue-forms", forms),
        ("github-issue-config", [str(project.root / ".github/ISSUE_TEMPLATE/config.yml")]),
        ("gitlab-ci", [str(project.root / ".gitlab-ci.yml")]),
    ):
        told = CliRunner().invoke(check_jsonschema, ["--builtin-schema", f"vendor.{schema}", *files])
        assert told.exit_code == 0, told.output


def test_what_runs_on_a_pull_request_can_only_read(project: Kept) -> None:
    found = settings(project)
    for name, one in found.items():
        assert one["permissions"] == {}, name  # what a job does not ask for, it has not
    rights = {job: said["permissions"] for one in found.values() for job, said in one["jobs"].items()}

    assert rights == {
        "periksa": {"contents": "read"},
        "bangun": {"contents": "read"},
        "terbit": {"pages": "write", "id-token": "write"},
        "komentar": {"actions": "read", "pull-requests": "write"},
        "terima": {"contents": "write", "issues": "write", "pull-requests": "write"},
    }
    assert found["spbe-formulir.yml"][True] == {"issues": {"types": ["labeled"]}}
    assert found["spbe-periksa.yml"][True] == {"pull_request": None}  # YAML reads `on` as true
    texts = {path.name: path.read_text("utf-8") for path in (project.root / WORKFLOWS).iterdir()}
    assert not [name for name, text in texts.items() if "secrets." in text or "pull_request_target" in text]
    assert "checkout" not in texts["spbe-komentar.yml"]


def test_actions_are_pinned_by_commit_and_say_their_version(project: Kept) -> None:
    lines = [line for path in (project.root / WORKFLOWS).iterdir() for line in path.read_text("utf-8").splitlines()]
    used = [line.strip() for line in lines if "uses:" in line]

    assert len(used) == 11
    assert not [line for line in used if not re.fullmatch(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)]


def test_a_check_tells_what_a_pull_request_means_and_shows_the_site(checked: Machine) -> None:
    comment = (checked.artifacts / "komentar/publik.md").read_text("utf-8")

    assert "I11" in comment
    assert "mandiri" in comment
    assert "<html" in (checked.artifacts / "komentar/publik.html").read_text("utf-8")
    assert (checked.temp / "ringkasan.md").read_text("utf-8") == comment
    page = LexborHTMLParser((checked.artifacts / "pratinjau-situs/index.html").read_text("utf-8"))
    links = [node.attributes["href"] or "" for node in page.css("a[href]")]
    assert "indeks/index.html" in links  # a folder alone would not open from disk


def test_broken_data_is_annotated_and_told_but_not_built(project: Kept, tmp_path: Path) -> None:
    done = machine(project, tmp_path, pull_request(2), "refs/pull/2/merge")

    assert done.run(workflow(project, "periksa"), "periksa") == 1
    assert f"::error file={ANSWER},line=1" in done.said
    assert [path.name for path in done.artifacts.iterdir()] == ["komentar"]


@pytest.mark.parametrize(
    ("visibility", "edition"),
    [("private", "internal"), ("public", "publik"), ("internal", "publik"), (None, "publik"), (True, "publik")],
)
def test_a_comment_is_internal_only_where_the_host_says_private(
    project: Kept, visibility: object, edition: str
) -> None:
    steps = settings(project)["spbe-periksa.yml"]["jobs"]["periksa"]["steps"]
    (expression,) = (step["env"]["EDISI"] for step in steps if "EDISI" in step.get("env", {}))
    context = {"github": {"event": {"repository": {"visibility": visibility}}}}

    assert value_of(expression.removeprefix("${{").removesuffix("}}"), context) == edition


FOUND = {"state": "open", "base": "main", "head": "orang:usulan"}
"""What a host is asked for to find the pull request."""


class Commented:
    """The second workflow, run for pull request 7 of a stranger, with ``texts`` left behind by its check."""

    def __init__(self, project: Kept, home: Path, texts: Mapping[str, str], visibility: str = "public") -> None:
        self.host = Host("rahasia")
        run: dict[str, Any] = {"event": "pull_request", "id": 5, "head_sha": "abc", "head_branch": "usulan"}
        run["head_repository"] = {"owner": {"login": "orang"}, "full_name": "orang/spbe"}
        self.event: dict[str, Any] = {
            "workflow_run": run,
            "repository": {"visibility": visibility, "default_branch": "main"},
        }
        self.pull = {
            "number": 7,
            "head": {"sha": "abc"},
            "is": {"state": "open", "base": "main", "head": "orang:usulan"},
        }
        self.files = [{"filename": ANSWER}]
        self.comments: list[dict[str, Any]] = []
        self.machine = Machine(home, home / "artifacts", {"github": {"event": self.event, "token": "rahasia"}})
        for edition, text in texts.items():
            place = self.machine.artifacts / f"komentar/{edition}.md"
            place.parent.mkdir(exist_ok=True)
            place.write_text(text, "utf-8")
        self.workflow = workflow(project, "komentar")

    def run(self) -> list[tuple[str, str, str]]:
        """What was written."""
        event = self.machine.temp / "event.json"
        event.write_text(json.dumps(self.event), "utf-8")
        home = "/repos/kabuji/spbe"
        others = {"number": 9, "head": {"sha": "abc"}, "is": {**FOUND, "base": "lain"}}
        self.host.lists = {
            f"{home}/pulls": [others, self.pull],
            f"{home}/issues/7/comments": self.comments,
            f"{home}/pulls/7/files": self.files,
        }
        with hosting(self.host):
            self.machine.env = {
                "GITHUB_EVENT_PATH": str(event),
                "GITHUB_API_URL": self.host.address,
                "GITHUB_REPOSITORY": "kabuji/spbe",
            }
            code = self.machine.run(self.workflow, "komentar")
        assert code == 0, self.machine.said
        return self.host.written


NEW = ("POST", "/repos/kabuji/spbe/issues/7/comments")
AGAIN = ("PATCH", "/repos/kabuji/spbe/issues/comments/3")
OURS = {"id": 3, "user": {"login": "github-actions[bot]"}, "body": f"{MARK}\n\nlama"}


def test_a_comment_is_written_once_and_brought_up_to_date_afterwards(project: Kept, tmp_path: Path) -> None:
    first = Commented(project, tmp_path / "1", {"publik": "**Naik**\n"})
    first.comments = [{"id": 2, "user": {"login": "orang"}, "body": f"{MARK} tiruan"}]
    again = Commented(project, tmp_path / "2", {"publik": "**Naik**\n"})
    again.comments = [{"id": n, "user": {"login": "lain"}, "body": "Halo"} for n in range(10, 130)] + [OURS]

    assert first.run() == [(*NEW, f"{MARK}\n\n**Naik**")]
    assert again.run() == [(*AGAIN, f"{MARK}\n\n**Naik**")]


def test_a_change_without_meaning_makes_no_comment_and_settles_one_that_stands_there(
    project: Kept, tmp_path: Path
) -> None:
    none = Commented(project, tmp_path / "1", {"publik": ""})
    settled = Commented(project, tmp_path / "2", {"publik": ""})
    settled.comments = [OURS]

    assert none.run() == []
    assert settled.run() == [(*AGAIN, f"{MARK}\n\n{SETTLED}")]


def test_a_pull_request_is_found_by_what_the_host_says_and_only_as_it_was_checked(
    project: Kept, tmp_path: Path
) -> None:
    moved = Commented(project, tmp_path / "1", {"publik": "x"})
    moved.pull["head"] = {"sha": "def"}
    failed = Commented(project, tmp_path / "2", {})
    gone = Commented(project, tmp_path / "4", {"publik": "x"})
    gone.event["workflow_run"]["head_repository"] = None
    pushed = Commented(project, tmp_path / "3", {"publik": "x"})
    pushed.event["workflow_run"]["event"] = "push"

    assert [moved.run(), failed.run(), pushed.run(), gone.run()] == [[], [], [], []]


def test_what_is_for_staff_is_not_written_where_others_read(project: Kept, tmp_path: Path) -> None:
    leaking = Commented(project, tmp_path / "1", {"internal": "rahasia"})
    private = Commented(project, tmp_path / "2", {"internal": "untuk pegawai", "publik": "untuk umum"}, "private")

    assert leaking.run() == []
    assert private.run() == [(*NEW, f"{MARK}\n\nuntuk pegawai")]


@pytest.mark.parametrize(
    "files",
    [
        [{"filename": ".github/workflows/spbe-periksa.yml"}],
        [{"filename": ANSWER, "previous_filename": "requirements.txt"}],
        [{"filename": ANSWER}] * 3_000,
    ],
)
def test_a_comment_warns_where_the_program_that_made_it_may_be_the_strangers(
    project: Kept, tmp_path: Path, files: list[dict[str, str]]
) -> None:
    strange = Commented(project, tmp_path, {"publik": "Semua baik."})
    strange.files = files

    ((_method, _path, text),) = strange.run()
    assert text.startswith(f"{MARK}\n\n> **Usulan ini juga mengubah berkas di luar data**")
    assert text.endswith("Semua baik.")


def test_a_text_that_is_none_is_refused(project: Kept, tmp_path: Path) -> None:
    for name, spoil in (
        ("panjang", lambda place: place.write_text("x" * 60_001)),
        ("tautan", lambda place: (place.unlink(), place.symlink_to("/etc/passwd"))),
    ):
        spoiled = Commented(project, tmp_path / name, {"publik": ""})
        spoil(spoiled.machine.artifacts / "komentar/publik.md")
        with pytest.raises(AssertionError, match="bukan berkas teks yang wajar"):
            spoiled.run()
        assert spoiled.host.written == []


def test_main_is_published_as_the_public_edition_that_works_below_any_address(
    project: Kept, tmp_path: Path, checked: Machine
) -> None:
    context = {"github": {"ref_name": "main", "event": {"repository": {"default_branch": "main"}}}}
    done = machine(project, tmp_path, context)

    assert done.run(workflow(project, "terbit"), "bangun") == 0, done.said
    assert done.run(workflow(project, "terbit"), "terbit") == 0
    site = done.artifacts / "github-pages"
    page = LexborHTMLParser((site / "indeks/index.html").read_text("utf-8"))
    named = [str(node.attributes[key]) for key in ("href", "src") for node in page.css(f"[{key}]")]
    assert named
    assert not [name for name in named if name.startswith("/")]
    assert "publik" in (site / ".spbe").read_text("utf-8")
    steps = [step for one in settings(project).values() for job in one["jobs"].values() for step in job["steps"]]
    scripts = {step["name"] for step in steps if "run" in step}
    assert scripts - {*done.ran, *checked.ran} == {
        "Tulis atau perbarui komentar",  # which tests above run
        *("Terapkan isian", "Buat usulan atau jawab isunya"),  # and these below
    }


@pytest.fixture(scope="module")
def clone(project: Kept, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A clone as GitLab's runner has it for a merge request: the proposed branch, detached, with its whole history."""
    folder = tmp_path_factory.mktemp("gitlab") / "klon"
    project.git("clone", "--quiet", "--branch", "usulan-1", str(project.root.parent / "pusat.git"), str(folder))
    clone = Kept(folder)
    clone.git("checkout", "--quiet", "--detach")
    return clone


def pipeline(project: Kept) -> dict[str, Any]:
    return dict(yaml.safe_load((project.root / ".gitlab-ci.yml").read_text("utf-8")))


def test_every_job_of_gitlab_does_its_part(project: Kept, clone: Kept) -> None:
    jobs = pipeline(project)
    merge = {
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": clone.git("rev-parse", "HEAD^"),
    }
    private = merge | {"CI_PROJECT_VISIBILITY": "private"}
    push = {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main"}
    for name, given in (("dampak", private), ("pratinjau", merge), ("pages", push)):
        code, said = gitlab_job(jobs, name, clone.root, given)
        assert code == 0, said
    (clone.root / ANSWER).write_text("nilai: {mandiri: 9}\n", "utf-8")
    code, said = gitlab_job(jobs, "periksa", clone.root, merge)

    assert code == 1
    assert "nilai-di-luar-skala" in said
    assert json.loads((clone.root / "kualitas.json").read_text("utf-8"))[0]["location"]["path"] == ANSWER
    assert "I11" in (clone.root / "dampak/internal.md").read_text("utf-8")
    assert "<html" in (clone.root / "dampak/internal.html").read_text("utf-8")
    assert gitlab_variables(jobs, "dampak", merge | {"CI_PROJECT_VISIBILITY": "internal"})["EDISI"] == "publik"
    assert (clone.root / "pratinjau/index.html").is_file()
    assert "publik" in (clone.root / "public/.spbe").read_text("utf-8")
    assert {name for name, job in jobs.items() if "script" in job} == {
        *("periksa", "dampak", "pratinjau", "pages"),
        *("komentar", "formulir"),  # which tests below run
    }


def gitlab(text: bytes | None, notes: list[dict[str, Any]], edition: str = "publik") -> Host:
    """A project with merge request 4, whose job left ``text`` behind, and another that nothing has checked yet."""
    merges = [{"iid": number, "sha": "abc", "is": {"state": "opened"}} for number in (4, 5)]
    old = {"id": 1, "project_id": 8, "sha": "alt", "source": "merge_request_event"}
    home = "/projects/3/merge_requests"
    host = Host("rahasia")
    host.lists = {
        "/user": {"id": 77},
        home: merges,
        f"{home}/4/pipelines": [
            {**old, "id": 3, "sha": "abc", "source": "push"},
            {**old, "id": 2, "sha": "abc"},
            old,
        ],
        f"{home}/5/pipelines": [old],
        "/projects/8/pipelines/2/jobs": [{"id": 12, "name": "dampak", "status": "success"}],
        f"{home}/4/notes": notes,
        f"{home}/4/diffs": [{"old_path": ANSWER, "new_path": ANSWER}],
    }
    if text is not None:
        host.lists[f"/projects/8/jobs/12/artifacts/dampak/{edition}.md"] = text
    return host


def scheduled(project: Kept, host: Host, tmp_path: Path, **env: str) -> tuple[int, str]:
    jobs = pipeline(project)
    assert jobs["komentar"]["variables"]["GIT_STRATEGY"] == "none"
    with hosting(host):
        given = {"CI_API_V4_URL": host.address, "CI_PROJECT_ID": "3", "SPBE_TOKEN": "rahasia"}
        given |= {"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "main"}
        return gitlab_job(jobs, "komentar", tmp_path, {**given, **env})


def test_a_schedule_comments_on_merge_requests(project: Kept, tmp_path: Path) -> None:
    note = {"id": 6, "author": {"id": 77}, "body": f"{MARK}\n\nlama"}
    fake = {"id": 5, "author": {"id": 1}, "body": f"{MARK}\n\ntiruan"}
    home = "/projects/3/merge_requests/4/notes"
    new, again, none, settled, same = (
        gitlab(b"**Naik**\n", [fake]),
        gitlab(b"**Naik**\n", [note]),
        gitlab(b"", []),
        gitlab(b"", [note]),
        gitlab(b"lama", [note]),
    )
    for host in (new, again, none, settled, same):
        code, said = scheduled(project, host, tmp_path, CI_PROJECT_VISIBILITY="public")
        assert code == 0, said

    assert new.written == [("POST", home, f"{MARK}\n\n**Naik**")]
    assert again.written == [("PUT", f"{home}/6", f"{MARK}\n\n**Naik**")]
    assert none.written == same.written == []
    assert settled.written == [("PUT", f"{home}/6", f"{MARK}\n\n{SETTLED}")]


def test_a_schedule_writes_for_staff_only_in_a_private_project_and_warns_of_strange_programs(
    project: Kept, tmp_path: Path
) -> None:
    leaking, private = gitlab(b"rahasia", [], "internal"), gitlab(b"untuk pegawai", [], "internal")
    private.lists["/projects/3/merge_requests/4/diffs"] = [{"old_path": ".gitlab-ci.yml", "new_path": ANSWER}]

    for host, visibility in ((leaking, "internal"), (private, "private")):
        code, said = scheduled(project, host, tmp_path, CI_PROJECT_VISIBILITY=visibility)
        assert code == 0, said
    code, said = scheduled(project, gitlab(b"", []), tmp_path, SPBE_TOKEN="")

    assert leaking.written == []
    ((_method, _path, text),) = private.written
    assert text.startswith(f"{MARK}\n\n> **Usulan ini juga mengubah berkas di luar data**")
    assert code == 1
    assert "SPBE_TOKEN belum diisi" in said


def test_files_for_a_host_are_written_at_the_top_of_a_repository_only(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    for folder in (tmp_path / "dalam", tmp_path / "dalam/sekali"):
        result = CliRunner().invoke(main, ["init", str(folder), "--ci", "github"])
        assert result.exit_code == 1
        assert "folder teratas" in result.stderr
        folder.mkdir()
    result = CliRunner().invoke(main, ["init", str(tmp_path / "dalam"), "--ci", "github"])
    assert result.exit_code == 1
    assert [*(tmp_path / "dalam").iterdir()] == [tmp_path / "dalam/sekali"]


def test_owners_are_asked_by_the_file_that_comes_along(project: Kept, tmp_path: Path) -> None:
    root = copy_region(project.root, tmp_path / "wilayah")
    office = root / "architecture/perangkat-daerah/diskominfo.yaml"
    made = CliRunner().invoke(main, ["init", str(root), "--ci", "gitlab", "--sumber", "https://x.example/spbe.git@abc"])
    assert made.exit_code == 0, made.output
    assert "/architecture/aplikasi/simpeg.yaml @kominfo" in (root / "CODEOWNERS").read_text("utf-8")
    office.write_text(office.read_text("utf-8").replace("kominfo]", "baru]"), "utf-8")
    again = CliRunner().invoke(main, ["codeowners", "--root", str(root)])
    assert again.stdout == "CODEOWNERS\n"
    assert CliRunner().invoke(main, ["codeowners", "--root", str(root)]).exit_code == 0
    assert "/architecture/aplikasi/simpeg.yaml @baru" in (root / "CODEOWNERS").read_text("utf-8")
    assert not (root / ".github").exists()


def test_the_hook_before_a_commit_runs_the_check(project: Kept) -> None:
    (hook,) = yaml.safe_load((project.root / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]

    assert (hook["entry"], hook["language"], hook["pass_filenames"]) == ("spbe check", "system", False)
    for name in (ANSWER, "content/profil.yaml", "architecture/aplikasi/x.yaml", "mkdocs.yml", "CODEOWNERS"):
        assert re.search(hook["files"], name), name
    assert not re.search(hook["files"], "README.md")


class FormHandedIn:
    """The workflow for an issue of ``@kominfo``, labelled by a maintainer."""

    def __init__(self, project: Kept, home: Path, body: str, sender: str = "kominfo", label: str = "terima") -> None:
        self.host = Host("rahasia", {"/repos/kabuji/spbe/pulls": []})
        repository = {"visibility": "public", "default_branch": "main", "owner": {"login": "kabuji"}}
        issue = {"number": 31, "body": body, "user": {"login": sender}}
        self.event = {"repository": repository, "issue": issue, "label": {"name": label}}
        context = {"github": {"event": self.event, "token": "rahasia"}}
        self.machine = Machine(home, home / "artifacts", context, {}, project.root.parent / "pusat.git")
        self.workflow = workflow(project, "formulir")

    def run(self) -> list[tuple[str, str, str]]:
        """What was written at the host."""
        event = self.machine.temp / "event.json"
        event.write_text(json.dumps(self.event), "utf-8")
        with hosting(self.host):
            self.machine.env = {
                "GITHUB_EVENT_PATH": str(event),
                "GITHUB_API_URL": self.host.address,
                "GITHUB_REPOSITORY": "kabuji/spbe",
            }
            code = self.machine.run(self.workflow, "terima")
        assert code == 0, self.machine.said
        return self.host.written


COMMENTS = ("POST", "/repos/kabuji/spbe/issues/31/comments")


@pytest.fixture(scope="module")
def form(project: Kept) -> dict[str, Any]:
    """The form for applications, as the host reads it."""
    (found,) = (project.root / ".github/ISSUE_TEMPLATE").glob("*-aplikasi.yml")
    return dict(yaml.safe_load(found.read_text("utf-8")))


def test_a_form_becomes_a_pull_request(project: Kept, form: dict[str, Any], tmp_path: Path) -> None:
    done = FormHandedIn(project, tmp_path, rendered(form, {"id": "simpeg", "nama": "Nama $(id) `baru`"}))
    (made, answered) = done.run()
    central = Kept(project.root.parent / "pusat.git")

    assert made[:2] == ("POST", "/repos/kabuji/spbe/pulls")
    assert "Dari formulir #31; pengirimnya @kominfo. Closes #31." in made[2]
    assert "Nama $(id) 'baru'" in made[2].replace("\\", "").replace("`", "'")
    assert answered == (*COMMENTS, "Isian ini menjadi usulan #8.")
    assert central.git("diff", "--name-only", "main", "formulir-31") == "architecture/aplikasi/simpeg.yaml"
    assert "nama: Nama $(id) `baru`" in central.git("show", "formulir-31:architecture/aplikasi/simpeg.yaml")
    assert central.git("log", "-1", "--format=%s", "formulir-31") == "Formulir #31 dari @kominfo"
    again = FormHandedIn(project, tmp_path / "lagi", rendered(form, {"id": "simpeg", "nama": "Lain"}))
    again.host.lists["/repos/kabuji/spbe/pulls"] = [{"number": 8}]
    assert [(method, path) for method, path, _text in again.run()] == [
        ("PATCH", "/repos/kabuji/spbe/pulls/8"),
        COMMENTS,
    ]


def test_a_form_that_cannot_be_taken_is_answered_and_changes_nothing(
    project: Kept, form: dict[str, Any], tmp_path: Path
) -> None:
    body = rendered(form, {"id": "simpeg", "nama": "Diambil"})
    stranger = FormHandedIn(project, tmp_path / "1", body, "orang")
    wrong = FormHandedIn(project, tmp_path / "2", rendered(form, {"id": "simpeg", "sejak": "kemarin"}))
    same = FormHandedIn(project, tmp_path / "3", rendered(form, {"id": "simpeg"}))
    unlabelled = FormHandedIn(project, tmp_path / "4", body, label="usulan")
    before = Kept(project.root.parent / "pusat.git").git("for-each-ref")

    ((*place, text),) = stranger.run()
    assert tuple(place) == COMMENTS
    assert "Akun @orang tidak tercatat" in text
    ((*place, text),) = wrong.run()
    assert "belum dapat diterima" in text
    assert "kemarin" in text
    assert same.run() == [(*COMMENTS, "Isian ini tidak mengubah apa pun: data sudah begitu.")]
    assert unlabelled.run() == []
    assert Kept(project.root.parent / "pusat.git").git("for-each-ref") == before


@pytest.mark.parametrize(
    ("levels", "labelled"), [({5: 40}, [9, 5]), ({5: 30}, [5]), ({5: 40, 9: 10}, [5, 9]), ({}, [5]), ({5: 50}, [])]
)
def test_a_form_becomes_a_merge_request_when_a_maintainer_says_so(
    project: Kept, form: dict[str, Any], tmp_path: Path, levels: dict[int, int], labelled: list[int]
) -> None:
    """``labelled``: who set the label, the last one counts; ``levels``: the rank of each member."""
    central = project.root.parent / "pusat.git"
    project.git("clone", "--quiet", str(central), str(tmp_path / "klon"))
    clone = Kept(tmp_path / "klon")
    before, home = Kept(central).git("for-each-ref"), "/projects/3"
    body = rendered(form, {"id": "simpeg", "nama": "Nama dari formulir"})
    asked = {"state": "opened", "labels": "terima"}
    issue = {"iid": 41, "description": body, "author": {"username": "kominfo"}, "is": asked}
    stranger = {"iid": 42, "description": body, "author": {"username": "orang"}, "is": asked}
    events = [{"action": "add", "label": {"name": "terima"}, "user": {"id": one}} for one in labelled]
    host = Host("rahasia", {f"{home}/issues": [issue, stranger], f"{home}/merge_requests": []})
    host.lists |= {f"{home}/issues/{number}/resource_label_events": events for number in (41, 42)}
    host.lists |= {f"{home}/members/all/{one}": {"access_level": level} for one, level in levels.items()}
    with hosting(host):
        given = {"CI_API_V4_URL": host.address, "CI_PROJECT_ID": "3", "SPBE_TOKEN": "rahasia"}
        given |= {"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "main", "CI_DEFAULT_BRANCH": "main"}
        given |= {"CI_PROJECT_URL": str(central.with_suffix("")), "CI_COMMIT_SHA": clone.git("rev-parse", "HEAD")}
        code, said = gitlab_job(pipeline(project), "formulir", clone.root, given)
    assert code == 0, said

    if labelled[-1:] != [5] or levels.get(5, 0) < 40:
        assert host.written == []
        assert Kept(central).git("for-each-ref") == before
        return
    places = [(method, path) for method, path, _text in host.written]
    assert places == [
        ("POST", f"{home}/merge_requests"),
        *(("POST", f"{home}/issues/41/notes"), ("PUT", f"{home}/issues/41")),
        *(("POST", f"{home}/issues/42/notes"), ("PUT", f"{home}/issues/42")),
    ]
    texts = [text for _method, _path, text in host.written]
    assert "pengirimnya @kominfo. Closes #41." in texts[0]
    assert texts[1] == "Isian ini menjadi usulan !8."
    assert "Akun @orang tidak tercatat" in texts[3]
    assert "nama: Nama dari formulir" in Kept(central).git("show", "formulir-41:architecture/aplikasi/simpeg.yaml")
    Kept(central).git("update-ref", "-d", "refs/heads/formulir-41")
