"""``spbe check``: the report, its forms, and hostile folders."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.regions import REGIONS, ROOT

WAIVER = """\
pengecualian:
  - aturan: pribadi-telepon
    catatan: aplikasi/simpeg
    alasan: Nomor layanan pengaduan.
    sampai: 2099
"""
KEYS = ["rule", "severity", "file", "line", "column", "key", "message", "hint"]


@pytest.mark.parametrize("name", REGIONS)
def test_a_sound_region_is_0_and_its_json_is_as_promised(spbe, name: str) -> None:
    result = spbe("check", "--root", REGIONS[name], "--format", "json")

    assert result.exit_code == 0
    assert result.stderr == ""
    report = json.loads(result.stdout)
    assert list(report) == ["problems", "counts"]
    assert list(report["counts"]) == ["error", "warning", "info"]
    assert report["counts"]["error"] == 0


def test_an_error_is_1_in_every_format(spbe, broken: Path) -> None:
    text = spbe("check", "--root", broken)
    made = spbe("check", "--root", broken, "--format", "json")
    github = spbe("check", "--root", broken, "--format", "github")

    assert (text.exit_code, made.exit_code, github.exit_code) == (1, 1, 1)
    assert text.stdout.startswith("architecture/aplikasi/salah.yaml:3:1: kesalahan: ")
    assert github.stdout.startswith("::error file=architecture/aplikasi/salah.yaml,line=3,col=1::")
    report = json.loads(made.stdout)
    (problem,) = report["problems"]
    assert list(problem) == KEYS
    assert (problem["file"], problem["line"], problem["severity"]) == ("architecture/aplikasi/salah.yaml", 3, "error")
    assert report["counts"] == {"error": 1, "warning": 0, "info": 0}


def test_warnings_hinder_when_they_are_asked_to(spbe, minimal: Path) -> None:
    (minimal / "architecture/catatan.csv").write_text("a;b\n")
    assert [spbe("check", "--root", minimal, *more).exit_code for more in ((), ("--strict",))] == [0, 1]


def test_reports_point_to_the_page_of_rules_where_the_region_has_it(spbe, minimal: Path) -> None:
    (minimal / "architecture/aplikasi/salah.yaml").write_text("id: salah\nnama: Salah\nsejak: besok\n")

    def reports() -> tuple[str, str | None]:
        text = spbe("check", "--root", minimal).stdout.rstrip().split("\n")[-1]
        log = json.loads(spbe("check", "--root", minimal, "--format", "sarif").stdout)
        return text, log["runs"][0]["tool"]["driver"]["rules"][0].get("helpUri")

    assert reports() == ("1 kesalahan, 0 peringatan, 0 info.", None)
    (minimal / "content/panduan").mkdir(exist_ok=True)
    (minimal / "content/panduan/aturan.md").write_text("# Aturan\n")
    assert reports() == ("Arti dan contoh setiap aturan: content/panduan/aturan.md", None)
    with (minimal / "mkdocs.yml").open("a") as settings:
        settings.write("site_url: https://spbe.contohkab.example/data/\n")
    page = "https://spbe.contohkab.example/data/panduan/aturan/"
    rule = json.loads(spbe("check", "--root", minimal, "--format", "json").stdout)["problems"][0]["rule"]
    assert reports() == (f"Arti dan contoh setiap aturan: {page}", f"{page}#{rule}")


def test_a_report_in_a_pipe_has_no_colours(spbe, broken: Path) -> None:
    said = spbe("check", "--root", broken).stdout.split("\n")
    assert said[1].startswith("    3 | ")
    assert said[2] == "      | ^"
    assert not any("\x1b" in line for line in said)


def test_every_format_tells_waived_problems_apart(spbe, minimal: Path) -> None:
    with (minimal / "architecture/aplikasi/simpeg.yaml").open("a") as file:
        file.write("kendala: Hubungi 0812-0000-0101.\n")
    (minimal / "architecture/kebijakan-pemeriksaan.yaml").write_text(WAIVER, "utf-8")
    said = {form: spbe("check", "--root", minimal, "--format", form) for form in ("json", "sarif", "gitlab", "junit")}
    assert {result.exit_code for result in said.values()} == {0}
    made = json.loads(said["json"].stdout)
    assert (made["problems"], made["counts"]["warning"]) == ([], 0)
    assert made["waived"][0]["waiver"] == {"reason": "Nomor layanan pengaduan.", "until": "2099-12-31"}
    (result,) = json.loads(said["sarif"].stdout)["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "Nomor layanan pengaduan."}
    ]
    assert json.loads(said["gitlab"].stdout) == []
    assert '<skipped message="Nomor layanan pengaduan."' in said["junit"].stdout
    text = spbe("check", "--root", minimal).stdout
    assert "1 masalah dikecualikan" in text
    everything = spbe("check", "--root", minimal, "--semua").stdout
    assert "pribadi-telepon" in everything
    assert "Nomor layanan pengaduan." in everything


def _missing(folder: Path) -> Path:
    return folder / "tidak-ada"


def _empty(folder: Path) -> Path:
    return folder


def _full_of_other_things(folder: Path) -> Path:
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "src").mkdir()
    (folder / "src/main.py").write_text("print()\n", "utf-8")
    return folder


def _file_instead_of_folder(folder: Path) -> Path:
    (folder / "berkas").write_text("nama: x\n", "utf-8")
    return folder / "berkas"


def _garbage(folder: Path) -> Path:
    (folder / "content").mkdir()
    (folder / "content/profil.yaml").write_bytes(bytes(range(256)))
    (folder / "architecture").write_text("bukan folder", "utf-8")
    return folder


def _folder_named_as_file(folder: Path) -> Path:
    (folder / "content/profil.yaml").mkdir(parents=True)
    return folder


def _dangling_link(folder: Path) -> Path:
    (folder / "content").mkdir()
    (folder / "content/profil.yaml").symlink_to(folder / "hilang")
    return folder


NO_REGION = [_missing, _empty, _full_of_other_things, _file_instead_of_folder]
HOSTILE = [
    *NO_REGION,
    _garbage,
    _folder_named_as_file,
    _dangling_link,
]


@pytest.mark.parametrize("make", HOSTILE)
@pytest.mark.parametrize(
    "words",
    [("check",), ("check", "--format", "json"), ("index", "--format", "json"), ("build",)],
    ids=" ".join,
)
def test_hostile_folders_are_1_with_a_message(spbe, tmp_path: Path, make, words: tuple[str, ...]) -> None:
    result = spbe(*words, "--root", make(tmp_path))

    assert result.exit_code == 1
    assert result.output.strip()
    if words == ("check", "--format", "json"):
        assert result.stderr == ""
        assert json.loads(result.stdout)["counts"]["error"] >= 1
    if words[0] == "index":
        assert result.stdout in {"", "[]\n"}
        assert result.stderr


@pytest.mark.parametrize("make", NO_REGION)
def test_a_preview_does_not_begin_where_there_is_no_region(spbe, tmp_path: Path, make) -> None:
    result = spbe("serve", "--root", make(tmp_path))

    assert result.exit_code == 1
    assert "[wilayah-" in result.stderr
    assert "Pratinjau" not in result.stderr


def test_an_unreadable_file_is_a_problem(spbe, region: Path) -> None:
    path = region / "content/profil.yaml"
    path.unlink()
    path.symlink_to(path)  # for root, too, this cannot be read

    result = spbe("check", "--root", region)

    assert result.exit_code == 1
    assert result.stdout.startswith("content/profil.yaml: kesalahan: Berkas ini tidak dapat dibaca")


def test_light_commands_import_nothing_heavy(region: Path) -> None:
    """They run one after another in one process: what one of them imports stays for those after it."""
    commands = [["check"], ["index"], ["new", "aplikasi", "baru"], ["schema", "--check"]]
    script = (
        "import json, sys\nfrom spbe.cli import main\n"
        "for words in json.loads(sys.argv[1]):\n"
        "    try:\n        main([*words, '--root', sys.argv[2]])\n"
        "    except SystemExit as end:\n"
        "        heavy = {'mkdocs', 'material', 'babel', 'jinja2', 'markdown'} & set(sys.modules)\n"
        "        print(words[0], end.code, sorted(heavy), file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", script, json.dumps(commands), str(region)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)

    assert done.stderr.splitlines() == [f"{words[0]} 0 []" for words in commands]
