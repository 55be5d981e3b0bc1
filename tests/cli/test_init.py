"""``spbe init``: a region that builds at once, in a new folder or a fresh clone, and nothing that is there changes."""

from __future__ import annotations

import json
import re
import resource
import shutil
import signal
import subprocess
from fractions import Fraction
from importlib import metadata
from pathlib import Path

import pytest
import yaml

from spbe.changes.program_origin import Origin, Wheel
from spbe.model.penilaian import Penilaian
from spbe.region import read_region
from spbe.yamlio.jsonschema import schema_texts, schemas
from support.regions import ROOT

TOP = {
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".vscode",
    "README.md",
    "architecture",
    "content",
    "mkdocs.yml",
    "program",
    "requirements.txt",
    "skema",
}


@pytest.fixture(autouse=True)
def _no_wheel_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program of the tests comes from depends on the checkout; ``test_program_origin.py`` looks at that."""
    origin = Origin("./program/spbe.whl", Wheel("spbe.whl", b"x"))
    monkeypatch.setattr("spbe.cli.commands.init.own_origin", lambda: origin)


def files_below(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def assessment(region: Path, year: int) -> Penilaian:
    (record,) = (entry.record for entry in read_region(region).of_kind("penilaian") if entry.id == str(year))
    assert isinstance(record, Penilaian)
    return record


def test_a_new_region_is_sound_and_complete(spbe, region: Path) -> None:
    checked = spbe("check", "--root", region)

    assert checked.exit_code == 0
    assert checked.stdout == "Tidak ada masalah.\n"
    assert {path.name for path in region.iterdir()} >= TOP - {"program"}
    assert "/site/" in (region / ".gitignore").read_text("utf-8")
    texts = {path.name: path.read_text("utf-8") for path in (region / "skema").iterdir()}
    assert texts.keys() - schema_texts().keys() == {"daftar-id.json"}
    assert {name: texts[name] for name in schema_texts()} == schema_texts()


def test_the_name_is_written_so_that_it_is_read_back(region: Path) -> None:
    profile = yaml.safe_load((region / "content/profil.yaml").read_text("utf-8"))
    settings = yaml.safe_load((region / "mkdocs.yml").read_text("utf-8"))

    assert profile["nama"] == settings["site_name"] == "Kabupaten Uji: Coba"
    assert profile["jenis"] == "kabupaten"


def test_modelines_point_to_schemas_that_are_there(region: Path) -> None:
    for path in (*region.glob("architecture/**/*.yaml"), region / "content/profil.yaml"):
        schema = path.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
        assert (path.parent / schema).is_file(), path


def test_a_new_region_builds(program, region: Path) -> None:
    done = program("build", "--root", region)

    assert done.returncode == 0
    assert done.stdout == f"Situs selesai: {region / 'site'}\n"
    assert done.stderr == ""  # no progress, no banner, no remarks of MkDocs in a pipe
    assert "Kabupaten Uji: Coba" in (region / "site/index.html").read_text("utf-8")


def test_a_folder_that_holds_something_else_is_refused(spbe, tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("penting", "utf-8")
    result = spbe("init", tmp_path)

    assert result.exit_code == 1
    assert "sudah berisi hal lain (catatan.txt)" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["catatan.txt"]


FRESH = {
    ".git/HEAD": b"ref: refs/heads/main\n",
    ".github/CODEOWNERS": b"* @kabkami\n",
    ".gitignore": b"node_modules/\n/site/  # situs\n",
    "LICENSE": b"CC BY 4.0\n",
    "README.md": b"# Data kami\n",
}


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A clone of what hosts make when they are asked for a new repository."""
    folder = tmp_path / "klon"
    for place, data in FRESH.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(data)
    return folder


def test_a_fresh_clone_keeps_what_it_holds(spbe, fresh: Path) -> None:
    result = spbe("init", fresh)
    there = files_below(fresh)

    assert result.exit_code == 0
    assert {place: there[place] for place in FRESH} == FRESH
    assert {place.partition("/")[0] for place in there} >= TOP
    assert "dibiarkan: README.md, .gitignore." in result.stdout
    assert "baca " + str(fresh / "README-spbe.md") in result.stdout
    assert there["README-spbe.md"].startswith(b"# Daerah Contoh:")
    assert spbe("check", "--root", fresh).exit_code == 0


def test_lines_that_a_kept_list_lacks_are_told(spbe, fresh: Path) -> None:
    told = spbe("init", fresh).stdout.partition("Tambahkan ke .gitignore:\n")[2]

    assert "  /.venv/\n" in told
    assert "  /site/\n" not in told  # it is there
    assert "Tambahkan ke .gitattributes" not in told


def test_a_second_run_writes_what_a_first_one_did_not_and_changes_nothing(spbe, tmp_path: Path) -> None:
    folder = tmp_path / "w"
    spbe("init", folder)
    whole = files_below(folder)
    (folder / "skema/bukti.json").unlink()
    (folder / "content/profil.yaml").write_text("nama: Kami\n", "utf-8")
    again = spbe("init", folder)

    assert again.exit_code == 0
    assert "dilengkapi: 1 berkas ditulis" in again.stdout
    assert files_below(folder) == whole | {"content/profil.yaml": b"nama: Kami\n"}


def test_a_run_that_fails_leaves_no_half_file(spbe, tmp_path: Path) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, limit[1]))  # as on a full disk: some files fit, some do not
    try:
        failed = spbe("init", tmp_path / "w")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, before)
    again = spbe("init", tmp_path / "w")

    assert failed.exit_code != 0
    assert again.exit_code == 0
    assert all(json.loads(path.read_text("utf-8")) for path in (tmp_path / "w/skema").iterdir())
    assert spbe("check", "--root", tmp_path / "w").stdout == "Tidak ada masalah.\n"


def test_examples_do_not_come_back_to_a_region_with_records(spbe, region: Path) -> None:
    (region / "architecture/aplikasi/contoh-aplikasi.yaml").unlink()
    (region / "architecture/aplikasi/simpeg.yaml").write_text("id: simpeg\nnama: SIMPEG\n", "utf-8")
    spbe("init", region)

    assert [path.name for path in (region / "architecture/aplikasi").iterdir()] == ["simpeg.yaml"]


def test_a_region_is_completed_under_its_own_name(spbe, tmp_path: Path) -> None:
    folder = tmp_path / "w"
    spbe("init", folder, "--nama", "Kabupaten Madiun")
    before = files_below(folder)
    shutil.rmtree(folder / "content/panduan")
    (folder / "README.md").unlink()
    again = spbe("init", folder)

    assert again.exit_code == 0
    assert files_below(folder) == before


def test_a_region_of_the_national_tables_begins_with_its_published_results(spbe, tmp_path: Path) -> None:
    result = spbe("init", tmp_path / "w", "--nama", "Kab. Madiun")
    profile = yaml.safe_load((tmp_path / "w/content/profil.yaml").read_text("utf-8"))

    assert "Hasil nasional Kab. Madiun tahun 2023 dan 2024 dimuat" in result.stdout
    assert profile == {"nama": "Kab. Madiun", "jenis": "kabupaten", "provinsi": "Jawa Timur"}
    assert not (tmp_path / "w/architecture").exists()  # nothing made up stands beside real figures
    found = assessment(tmp_path / "w", 2024)
    assert found.publikasi.status == "terbit"
    assert found.instrumen == "permenpanrb-59-2020"
    assert found.hasil_resmi is not None
    assert (found.hasil_resmi.indeks, found.hasil_resmi.predikat) == (Fraction("4.31"), "Memuaskan")
    assert found.hasil_resmi.domain == {"D1": Fraction(5), "D2": Fraction(4), "D3": Fraction(3), "D4": Fraction("4.76")}
    assert found.hasil_resmi.sumber == (
        "Laporan nasional hasil pemantauan dan evaluasi SPBE tahun 2024, Kementerian PANRB, Tabel 9-54"
    )
    assert spbe("check", "--root", tmp_path / "w").stdout == "Tidak ada masalah.\n"


def test_a_domain_that_our_copy_cannot_read_is_left_out(spbe, tmp_path: Path) -> None:
    spbe("init", tmp_path / "w", "--nama", "Kementerian Pertanian")
    found = assessment(tmp_path / "w", 2024).hasil_resmi

    assert found is not None
    assert found.domain.keys() == {"D2", "D3", "D4"}
    assert found.catatan == "D1 tidak terbaca pada salinan."


def test_results_come_when_the_name_is_mended_but_a_year_of_ones_own_counts(spbe, tmp_path: Path) -> None:
    folder = tmp_path / "w"
    first = spbe("init", folder, "--nama", "Kabupaten Madiunn")
    (folder / "indicators/2024-laporan").mkdir(parents=True)
    own = folder / "indicators/2024-laporan/penilaian.yaml"
    own.write_text("tahun: 2024\ninstrumen: permenpanrb-59-2020\n", "utf-8")
    spbe("init", folder, "--nama", "Kabupaten Madiun")

    assert "Maksud Anda `Kabupaten Madiun`?" in first.stdout
    assert sorted(path.name for path in (folder / "indicators").iterdir()) == ["2023", "2024-laporan"]


@pytest.mark.parametrize("nama", ["Madiun", "bandung"])
def test_a_name_that_means_two_regions_is_asked_for(spbe, tmp_path: Path, nama: str) -> None:
    result = spbe("init", tmp_path / "w", "--nama", nama)

    assert result.exit_code == 2
    assert f"`Kabupaten {nama.title()}` atau `Kota {nama.title()}`" in result.stderr
    assert not (tmp_path / "w").exists()


def test_a_name_without_its_rank_is_completed(spbe, tmp_path: Path) -> None:
    spbe("init", tmp_path / "w", "--nama", "banyuwangi")

    assert yaml.safe_load((tmp_path / "w/content/profil.yaml").read_text("utf-8"))["nama"] == "Kabupaten Banyuwangi"


def test_the_program_comes_from_a_place_not_by_its_name_alone_and_everything_is_pinned(spbe, tmp_path: Path) -> None:
    address = "git+https://git.arunika.example/spbe.git"
    commit = "0123456789abcdef0123456789abcdef01234567"
    spbe("init", tmp_path / "w", "--sumber", f"{address}@{commit}")
    lines = (tmp_path / "w/requirements.txt").read_text("utf-8").splitlines()
    first, *pins = [line for line in lines if line and not line.startswith("#")]

    assert first == f"spbe @ {address}@{commit}"
    assert f"mkdocs=={metadata.version('mkdocs')}" in pins
    assert f"pagefind-bin=={metadata.version('pagefind_bin')}" in pins  # by way of an extra
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][\w.+!]*", line) for line in pins)
    assert not any(line.startswith(("spbe", "pytest")) for line in pins)


def test_a_wheel_comes_along(spbe, tmp_path: Path) -> None:
    wheel = tmp_path / "spbe-9-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    spbe("init", tmp_path / "w", "--sumber", wheel)

    assert "\n./program/spbe-9-py3-none-any.whl\n" in (tmp_path / "w/requirements.txt").read_text("utf-8")
    assert (tmp_path / "w/program" / wheel.name).read_bytes() == b"PK"


def test_where_the_program_comes_from_may_be_unknown_and_the_readme_says_so(
    spbe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spbe.cli.commands.init.own_origin", lambda: None)
    spbe("init", tmp_path / "w")

    assert "BELUM LENGKAP" in (tmp_path / "w/requirements.txt").read_text("utf-8")
    assert "**Lengkapi dahulu `requirements.txt`**" in (tmp_path / "w/README.md").read_text("utf-8")


def test_attachments_keep_their_bytes_in_git(spbe, tmp_path: Path) -> None:
    folder = tmp_path / "w"
    spbe("init", folder)
    (folder / "content/lampiran").mkdir()
    (folder / "content/lampiran/daftar.yaml").write_bytes(b"a: 1\r\n")
    (folder / "content/catatan.md").write_bytes(b"a\r\n")
    for words in (["init", "--quiet"], ["-c", "core.safecrlf=false", "add", "--all"]):
        subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)
    kept = {
        place: subprocess.check_output(["git", "-C", str(folder), "show", f":{place}"])
        for place in ("content/lampiran/daftar.yaml", "content/catatan.md")
    }

    assert kept == {"content/lampiran/daftar.yaml": b"a: 1\r\n", "content/catatan.md": b"a\n"}


def test_editors_find_the_schema_of_every_file(spbe, region: Path) -> None:
    spbe("new", "aplikasi", "x", "--folder", "diskominfo", "--root", region)
    spbe("new", "penilaian", "2025", "--root", region)
    spbe("new", "jawaban", "2025", "I11", "--root", region)
    settings = json.loads((region / ".vscode/settings.json").read_text("utf-8"))
    files = [path for name in ("content", "indicators", "architecture") for path in (region / name).rglob("*.yaml")]

    assert json.loads((region / ".vscode/extensions.json").read_text("utf-8")) == {
        "recommendations": ["redhat.vscode-yaml"]
    }
    assert {Path(schema).stem for schema in settings["yaml.schemas"]} == set(schemas())
    assert len(files) > 5
    for path in files:
        inside = path.relative_to(region).as_posix()
        fitting = {
            schema
            for schema, patterns in settings["yaml.schemas"].items()
            for pattern in patterns
            if re.fullmatch(pattern.replace("**/", "(?:[^/]+/)#").replace("*", "[^/]*").replace("#", "*"), inside)
        }
        named = (path.parent / path.read_text("utf-8").splitlines()[0].partition("$schema=")[2]).resolve()
        assert fitting == {f"./skema/{named.name}"}, inside


def test_the_guide_comes_along_without_what_is_true_of_the_sample_only(region: Path) -> None:
    pages = {path.name for path in (ROOT / "content/panduan").iterdir()}

    assert {path.name for path in (region / "content/panduan").iterdir()} == pages - {"dua-puluh-pertanyaan.md"}
    index = (region / "content/panduan/index.md").read_text("utf-8")
    assert "dua-puluh-pertanyaan" not in index
    assert "- [Memulai](memulai.md)" in index


def test_a_file_in_the_way_is_refused(spbe, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", "utf-8")

    assert spbe("init", tmp_path / "x").exit_code == 1


@pytest.mark.parametrize("nama", ["", "  ", "a\x07b"])
def test_a_name_must_be_plain_text(spbe, tmp_path: Path, nama: str) -> None:
    assert spbe("init", tmp_path / "x", "--nama", nama).exit_code == 2
    assert not (tmp_path / "x").exists()


def test_the_guide_of_a_new_region_has_its_pictures(spbe, tmp_path: Path) -> None:
    assert spbe("init", tmp_path / "wilayah").exit_code == 0
    guide = tmp_path / "wilayah" / "content" / "panduan"
    texts = [page.read_text("utf-8") for page in guide.glob("*.md")]
    named = {name for text in texts for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)}
    assert len(named) > 1
    assert {name for name in named if not (guide / name).is_file()} == set()
