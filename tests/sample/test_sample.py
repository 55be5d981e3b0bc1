"""The repository's own sample region is sound, whole and coherent: staff copy from it, and pages are built from it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

import pytest

from spbe.checks import Opened
from spbe.model.base import Base, fields_of
from spbe.model.bukti import Bukti
from spbe.model.kinds import KINDS, Kind
from spbe.model.pembanding import Pembanding
from spbe.model.penilaian import TAHAP, Jawaban, NilaiTahap, Penilaian
from spbe.model.peta_rencana import MUATAN
from spbe.model.profil import Profil
from spbe.model.record import Entri, Record
from spbe.model.referensi import ReferensiDaerah
from spbe.model.tim import TataKelola
from spbe.model.upaya import Upaya
from spbe.region import Reading, read_region
from spbe.scoring.outcomes import outcomes
from spbe.yamlio import validate
from support.regions import open_fast

ROOT = Path(__file__).parents[2]
FOLDERS = ("content", "indicators", "architecture")

MEANT_PROBLEMS: set[tuple[str, str]] = set()
"""Rule and file of every warning or information that the sample shows on purpose."""

REAL_HOSTS = {"creativecommons.org", "contohkab.github.io"}
"""Hosts outside ``.example``: the licence of the data is a real one, and pages at a host are called so."""

NATIONAL = ROOT / "architecture" / "aplikasi" / "nasional"
"""Applications that ministries offer to every region: they are real, and so are their addresses."""

INSTRUMENTS = {
    "2019": "permenpanrb-5-2018",
    "2020": "permenpanrb-5-2018",
    "2021": "permenpanrb-59-2020",
    "2022": "permenpanrb-59-2020",
    "2023": "permenpanrb-59-2020",
    "2024": "permenpanrb-59-2020",
    "2025": "permenpanrb-59-2020",
    "2026-pemdi": "permenpanrb-8-2026",
}

SINGLE: tuple[type[Base], ...] = (
    Profil,
    TataKelola,
    Upaya,
    Pembanding,
    Penilaian,
    Jawaban,
    NilaiTahap,
    ReferensiDaerah,
)
"""The models that are not kinds."""


@pytest.fixture(scope="module")
def opened() -> Opened:
    return open_fast(ROOT)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_region(ROOT)


def local_codes(reading: Reading) -> ReferensiDaerah:
    assert reading.reference is not None
    made, problems = validate(ReferensiDaerah, reading.reference)
    assert not problems
    assert isinstance(made, ReferensiDaerah)
    return made


def test_the_sample_is_sound(opened: Opened) -> None:
    assert opened.sound, [problem for problem in opened.problems if problem.severity == "error"]


def test_the_sample_has_only_the_problems_that_are_meant(opened: Opened) -> None:
    assert {(problem.rule, problem.file) for problem in opened.problems} == MEANT_PROBLEMS


def test_the_sample_says_that_it_is_fictional(opened: Opened) -> None:
    profil = opened.region.profil
    assert profil.contoh
    assert profil.kode_wilayah == "99.01"
    assert not profil.publikasi.repo_publik


def parts_of(annotation: Any) -> Iterator[type[Base]]:
    """The models that a field's annotation mentions; a record's ``rencana`` is the record itself and is no part."""
    if isinstance(annotation, type) and issubclass(annotation, Base) and not issubclass(annotation, Entri):
        yield annotation
    for argument in get_args(annotation):
        yield from parts_of(argument)


def with_parts(model: type[Base]) -> dict[type[Base], None]:
    """``model`` and, below it, the models of its parts."""
    found: dict[type[Base], None] = {model: None}
    for info in model.model_fields.values():
        for part in parts_of(info.annotation):
            found |= with_parts(part)
    return found


def used_in(value: object) -> Iterator[tuple[type[Base], str]]:
    """Model and field of everything written with a value, in ``value`` and all its parts but ``rencana``."""
    if isinstance(value, Base):
        for name in value.model_fields_set:
            if value.absence(name) is None:
                yield type(value), name
                if not isinstance(getattr(value, name), Record):
                    yield from used_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from used_in(item)


@pytest.fixture(scope="module")
def used(reading: Reading) -> set[tuple[type[Base], str]]:
    found = {pair for entry in reading.entries for pair in used_in(entry.record)}
    return found | set(used_in(local_codes(reading)))


def declared_in(model: type[Base]) -> list[str]:
    """The fields that ``model`` itself declares, not those of its bases."""
    return [name for name in fields_of(model) if name in model.__annotations__]


def without_jenis(kind: Kind, model: type[Base]) -> bool:
    return kind.jenis is not None and model is kind.models[None]


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_field_of_every_kind_is_in_use(kind: Kind, used: set[tuple[type[Base], str]]) -> None:
    """Every field by some record of the kind, and a field of one ``jenis`` by a record of that ``jenis``."""
    models = set(kind.models.values())
    written = {name for model, name in used if model in models}
    missing = {f"{kind.slug}: {name}" for model in models for name in fields_of(model) if name not in written}
    for model in models:
        for base in (base for base in model.__mro__ if issubclass(base, Base) and not without_jenis(kind, base)):
            missing |= {
                f"{base.__name__}: {name}"
                for name in declared_in(base)
                if not any(issubclass(user, base) and name == written_name for user, written_name in used)
            }
        for part in list(with_parts(model))[1:]:
            missing |= {f"{part.__name__}: {name}" for name in fields_of(part) if (part, name) not in used}
    assert not missing


@pytest.mark.parametrize("model", SINGLE, ids=lambda model: model.__name__)
def test_every_field_of_the_other_models_is_in_use(model: type[Base], used: set[tuple[type[Base], str]]) -> None:
    missing = {
        f"{part.__name__}: {name}" for part in with_parts(model) for name in fields_of(part) if (part, name) not in used
    }
    assert not missing


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_jenis_has_a_record(kind: Kind, opened: Opened) -> None:
    present = {type(record) for record in opened.region.records[kind.slug].values()}
    assert present == set(kind.models.values())


def test_every_muatan_of_the_roadmap_has_a_record(opened: Opened) -> None:
    present = {getattr(record, "muatan", None) for record in opened.region.records["peta-rencana"].values()}
    assert set(MUATAN.nilai) <= present


def test_unknown_and_none_are_both_shown(reading: Reading) -> None:
    shown = {
        entry.record.absence(name)
        for entry in reading.entries
        if isinstance(entry.record, Base)
        for name in fields_of(type(entry.record))
    }
    assert {"kosong", "belum diketahui", "tidak ada"} <= shown


def test_closed_records_are_pointed_to_by_open_ones(opened: Opened) -> None:
    region = opened.region
    levels = {record.klasifikasi for _, record in region.nodes()}
    assert levels == {"terbuka", "terbatas", "tertutup"}
    simpeg: Any = region.records["aplikasi"]["simpeg"]
    targets = [region.records["infrastruktur"][name].klasifikasi for name in simpeg.infrastruktur]
    assert (simpeg.klasifikasi, "tertutup" in targets) == ("terbuka", True)


def test_every_retired_record_says_since_when_and_some_have_a_successor(opened: Opened) -> None:
    records = [record for _, record in opened.region.nodes() if isinstance(record, Record)]
    retired = {record.id for record in records if record.keadaan == "dihentikan"}
    assert {record.id for record in records if record.keadaan == "dihentikan" and record.sejak is None} == set()
    replaced = {old for record in records for old in getattr(record, "menggantikan", ())}
    assert retired & replaced
    assert retired - replaced


def test_there_is_expired_evidence_and_a_record_forgotten_since_2021(opened: Opened) -> None:
    evidence: Any = opened.region.records["bukti"]["sk-asesor"]
    assert str(evidence.berlaku_sampai) == "2025-12-31"
    assert any(record.ditinjau and record.ditinjau.tahun == 2021 for _, record in opened.region.nodes())


def test_the_assessments_cover_three_instruments(opened: Opened) -> None:
    assessments = opened.region.assessments
    assert {name: item.penilaian.instrumen for name, item in assessments.items()} == INSTRUMENTS
    assert {name: item.penilaian.publikasi.status for name, item in assessments.items()} == {
        name: "draf" if name == "2026-pemdi" else "terbit" for name in INSTRUMENTS
    }


def test_official_results_are_what_is_computed(opened: Opened) -> None:
    compared = {
        name: [(item.kode, item.cocok) for outcome in results for item in outcome.comparisons]
        for name, results in outcomes(opened.region).items()
    }
    assert [name for name, items in compared.items() if items] == [name for name in INSTRUMENTS if name != "2026-pemdi"]
    assert {(name, kode) for name, items in compared.items() for kode, cocok in items if not cocok} == set()


def test_stages_are_as_complete_as_the_story_says(opened: Opened) -> None:
    counts = {
        name: {stage: len(values) for stage, values in item.values.items()}
        for name, item in opened.region.assessments.items()
    }
    assert counts["2020"] == {"akhir": 37}
    assert counts["2024"] == {"mandiri": 47, "dokumen": 47, "interviu": 47, "visitasi": 4, "akhir": 47}
    assert list(counts["2024"]) == list(TAHAP.nilai)
    assert counts["2025"] == {"mandiri": 47, "akhir": 47}
    assert 0 < counts["2026-pemdi"]["mandiri"] < 20


def test_pemdi_values_are_fractional(opened: Opened) -> None:
    assert any(value.denominator > 1 for value in opened.region.assessments["2026-pemdi"].values["mandiri"].values())


def test_at_least_twelve_answers_of_2025_are_explained_with_evidence(opened: Opened) -> None:
    answers = opened.region.assessments["2025"].answers.values()
    explained = [a for a in answers if a.nilai.mandiri is not None and a.fakta and a.analisis and a.bukti]
    assert len(explained) >= 12


def test_attached_evidence_has_its_checksum(opened: Opened) -> None:
    attached = [
        record
        for record in opened.region.records["bukti"].values()
        if isinstance(record, Bukti) and record.berkas is not None
    ]
    assert attached
    for record in attached:
        assert record.berkas is not None
        content = (ROOT / "content" / "lampiran" / record.berkas).read_bytes()
        assert hashlib.sha256(content).hexdigest() == record.sha256


def texts() -> list[Path]:
    return sorted(path for name in FOLDERS for path in (ROOT / name).rglob("*") if path.suffix in {".yaml", ".md"})


def hosts_in(paths: list[Path]) -> set[str]:
    """The hosts outside ``.example`` to which addresses in ``paths`` lead; numbers are nobody's name."""
    found = {
        urlsplit(address).hostname or ""
        for path in paths
        for address in re.findall(r"https?://[^\s\[)>\]}\"';]+", path.read_text(encoding="utf-8"))
    }
    return {host for host in found if re.search(r"[a-z]\.[a-z]", host) and not host.endswith(".example")}


def test_no_address_leads_to_a_real_region() -> None:
    """Real are only the licence and the applications of ministries, which services of the region may name too."""
    national = hosts_in([path for path in texts() if path.is_relative_to(NATIONAL)])
    assert hosts_in([path for path in texts() if not path.is_relative_to(NATIONAL)]) - national == REAL_HOSTS
    assert [host for host in national if re.search(r"(kab|kota|prov)\.go\.id$", host)] == []


def test_no_mail_address_is_real() -> None:
    mail = [
        address
        for path in texts()
        for address in re.findall(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)", path.read_text(encoding="utf-8"))
    ]
    assert mail
    assert {host for host in mail if not host.endswith(".example")} == set()


def schema_of(path: Path) -> str:
    """The schema that an editor should use for the data file ``path``."""
    folder, *below = path.relative_to(ROOT).parts
    if folder != "indicators" or below[0] in {"bukti", "tim.yaml", "upaya.yaml", "pembanding.yaml"}:
        return Path(below[0]).stem
    return path.stem if path.stem in {"nilai", "penilaian"} else "jawaban"


def test_every_data_file_names_its_schema() -> None:
    paths = [path for path in texts() if path.suffix == ".yaml"]
    wrong = {}
    for path in paths:
        up = "../" * (len(path.relative_to(ROOT).parts) - 1)
        first = path.read_text(encoding="utf-8").splitlines()[0]
        if first != f"# yaml-language-server: $schema={up}skema/{schema_of(path)}.json":
            wrong[str(path.relative_to(ROOT))] = first
    assert len(paths) > 500
    assert wrong == {}


def test_the_logo_is_a_picture_and_nothing_else() -> None:
    svg = (ROOT / "content" / "lampiran" / "logo.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg ")
    assert len(svg) < 4096
    assert not re.search(r"<script|<foreignObject|<style|\bon\w+=|href=", svg, re.IGNORECASE)
