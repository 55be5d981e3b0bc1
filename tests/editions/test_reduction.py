"""What is left of a region for each kind of reader, and what is said of what is not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spbe.checks import open_region
from spbe.editions import EDITIONS, Audience, Edition, EditionName, redact
from spbe.model.aplikasi import Aplikasi
from spbe.model.base import Base
from spbe.model.keamanan import ObjekKeamanan
from spbe.model.record import Entri
from spbe.region import Node, Region
from spbe.scoring.outcomes import outcomes

APP = Node("aplikasi", "uji")


def write(root: Path, place: str, text: str) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def whole(root: Path) -> Region:
    opened = open_region(root, date(2026, 1, 1))
    assert opened.sound, opened.problems
    return opened.region


def seen(root: Path, edition: EditionName = "publik", opd: str | None = None) -> Edition:
    region = whole(root)
    return redact(region, outcomes(region), Audience(edition, opd))


def record(view: Edition, node: Node = APP) -> Any:
    found = view.region.get(node)
    assert isinstance(found, Entri)
    return found


def relations(view: Edition, node: Node) -> set[tuple[str, str]]:
    return {(name, other.id) for name, other, _ in view.region.relations.of(node)}


@pytest.fixture
def region(minimal: Path) -> Path:
    """The smallest region with an open record, and closed ones of both classifications that it points to."""
    for kind, name in (("layanan", "layanan"), ("data", "data"), ("aplikasi", "aplikasi"), ("infrastruktur", "server")):
        for klasifikasi in ("terbatas", "tertutup"):
            identity = f"{name}-{klasifikasi}"
            write(
                minimal,
                f"architecture/{kind}/{identity}.yaml",
                f"id: {identity}\nnama: {identity}\nklasifikasi: {klasifikasi}\n",
            )
    write(minimal, "architecture/perangkat-daerah/dinkes.yaml", "id: dinkes\nnama: Dinas Kesehatan\n")
    write(minimal, "architecture/perangkat-daerah/unit.yaml", "id: unit\nnama: Unit\nklasifikasi: tertutup\n")
    write(
        minimal,
        "architecture/aplikasi/uji.yaml",
        """
id: uji
nama: Uji
perangkat_daerah: dinkes
layanan: [kepegawaian, layanan-terbatas, layanan-tertutup]
data_dipakai: [data-tertutup]
infrastruktur: [server-terbatas]
integrasi:
  - {aplikasi: simpeg, data: [data-terbatas, data-tertutup]}
  - {aplikasi: aplikasi-terbatas}
  - {aplikasi: aplikasi-tertutup, frekuensi: harian}
pengelola: Seksi TIK
bahasa_pemrograman: tidak ada
jumlah_pengguna: belum diketahui
kendala: Sering mati.
lain: {Kode lama: A-1}
rencana:
  kendala: Masih sama.
  pengelola: Pihak ketiga
  tautan: https://uji.example
  layanan: [layanan-tertutup]
  integrasi:
    - {aplikasi: aplikasi-tertutup}
""",
    )
    write(
        minimal,
        "architecture/keamanan/audit.yaml",
        """
id: audit
nama: Audit
jenis: audit
perangkat_daerah: unit
melindungi:
  data: [data-terbatas, data-tertutup]
  aplikasi: [uji, aplikasi-tertutup]
temuan: belum diketahui
hasil: perlu-peningkatan
""",
    )
    return minimal


ALL_SERVICES = ("kepegawaian", "layanan-terbatas", "layanan-tertutup")


# --- fields by class


@pytest.mark.parametrize(
    ("edition", "opd", "runs", "trouble"),
    [
        ("publik", None, None, None),
        ("publik", "dinkes", None, None),
        ("opd", "diskominfo", None, None),
        ("opd", None, None, None),
        ("opd", "dinkes", "Seksi TIK", None),
        ("internal", None, "Seksi TIK", "Sering mati."),
    ],
)
def test_fields_are_shown_by_their_class_and_the_owner(
    region: Path, edition: EditionName, opd: str | None, runs: str | None, trouble: str | None
) -> None:
    view = seen(region, edition, opd)
    found = record(view)
    assert (found.nama, found.pengelola, found.kendala) == ("Uji", runs, trouble)
    assert found.lain == ({"Kode lama": "A-1"} if edition == "internal" else {})
    assert found.rencana.tautan == "https://uji.example"
    assert found.rencana.pengelola == ("Pihak ketiga" if runs else None)
    assert found.rencana.kendala == ("Masih sama." if trouble else None)


def test_an_office_owns_its_own_record(region: Path) -> None:
    write(region, "architecture/perangkat-daerah/dinkes.yaml", "id: dinkes\nnama: D\nakun_git: [dinkes-git]\n")
    office = Node("perangkat-daerah", "dinkes")
    assert record(seen(region, "opd", "dinkes"), office).akun_git == ("dinkes-git",)
    assert record(seen(region, "opd", "diskominfo"), office).akun_git == ()
    assert record(seen(region), office).akun_git == ()


def test_an_owner_that_is_named_by_a_former_id_is_still_the_owner(region: Path) -> None:
    write(region, "architecture/perangkat-daerah/dinkes.yaml", "id: dinkes\nnama: D\ndahulu: [dinas-kesehatan]\n")
    write(
        region, "architecture/aplikasi/uji.yaml", "id: uji\nnama: U\nperangkat_daerah: dinas-kesehatan\npengelola: P\n"
    )
    view = seen(region, "opd", "dinkes")
    assert record(view).pengelola == "P"
    assert "pengelola" in view.visible_fields(APP, record(view))
    assert record(seen(region, "opd", "diskominfo")).pengelola is None


def test_the_words_of_absence_of_a_hidden_field_vanish_too(region: Path) -> None:
    hidden = record(seen(region))
    assert hidden.absence("bahasa_pemrograman") == "kosong"
    assert hidden.absence("jumlah_pengguna") == "kosong"
    own = record(seen(region, "opd", "dinkes"))
    assert own.absence("bahasa_pemrograman") == "tidak ada"
    assert own.absence("jumlah_pengguna") == "belum diketahui"
    assert record(seen(region), Node("keamanan", "audit")).absence("temuan") == "kosong"
    assert record(seen(region, "internal"), Node("keamanan", "audit")).absence("temuan") == "belum diketahui"


def test_a_plan_does_not_tell_which_hidden_fields_it_changes(region: Path) -> None:
    assert set(record(seen(region)).planned_fields()) == {"tautan"}
    assert set(record(seen(region, "internal")).planned_fields()) >= {"kendala", "pengelola"}
    assert "kendala" not in record(seen(region)).model_dump(exclude_unset=True)


def test_visible_fields_are_those_of_the_class(region: Path) -> None:
    view = seen(region)
    fields = view.visible_fields(APP, record(view))
    assert "layanan" in fields
    assert not {"pengelola", "kendala", "lain"} & fields
    view = seen(region, "internal")
    assert view.visible_fields(APP, record(view)) == frozenset(Aplikasi.model_fields)


def test_a_choice_of_a_hidden_class_vanishes(region: Path) -> None:
    assert record(seen(region), Node("keamanan", "audit")).hasil is None


# --- records by classification


@pytest.mark.parametrize(
    ("edition", "shown"),
    [
        ("publik", {"kepegawaian"}),
        ("opd", {"kepegawaian", "layanan-terbatas"}),
        ("internal", set(ALL_SERVICES)),
    ],
)
def test_records_are_shown_by_their_classification(region: Path, edition: EditionName, shown: set[str]) -> None:
    view = seen(region, edition, "dinkes")
    assert set(view.region.records["layanan"]) == shown
    assert record(view).layanan == tuple(name for name in ALL_SERVICES if name in shown)
    assert {node.id for node in view.region.files if node.kind == "layanan"} == shown


def test_the_confidentiality_of_a_content_hides_nothing(region: Path) -> None:
    write(region, "architecture/data/rahasia.yaml", "id: rahasia\nnama: Rekam medis\nsifat: tertutup\n")
    assert "rahasia" in seen(region).region.records["data"]


def test_a_hidden_record_vanishes_from_every_kind_of_reference(region: Path) -> None:
    view = seen(region)
    found = record(view)
    assert found.layanan == ("kepegawaian",)
    assert found.data_dipakai == ()
    assert found.infrastruktur == ()
    assert [(part.aplikasi, part.data) for part in found.integrasi] == [("simpeg", ())]
    assert (found.rencana.layanan, found.rencana.integrasi) == ((), ())
    audit = record(view, Node("keamanan", "audit"))
    assert isinstance(audit, ObjekKeamanan)
    assert audit.melindungi == {"aplikasi": ("uji",)}
    assert audit.perangkat_daerah is None


def test_a_part_that_lost_what_it_must_name_is_dropped_and_others_stay(region: Path) -> None:
    found = record(seen(region, "opd", "dinkes"))
    assert [(part.aplikasi, part.data) for part in found.integrasi] == [
        ("simpeg", ("data-terbatas",)),
        ("aplikasi-terbatas", ()),
    ]


def hidden_names(value: Any) -> set[str]:
    """Every text that names a closed record, anywhere in ``value``."""
    if isinstance(value, Base):
        return hidden_names({name: getattr(value, name) for name in type(value).model_fields})
    if isinstance(value, Mapping):
        return hidden_names(list(value)) | hidden_names(list(value.values()))
    if isinstance(value, list | tuple | set | frozenset):
        return set().union(*map(hidden_names, value))
    return {value} if isinstance(value, str) and value.endswith(("-terbatas", "-tertutup")) else set()


def test_no_part_of_the_view_names_a_closed_record(region: Path) -> None:
    view = seen(region)
    told = view.region
    assert hidden_names([*told.records.values(), *told.files, *told.renamed, told.teams, told.profil]) == set()
    assert hidden_names([list(told.relations.outgoing), list(told.relations.incoming)]) == set()
    assert hidden_names([*told.relations.outgoing.values(), *told.relations.incoming.values()]) == set()
    internal = seen(region, "internal").region
    assert len(hidden_names(list(internal.records.values()))) == 8, "the walk finds them where they are"


def test_a_former_id_of_a_hidden_record_vanishes(region: Path) -> None:
    text = "id: layanan-tertutup\nnama: L\nklasifikasi: tertutup\ndahulu: [lama]\n"
    write(region, "architecture/layanan/layanan-tertutup.yaml", text)
    write(region, "architecture/layanan/kepegawaian.yaml", "id: kepegawaian\nnama: K\ndahulu: [pangkat]\n")
    assert seen(region).region.renamed == {Node("layanan", "pangkat"): Node("layanan", "kepegawaian")}
    assert Node("layanan", "lama") in seen(region, "internal").region.renamed


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_reference_by_a_former_id_stays(region: Path, edition: EditionName) -> None:
    write(region, "architecture/layanan/kepegawaian.yaml", "id: kepegawaian\nnama: K\ndahulu: [pangkat]\n")
    write(region, "architecture/aplikasi/lain.yaml", "id: lain\nnama: Lain\nlayanan: [pangkat]\n")
    view = seen(region, edition, "dinkes")
    assert relations(view, Node("aplikasi", "lain")) == {("Mendukung layanan", "kepegawaian")}
    assert ("Didukung aplikasi", "lain") in relations(view, Node("layanan", "kepegawaian"))


def test_a_reference_by_the_former_id_of_a_hidden_record_vanishes(region: Path) -> None:
    text = "id: layanan-tertutup\nnama: L\nklasifikasi: tertutup\ndahulu: [lama]\n"
    write(region, "architecture/layanan/layanan-tertutup.yaml", text)
    write(region, "architecture/aplikasi/lain.yaml", "id: lain\nnama: Lain\nlayanan: [lama]\n")
    view = seen(region)
    assert record(view, Node("aplikasi", "lain")).layanan == ()


# --- what is left of nothing


def test_what_held_only_hidden_things_is_as_if_unwritten(region: Path) -> None:
    view = seen(region)
    found = record(view)
    assert not {"data_dipakai", "infrastruktur"} & found.model_fields_set
    assert (found.absence("data_dipakai"), found.absence("infrastruktur")) == ("kosong", "kosong")
    assert "data" not in found.integrasi[0].model_fields_set
    assert set(found.planned_fields()) == {"tautan"}
    audit = record(view, Node("keamanan", "audit"))
    assert "perangkat_daerah" not in audit.model_fields_set


def test_a_plan_of_which_nothing_is_left_is_no_plan(region: Path) -> None:
    text = "id: lain\nnama: Lain\nrencana: {layanan: [layanan-tertutup], kendala: Sama.}\n"
    write(region, "architecture/aplikasi/lain.yaml", text)
    assert record(seen(region), Node("aplikasi", "lain")).rencana is None
    assert record(seen(region, "internal"), Node("aplikasi", "lain")).rencana is not None


def test_an_answer_whose_evidence_is_closed_names_none(region: Path) -> None:
    write(region, "indicators/bukti/rahasia.yaml", "id: rahasia\nnama: R\nklasifikasi: terbatas\n")
    write(region, "indicators/2025/I12.yaml", "nilai: {mandiri: 2}\nbukti: [rahasia]\n")
    write(region, "indicators/2025/I13.yaml", "bukti: [rahasia]\n")
    write(region, "indicators/tim.yaml", "koordinasi: {nama: Tim, bukti: [rahasia]}\n")
    view = seen(region)
    assert view.region.assessments["2025"].answers["I12"].bukti == ()
    assert "I13" not in view.region.assessments["2025"].answers, "it says nothing else"
    assert view.region.teams.koordinasi is not None
    assert view.region.teams.koordinasi.bukti == ()


def test_administrators_see_everything(region: Path) -> None:
    view = seen(region, "internal")
    assert dict(view.region.records) == dict(whole(region).records)
    assert view.region.relations == whole(region).relations


def test_no_option_counts_hidden_records(region: Path) -> None:
    """Totals could be subtracted from one another."""
    write(region, "content/profil.yaml", "nama: Kecil\npublikasi: {hitung_tertutup: ya}\n")
    [problem] = open_region(region, date(2026, 1, 1)).problems
    assert (problem.rule, problem.severity, problem.key) == ("kunci-tak-dikenal", "error", "publikasi.hitung_tertutup")


# --- assessments


@pytest.fixture
def drafted(region: Path) -> Path:
    """The region with a draft beside the published assessment."""
    write(region, "indicators/2026/penilaian.yaml", "tahun: 2026\ninstrumen: permenpanrb-8-2026\nkegiatan: mandiri\n")
    write(region, "indicators/2026/I1.yaml", "nilai: {mandiri: 2}\nperangkat_daerah: dinkes\n")
    return region


@pytest.mark.parametrize(
    ("edition", "names"), [("publik", ["2025"]), ("opd", ["2025", "2026"]), ("internal", ["2025", "2026"])]
)
def test_a_draft_is_absent_from_the_public_edition(drafted: Path, edition: EditionName, names: list[str]) -> None:
    view = seen(drafted, edition, "dinkes")
    assert list(view.region.assessments) == names
    assert list(view.outcomes) == names
    of_office = relations(view, Node("perangkat-daerah", "dinkes"))
    assert (("Bertanggung jawab atas indikator", "2026/I1") in of_office) == ("2026" in names)


def test_without_a_word_about_publication_an_assessment_is_a_draft(region: Path) -> None:
    write(region, "indicators/2025/penilaian.yaml", "tahun: 2025\ninstrumen: permenpanrb-59-2020\n")
    assert seen(region).region.assessments == {}
    assert seen(region).outcomes == {}


@pytest.mark.parametrize(
    ("edition", "opd", "note", "secret"),
    [
        ("publik", None, None, None),
        ("opd", "dinkes", "N", None),
        ("opd", "diskominfo", None, None),
        ("internal", None, "N", "S"),
    ],
)
def test_fields_of_answers_are_shown_by_class_and_owner(
    region: Path, edition: EditionName, opd: str | None, note: str | None, secret: str | None
) -> None:
    text = "perangkat_daerah: dinkes\nnilai: {mandiri: 4}\ncatatan_asesor: N\ncatatan_internal: S\n"
    write(region, "indicators/2025/I12.yaml", text)
    answer = seen(region, edition, opd).region.assessments["2025"].answers["I12"]
    assert (answer.catatan_asesor, answer.catatan_internal) == (note, secret)
    assert answer.nilai.mandiri == 4


def test_fields_of_an_assessment_are_shown_by_class_in_its_outcomes_too(region: Path) -> None:
    head = "tahun: 2025\ninstrumen: permenpanrb-59-2020\npublikasi: {status: terbit}\ncatatan_internal: S\n"
    write(region, "indicators/2025/penilaian.yaml", head)
    view = seen(region)
    assert view.region.assessments["2025"].penilaian.catatan_internal is None
    assert [one.assessment.penilaian.catatan_internal for one in view.outcomes["2025"]] == [None]


def test_an_approval_that_is_closed_is_not_named(region: Path) -> None:
    write(region, "indicators/bukti/rahasia.yaml", "id: rahasia\nnama: R\nklasifikasi: tertutup\n")
    head = "tahun: 2025\ninstrumen: permenpanrb-59-2020\npublikasi: {status: terbit, persetujuan: rahasia}\n"
    write(region, "indicators/2025/penilaian.yaml", head)
    assert seen(region).region.assessments["2025"].penilaian.publikasi.persetujuan is None
    assert seen(region).region.assessments["2025"].penilaian.publikasi.status == "terbit"


def test_figures_are_computed_on_the_whole_region(region: Path) -> None:
    """Closed offices and closed evidence take nothing away from an index."""
    write(region, "indicators/bukti/rahasia.yaml", "id: rahasia\nnama: R\nklasifikasi: tertutup\n")
    text = "perangkat_daerah: unit\nnilai: {mandiri: 5}\nbukti: [rahasia]\n"
    write(region, "indicators/2025/I12.yaml", text)
    rows = [[one.row for one in seen(region, edition, "dinkes").outcomes["2025"]] for edition in EDITIONS]
    assert rows[0] == rows[1] == rows[2]
    answer = seen(region).region.assessments["2025"].answers["I12"]
    assert answer.perangkat_daerah is None
    assert answer.nilai.mandiri == 5


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_whole_region_is_left_as_it_was(region: Path, edition: EditionName) -> None:
    before = whole(region)
    after = whole(region)
    redact(after, outcomes(after), Audience(edition, "dinkes"))
    assert before == after
    assert record(seen(region, "internal")).absence("bahasa_pemrograman") == "tidak ada"
