"""What the story of a difference says, rule by rule; the twenty requests judge it as a whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.differences import Difference, difference_between
from spbe.differences.difference_text import text_of
from spbe.differences.rows import rows_of
from spbe.differences.telling.markdown import markdown_of
from spbe.differences.telling.story import story_of
from spbe.differences.telling.weights import DECISIONS, POSITION, TOPICS
from spbe.editions import INTERNAL, PUBLIC, Audience
from spbe.site.comparison_page import comparison_page
from spbe.yamlio import DocumentReader

DAY = date(2026, 4, 1)
APP = "architecture/aplikasi/simpeg.yaml"
LEAKED = "hapus sebelum usulan ini diterima, karena sesudahnya tersimpan selamanya di riwayat perubahan."
HEAD = "indicators/2025/penilaian.yaml"
LEAK = "https://admin:Melati-7Tangga@basis.example/x"

Told = Callable[..., Difference]


@pytest.fixture
def told(minimal: Path, tmp_path: Path) -> Told:
    """The difference that files, by path, make to a region that has others; ``None`` takes one away."""

    def between(
        after: dict[str, str | None], before: dict[str, str | None] | None = None, audience: Audience = PUBLIC
    ) -> Difference:
        write(minimal, before or {})
        newer = Path(shutil.copytree(minimal, tmp_path / "baru"))
        write(newer, after)
        reader = DocumentReader()
        return difference_between(*(open_region(root, DAY, reader) for root in (minimal, newer)), audience)

    return between


def write(root: Path, files: dict[str, str | None]) -> None:
    for place, text in files.items():
        if text is None:
            (root / place).unlink()
        else:
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            (root / place).write_text(text, "utf-8")


def app(name: str = "Sistem Kepegawaian", **more: str) -> str:
    fields = {"id": "simpeg", "nama": name, "perangkat_daerah": "diskominfo", "layanan": "[kepegawaian]", **more}
    return "".join(f"{key}: {value}\n" for key, value in fields.items())


def sentences(difference: Difference, topic: str) -> list[str]:
    return [one.text for one in story_of(difference).sentences if one.topic == topic]


def every_form(difference: Difference) -> str:
    forms = [text_of(difference, "lama", "baru"), markdown_of(difference, "lama", "baru")]
    return "\n".join((*forms, json.dumps(rows_of(difference)), comparison_page(difference, "lama", "baru")))


def test_every_topic_has_one_place_and_one_advice() -> None:
    assert len(POSITION) == len(DECISIONS) == len(TOPICS)


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL], ids=lambda one: one.edition)
@pytest.mark.parametrize("side", ["before", "after"])
def test_what_leaks_is_repeated_in_no_form_on_neither_side(told: Told, audience: Audience, side: str) -> None:
    leaking, sound = {APP: app(uraian=LEAK)}, {APP: app(uraian="Data pegawai.")}
    difference = told(leaking, sound, audience) if side == "after" else told(sound, leaking, audience)
    forms = every_form(difference)
    assert "Melati" not in forms
    assert "Sistem Kepegawaian" in forms


def test_a_name_that_leaks_is_told_by_its_id(told: Told) -> None:
    difference = told({APP: app(f'"{LEAK}"')}, audience=INTERNAL)
    assert "Melati" not in every_form(difference)
    assert story_of(difference).verdict.startswith("Jangan diterima dahulu: ada nama akun, kata sandi, atau kunci pada")


@pytest.mark.parametrize("more", ["# kata sandi: Melati-7Tangga\n", 'kendala: "kata sandi: Melati-7Tangga"\n'])
def test_what_leaks_where_an_edition_shows_nothing_is_told_to_administrators_only(told: Told, more: str) -> None:
    difference = told({APP: app() + more})
    assert not story_of(difference)
    assert difference.problems.new == ()


@pytest.mark.parametrize("more", ["# kata sandi: Melati-7Tangga\n", 'kendala: "kata sandi: Melati-7Tangga"\n'])
def test_administrators_are_told_of_every_leak(told: Told, more: str) -> None:
    difference = told({APP: app() + more}, audience=INTERNAL)
    assert sentences(difference, "bocor") == [f"Ada kata sandi pada Sistem Kepegawaian ({APP}); {LEAKED}"]
    assert "Melati" not in every_form(difference)


def test_a_page_that_leaks_is_told_by_its_file(told: Told) -> None:
    difference = told({"content/warga.md": "# Warga\n\nNIK 3500004108900001\n"})
    assert sentences(difference, "bocor") == [f"Ada NIK pada warga.md (content/warga.md); {LEAKED}"]
    assert "3500004108900001" not in every_form(difference)


def test_folders_that_people_made_are_not_told_to_the_public(told: Told) -> None:
    inner = "architecture/aplikasi/proyek-rahasia/simpeg.yaml"
    difference = told({inner: "id: simpeg\nnama: ["}, {APP: None, inner: app()})
    assert "Sistem Kepegawaian" in story_of(difference).sentences[0].text
    assert "proyek-rahasia" not in every_form(difference)


def test_administrators_are_told_every_file(told: Told) -> None:
    inner = "architecture/aplikasi/proyek/simpeg.yaml"
    difference = told({inner: "id: simpeg\nnama: ["}, {APP: None, inner: app()}, INTERNAL)
    assert inner in story_of(difference).sentences[0].text


def test_one_of_a_topic_does_not_crowd_out_the_others(told: Told) -> None:
    files = {f"architecture/layanan/l-{n}.yaml": f"id: l-{n}\nnama: L {n}\njenis: [\n" for n in range(5)}
    difference = told(files, {place: f"id: l-{n}\nnama: L {n}\n" for n, place in enumerate(files)})
    assert len(sentences(difference, "tidak-terbaca")) == 1
    assert sentences(difference, "tidak-terbaca")[0].startswith("5 berkas tidak terbaca")


def test_records_that_move_between_offices_are_one_sentence(told: Told) -> None:
    office = {"architecture/perangkat-daerah/bkd.yaml": "id: bkd\nnama: Badan Kepegawaian\n"}
    service = "architecture/layanan/kepegawaian.yaml"
    mine, theirs = (f"id: kepegawaian\nnama: Layanan\nperangkat_daerah: {one}\n" for one in ("diskominfo", "bkd"))
    difference = told({APP: app(perangkat_daerah="bkd"), service: theirs}, {**office, service: mine})
    assert sentences(difference, "pemilik") == [
        "Berpindah dari Dinas Komunikasi dan Informatika ke Badan Kepegawaian: Layanan, Sistem Kepegawaian."
    ]
    assert story_of(difference).decision == "timbang"


def test_a_page_that_names_its_former_file_was_not_deleted(told: Told) -> None:
    former, present = "content/panduan/lama.md", "content/panduan/baru.md"
    difference = told({former: None, present: "---\ndahulu: [lama]\n---\n# A\n"}, {former: "# A\n"})
    assert difference.records.removed == difference.records.added == ()
    assert [one.node.id for one in difference.records.changed] == ["panduan/baru.md"]
    assert story_of(difference).decision == "terima"


def test_another_deadline_is_told(told: Told) -> None:
    head = "tahun: 2025\ninstrumen: permenpanrb-59-2020\npublikasi: {{status: terbit}}\nrekomendasi:\n"
    head += "  - isi: Lengkapi arsitektur\n    batas_waktu: {}\n"
    difference = told({HEAD: head.format("2026-09-30")}, {HEAD: head.format("2026-06-30")})
    assert sentences(difference, "jadwal") == [
        "Indeks SPBE 2025, rekomendasi › Lengkapi arsitektur › Batas waktu: 30 Juni 2026 menjadi 30 September 2026."
    ]


def test_a_first_level_is_told_with_how_few_there_are(told: Told) -> None:
    files = {
        "indicators/2026/penilaian.yaml": "tahun: 2026\ninstrumen: permenpanrb-8-2026\npublikasi: {status: terbit}\n"
    }
    difference = told({**files, "indicators/2026/nilai.yaml": "I1: {mandiri: 2}\n"})
    (begun,) = sentences(difference, "penilaian-baru")
    assert "1 dari 20 indikator bernilai, indeks sementara dari itu 2,00" in begun
    assert story_of(difference).decision == "terima"
