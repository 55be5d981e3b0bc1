"""``spbe terima``: what a form asks for is judged by who sent it, told like any change, and written whole or not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.changes.form_files import github_forms, gitlab_templates
from spbe.changes.office_forms import office_forms
from spbe.checks import open_region
from spbe.model.base import fields_of
from spbe.region import Node
from support.issue_forms import rendered

APP = "architecture/aplikasi/simpeg.yaml"
OFFICES = "architecture/perangkat-daerah"
FORMS = {name.partition("-")[2].removesuffix(".yml"): yaml.safe_load(text) for name, text in github_forms().items()}


@pytest.fixture
def region(minimal: Path) -> Path:
    """The smallest region: its office has the account ``@kominfo``, another one ``@dinkes-budi``."""
    office = minimal / OFFICES / "diskominfo.yaml"
    office.write_text(office.read_text("utf-8") + "akun_git: ['@Kominfo']\n", "utf-8")
    (minimal / OFFICES / "dinkes.yaml").write_text(
        "id: dinkes\nnama: Dinas Kesehatan\nakun_git: [dinkes-budi]\n", "utf-8"
    )
    (minimal / APP).write_text(
        "# tangan\nid: simpeg\nnama: Sistem Kepegawaian  # resmi\nperangkat_daerah: diskominfo\n", "utf-8"
    )
    return minimal


@pytest.fixture
def terima(spbe, region: Path, tmp_path: Path):
    """Hand in a text, or the form of a kind with answers."""

    def run(kind: str, answers: dict[str, str] | None = None, *words: str):
        file = tmp_path / "usulan.md"
        file.write_bytes((kind if answers is None else rendered(FORMS[kind], answers)).encode())
        return spbe("terima", file, *words, "--root", region)

    return run


def outcomes(result: Any) -> list[tuple[str, str]]:
    return [(row["cell"], row["outcome"]) for row in json.loads(result.stdout)["rows"]]


def test_a_form_changes_what_was_answered_and_not_a_byte_more(terima, region: Path) -> None:
    answers = {"id": "simpeg", "nama": "Sistem Kepegawaian", "keadaan": "Dihentikan", "sejak": "2026-01"}
    told = terima("aplikasi", answers)
    before = (region / APP).read_text("utf-8")

    assert told.exit_code == 0
    assert "Belum ada yang ditulis" in told.stdout
    assert before.endswith("perangkat_daerah: diskominfo\n")
    written = terima("aplikasi", answers, "--tulis", "--format", "json")
    assert written.exit_code == 0
    assert outcomes(written) == [("Nama", "unchanged"), ("Keadaan", "changed"), ("Sejak", "changed")]
    assert json.loads(written.stdout)["counts"] == {
        "new": 0,
        "changed": 2,
        "unchanged": 1,
        "open": 0,
        "conflict": 0,
        "refused": 0,
    }
    assert (region / APP).read_text("utf-8") == before + "keadaan: dihentikan\nsejak: 2026-01\n"
    again = terima("aplikasi", answers, "--tulis")
    assert "Tidak ada yang perlu diubah" in again.stdout


def test_what_it_means_is_told_in_the_words_of_a_difference(terima) -> None:
    answers = {"id": "simpeg", "nama": "Simpeg Baru"}

    changed = json.loads(terima("aplikasi", answers, "--format", "json").stdout)["difference"]["records"]["changed"]
    assert [one["id"] for one in changed] == ["simpeg"]
    assert "Simpeg Baru" in terima("aplikasi", answers, "--format", "markdown").stdout


@pytest.mark.parametrize("account", ["kominfo", "@KOMINFO"])
def test_an_office_changes_what_it_owns(terima, account: str) -> None:
    done = terima("aplikasi", {"id": "simpeg", "nama": "Baru"}, "--dari", account, "--format", "json")

    assert done.exit_code == 0
    assert outcomes(done) == [("Nama", "changed")]


def test_the_word_of_the_host_counts_and_not_that_of_the_form(terima, region: Path) -> None:
    before = (region / APP).read_bytes()
    claimed = {"id": "simpeg", "nama": "Diambil alih", "perangkat_daerah": "dinkes"}
    others = terima("aplikasi", claimed, "--dari", "dinkes-budi", "--tulis")
    gone = terima("aplikasi", {**claimed, "id": "simpex"}, "--dari", "dinkes-budi", "--tulis")
    stranger = terima("aplikasi", claimed, "--dari", "orang", "--tulis")

    assert others.exit_code == gone.exit_code == stranger.exit_code == 1
    assert others.stdout.replace("simpeg", "simpex").split() == gone.stdout.split()  # nobody learns what is there
    assert "Akun @orang tidak tercatat" in stranger.stderr
    assert (region / APP).read_bytes() == before


def test_an_account_without_an_office_is_nobody(terima, region: Path) -> None:
    office = region / OFFICES / "dinkes.yaml"
    office.write_text("id: dinkes\nnama: Dinas Kesehatan\n", "utf-8")

    assert terima("aplikasi", {"id": "simpeg", "nama": "X"}, "--dari", "").exit_code == 1
    assert terima("aplikasi", {"id": "simpeg", "nama": "X"}, "--dari", "@").exit_code == 1


def test_a_new_record_belongs_to_the_office_that_asks_for_it(terima, region: Path) -> None:
    new = {"permintaan": "Catatan baru", "id": "e-puskesmas", "nama": "e-Puskesmas"}
    foreign = terima("aplikasi", {**new, "perangkat_daerah": "diskominfo"}, "--dari", "dinkes-budi", "--tulis")
    assert foreign.exit_code == 1
    done = terima("aplikasi", {**new, "keadaan": "Rencana"}, "--dari", "dinkes-budi", "--tulis", "--format", "json")

    assert done.exit_code == 0, done.output
    assert outcomes(done) == [("Nama", "new"), ("Keadaan", "new")]
    opened = open_region(region)
    record = opened.region.get(Node("aplikasi", "e-puskesmas"))
    assert opened.sound
    assert record is not None
    assert (record.nama, opened.region.owner_id(record), record.keadaan) == ("e-Puskesmas", "dinkes", "rencana")
    again = terima("aplikasi", new, "--dari", "dinkes-budi", "--tulis")
    assert again.exit_code == 1
    assert "sudah dipakai" in again.stdout
    office = terima("perangkat-daerah", {**new, "id": "dinas-baru"}, "--dari", "dinkes-budi", "--tulis")
    assert office.exit_code == 1


def test_nothing_is_written_when_one_answer_is_wrong(terima, region: Path) -> None:
    before = (region / APP).read_bytes()
    done = terima("aplikasi", {"id": "simpeg", "nama": "Baru", "sejak": "kemarin"}, "--tulis")

    assert done.exit_code == 1
    assert "kemarin" in done.stdout
    assert "nilai-tanggal" in done.stdout
    assert (region / APP).read_bytes() == before


def test_one_refused_answer_holds_back_the_others(terima, region: Path) -> None:
    before = (region / APP).read_bytes()
    text = "### ID aplikasi\n\nsimpeg\n\n### Nama\n\nBaru\n\n### Kode\n\n7\n"
    done = terima(text, None, "--tulis", "--format", "json")

    assert done.exit_code == 1
    assert outcomes(done) == [("Kode", "refused"), ("Nama", "changed")]
    assert json.loads(done.stdout)["difference"]["records"]["changed"] == []
    assert (region / APP).read_bytes() == before


def test_errors_that_were_there_before_hinder_nobody(terima, region: Path) -> None:
    (region / "architecture/layanan/lain.yaml").write_text("id: lain\nnama: [\n", "utf-8")

    assert terima("aplikasi", {"id": "simpeg", "nama": "Baru"}, "--tulis").exit_code == 0
    assert "nama: Baru  # resmi" in (region / APP).read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("### Perangkat daerah\n\nDinkes\n\n### Apa yang berubah\n\nNamanya.\n", "ditulis dengan kata-kata"),
        ("### ID aplikasi\n\nsimpeg\n\n### ID layanan\n\nx\n", "satu formulir saja"),
        ("### ID aplikasi\n\nsimpeg\n\n### Nama\n\nA\n\n### Nama\n\nB\n", "dua kali"),
        ("### ID aplikasi\n\n_No response_\n", "Tulis satu ID"),
        ("### ID aplikasi\n\nsimpeg\n\n### Permintaan\n\nHapus\n", "Pilih"),
        ("### ID aplikasi\n\nsimpeg\n\n### Akun Git\n\nsaya\n", "tidak ada pada formulirnya"),
        ("### Sesuatu\n\nx\n", "Tidak ada judul"),
    ],
)
def test_what_is_no_answer_to_a_form_is_refused_with_a_reason(terima, text: str, reason: str) -> None:
    for form in ("text", "markdown", "json"):
        done = terima(text, None, "--tulis", "--format", form)
        assert done.exit_code == 1
        assert reason in done.stdout


def test_two_files_that_ask_for_different_things_are_in_conflict(spbe, region: Path, tmp_path: Path) -> None:
    files = [tmp_path / "satu.md", tmp_path / "dua.md"]
    for file, name in zip(files, ("A", "B"), strict=True):
        file.write_text(rendered(FORMS["aplikasi"], {"id": "simpeg", "nama": name}), "utf-8")
    done = spbe("terima", *files, "--tulis", "--format", "json", "--root", region)

    assert done.exit_code == 1
    assert outcomes(done) == [("Nama", "conflict"), ("Nama", "conflict")]


def test_a_file_that_nobody_reads_is_refused(spbe, terima, region: Path, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    for done in (terima("bukan formulir"), spbe("terima", tmp_path / "x.pdf", "--root", region)):
        assert done.exit_code == 1
        assert "tidak dikenali" in done.stderr
    missing = spbe("terima", tmp_path / "hilang.md", "--root", region)
    assert missing.exit_code == 1
    assert "tidak dapat dibaca" in missing.stderr


def test_words_of_a_stranger_stay_words_in_markdown(terima) -> None:
    done = terima(
        "### ID aplikasi\n\nsimpeg\n\n### @semua [x](http://jahat.example) `\n\ny\n", None, "--format", "markdown"
    )

    assert done.exit_code == 1
    assert done.stdout.startswith("- `@semua [x](http://jahat.example) '`: `")


def test_a_record_in_a_list_is_changed_where_it_stands(terima, region: Path) -> None:
    file = region / "architecture/aplikasi/banyak.yaml"
    file.write_text("- id: satu\n  nama: Satu\n- id: dua\n  nama: Dua  # catatan\n", "utf-8")

    assert terima("aplikasi", {"id": "dua", "nama": "Kedua"}, "--tulis").exit_code == 0
    assert file.read_text("utf-8") == "- id: satu\n  nama: Satu\n- id: dua\n  nama: Kedua  # catatan\n"


def test_a_template_of_gitlab_comes_back_as_a_form_of_github_does(terima, region: Path) -> None:
    template = gitlab_templates()["Ubah atau tambah aplikasi.md"]
    empty = terima(template.replace("### ID aplikasi\n", "### ID aplikasi\n\nsimpeg\n"), None, "--format", "json")
    filled = template.replace("### ID aplikasi\n", "### ID aplikasi\n\nsimpeg\n").replace(
        "### Nama\n", "### Nama\n\nBaru\n"
    )
    done = terima(filled, None, "--tulis", "--format", "json")

    assert (empty.exit_code, outcomes(empty)) == (0, [])
    assert outcomes(done) == [("Nama", "changed")]
    assert "nama: Baru  # resmi" in (region / APP).read_text("utf-8")


def test_every_form_asks_for_fields_of_its_kind_under_headings_that_tell_them_apart() -> None:
    assert [form.kind.slug for form in office_forms()] == [
        "perangkat-daerah",
        "layanan",
        "data",
        "aplikasi",
        "infrastruktur",
    ]
    records = [form.record for form in office_forms()]
    assert len(set(records)) == len(records)
    for form in office_forms():
        labels = [question.label for question in form.questions]
        assert len({*labels, *records}) == len(labels) + len(records), form.kind.slug
        kinds = fields_of(form.kind.models[None])
        assert {"id", "dahulu", "akun_git", "klasifikasi"}.isdisjoint(form.kind.form)
        assert all(kinds[name].kelas == "publik" for name in form.kind.form)  # an issue is read by all who see it
