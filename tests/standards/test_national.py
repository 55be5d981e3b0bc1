"""The register of national applications: who owns them, how they are spelled, which were decreed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from spbe.model.aplikasi import JENIS_APLIKASI
from spbe.standards import national
from spbe.standards.national import FIELDS, national_application, national_applications
from spbe.standards.resources import StandardsError, read_yaml
from support.regions import ROOT


def test_only_decreed_applications_are_general() -> None:
    general = {one.id: one.bidang for one in national_applications().values() if one.general}
    assert general == {
        "srikandi": "kearsipan",
        "sp4n-lapor": "pengaduan pelayanan publik",
        "spse": "pengadaan barang dan jasa pemerintah",
        "siasn": "kepegawaian",
    }
    assert "679 Tahun 2020" in national_applications()["srikandi"].dasar
    assert {one.jenis for one in national_applications().values()} <= JENIS_APLIKASI.nilai.keys()


def test_a_general_application_without_its_decree_says_so() -> None:
    open_ones = [one.id for one in national_applications().values() if one.general and one.pemeriksaan != "kutipan"]
    assert open_ones
    assert all("belum ditemukan" in national_applications()[name].catatan for name in open_ones)


def test_the_fields_of_general_applications_are_the_eight_of_the_presidential_regulation() -> None:
    assert len(FIELDS) == 8


@pytest.mark.parametrize(
    ("written", "found"),
    [("srikandi", "srikandi"), ("SP4N LAPOR", "sp4n-lapor"), ("Si-ASN", "siasn"), ("sipd ri", "sipd"), ("SIPBB", None)],
)
def test_an_application_is_found_in_any_spelling(written: str, found: str | None) -> None:
    one = national_application(written)
    assert (one.id if one else None) == found


def test_the_sample_writes_what_the_register_says() -> None:
    for path in sorted(Path(ROOT, "architecture/aplikasi").rglob("*.yaml")):
        raw = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        known = national_application(raw["nama"])
        if known is not None:
            assert (raw["jenis"], raw["pemilik_luar"]) == (known.jenis, known.pemilik), path
        general = any(code.startswith("RAA.01") for code in raw.get("referensi", ()))
        assert general == (raw.get("jenis") == "umum"), path


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda rows: rows[0].pop("dasar"), "needs"),
        (lambda rows: rows[0].update(bidang="olahraga"), "unknown jenis"),
        (lambda rows: rows[-1].update(bidang="kearsipan"), "unknown jenis"),
        (lambda rows: rows[-1].update(jenis="khusus"), "unknown jenis"),
        (lambda rows: rows[-1]["ejaan"].append("srikandi"), "share a spelling"),
        (lambda rows: rows.append(dict(rows[0])), "stands twice"),
    ],
    ids=["incomplete", "no-such-field", "field-of-another", "kind", "spelling", "twice"],
)
def test_the_shipped_register_is_proved(
    monkeypatch: pytest.MonkeyPatch, spoil: Callable[[list[dict[str, Any]]], object], message: str
) -> None:
    rows = read_yaml(national.FILE)
    spoil(rows)
    monkeypatch.setattr(national, "read_yaml", lambda _: rows)
    with pytest.raises(StandardsError, match=message):
        national_applications.__wrapped__()
