"""Each simple value: what is accepted and as what, what is refused and by which rule."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from spbe.model.base import Note
from spbe.model.choices import Pilihan
from spbe.model.document_values import Berkas, Sha256, Tautan
from spbe.model.identifiers import ID_LENGTH, Id, KodeIndikator, KodeReferensi, slug
from spbe.model.values import Bilangan, Daftar, Rupiah, Tahun, Tanggal, Teks, YaTidak, decimal_text

SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
LONG = "a" * ID_LENGTH

ACCEPTED: list[tuple[Any, Any, Any]] = [
    (Teks, "  dua kata ", "dua kata"),
    (Teks, "baris\nbaru", "baris\nbaru"),
    (Teks, "<b>", "<b>"),
    (Teks, 12, "12"),
    (Id, "simpeg", "simpeg"),
    (Id, " e-office-2 ", "e-office-2"),
    (Id, LONG, LONG),
    (Id, "112", "112"),
    (Tanggal, "2019", Tanggal(2019)),
    (Tanggal, 2019, Tanggal(2019)),
    (Tanggal, "2019-05", Tanggal(2019, 5)),
    (Tanggal, "2024-02-29", Tanggal(2024, 2, 29)),
    (Bilangan, "2.60", Fraction(13, 5)),
    (Bilangan, "2,60", Fraction(13, 5)),
    (Bilangan, "0", Fraction(0)),
    (Bilangan, 3, Fraction(3)),
    (Tahun, "2026", 2026),
    (Tahun, 1999, 1999),
    (Rupiah, "1500000", 1_500_000),
    (Rupiah, "Rp1.500.000", 1_500_000),
    (Rupiah, "rp. 1.500.000,00", 1_500_000),
    (Rupiah, "Rp 1.500.000,-", 1_500_000),
    (Rupiah, "1_500_000", 1_500_000),
    (Rupiah, 0, 0),
    (YaTidak, "ya", True),
    (YaTidak, "Tidak", False),
    (YaTidak, "no", False),
    (YaTidak, False, False),
    (Tautan, "https://contohkota.go.id/a?b=c#d", "https://contohkota.go.id/a?b=c#d"),
    (Tautan, " http://10.0.0.1:8080 ", "http://10.0.0.1:8080"),
    (KodeReferensi, "RAA.02.02", "RAA.02.02"),
    (KodeReferensi, " rab.01 ", "RAB.01"),
    (KodeReferensi, "RAI.01.02.03.04.05.06.07", "RAI.01.02.03.04.05.06.07"),
    (KodeIndikator, "permenpanrb-59-2020/I11", "permenpanrb-59-2020/I11"),
    (KodeIndikator, " permenpanrb-5-2018/I35.1 ", "permenpanrb-5-2018/I35.1"),
    (Sha256, SHA, SHA),
    (Sha256, SHA.upper(), SHA),
    (Berkas, "peraturan/perwali 12 (2022).pdf", "peraturan/perwali 12 (2022).pdf"),
    (Berkas, "content/lampiran/sk.pdf", "sk.pdf"),
    (Daftar[Id], "simpeg", ("simpeg",)),
    (Daftar[Id], ["simpeg", "sipd"], ("simpeg", "sipd")),
    (Daftar[Tahun], 2026, (2026,)),
]

REFUSED: list[tuple[Any, Any, str]] = [
    (Teks, True, "nilai-teks"),
    (Teks, ["a"], "nilai-teks"),
    (Teks, "a\x00b", "nilai-karakter"),
    (Teks, "\x1b[31m", "nilai-karakter"),
    (Id, "Simpeg", "nilai-id"),
    (Id, "sim_peg", "nilai-id"),
    (Id, "-simpeg", "nilai-id"),
    (Id, "sim--peg", "nilai-id"),
    (Id, "../simpeg", "nilai-id"),
    (Id, LONG + "a", "nilai-id"),
    (Id, "simpeg\n- sipd", "nilai-id"),
    (Id, "", "nilai-id"),
    (Tanggal, "2019-5", "nilai-tanggal"),
    (Tanggal, "31-05-2019", "nilai-tanggal"),
    (Tanggal, "2023-02-29", "nilai-tanggal-mustahil"),
    (Tanggal, "2019-13", "nilai-tanggal-mustahil"),
    (Tanggal, "2019-00", "nilai-tanggal"),
    (Tanggal, "2019-05-00", "nilai-tanggal"),
    (Tanggal, "2019-00-10", "nilai-tanggal-mustahil"),
    (Tanggal, "1019", "nilai-tanggal-mustahil"),
    (Tanggal, "2201", "nilai-tanggal-mustahil"),
    (Tanggal, "\u0662\u0660\u0661\u0669", "nilai-tanggal"),
    (Tanggal, True, "nilai-teks"),
    (Bilangan, "-1", "nilai-bilangan"),
    (Bilangan, "1e3", "nilai-bilangan"),
    (Bilangan, "1.000,5", "nilai-bilangan"),
    (Bilangan, "\u00b2", "nilai-bilangan"),
    (Bilangan, "\u0663", "nilai-bilangan"),
    (Bilangan, "nan", "nilai-bilangan"),
    (Bilangan, None, "nilai-teks"),
    (Tahun, "26", "nilai-tahun"),
    (Tahun, "2026-01", "nilai-tahun"),
    (Tahun, "1850", "nilai-tahun"),
    (Rupiah, "1,5 juta", "nilai-rupiah"),
    (Rupiah, "-1000", "nilai-rupiah"),
    (Rupiah, "1.50", "nilai-rupiah"),
    (Rupiah, "\u0663", "nilai-rupiah"),
    (Rupiah, "USD 10", "nilai-rupiah"),
    (YaTidak, "mungkin", "nilai-ya-tidak"),
    (YaTidak, 2, "nilai-ya-tidak"),
    (Tautan, "javascript:alert(1)", "nilai-tautan"),
    (Tautan, "//contoh.go.id", "nilai-tautan"),
    (Tautan, "www.contoh.go.id", "nilai-tautan"),
    (Tautan, "https://", "nilai-tautan"),
    (Tautan, "https://[::1", "nilai-tautan"),
    (Tautan, 'https://a.id/"onclick="x', "nilai-tautan"),
    (Tautan, "https://a.id/ b", "nilai-tautan"),
    (KodeReferensi, "01.01", "nilai-kode-referensi"),
    (KodeReferensi, "RAX.01", "nilai-kode-referensi"),
    (KodeReferensi, "RAA.1", "nilai-kode-referensi"),
    (KodeReferensi, "RAA", "nilai-kode-referensi"),
    (KodeReferensi, "RAA.01.02.03.04.05.06.07.08", "nilai-kode-referensi"),
    (KodeIndikator, "I11", "nilai-indikator"),
    (KodeIndikator, "permenpanrb-59-2020/", "nilai-indikator"),
    (KodeIndikator, "/I11", "nilai-indikator"),
    (KodeIndikator, "PermenPANRB 59/2020/I11", "nilai-indikator"),
    (KodeIndikator, "permenpanrb-59-2020/I11/I12", "nilai-indikator"),
    (KodeIndikator, "permenpanrb-59-2020/11", "nilai-indikator"),
    (KodeIndikator, LONG + "a/I11", "nilai-indikator"),
    (KodeIndikator, ["permenpanrb-59-2020/I11"], "nilai-teks"),
    (Sha256, SHA[:-1], "nilai-sha256"),
    (Sha256, "g" * 64, "nilai-sha256"),
    (Berkas, "../rahasia.pdf", "nilai-berkas"),
    (Berkas, "sk/../../rahasia.pdf", "nilai-berkas"),
    (Berkas, "/etc/passwd", "nilai-berkas"),
    (Berkas, "C:\\sk.pdf", "nilai-berkas"),
    (Berkas, "https://contoh.go.id/sk.pdf", "nilai-berkas"),
    (Berkas, "sk/.git/config", "nilai-berkas"),
    (Berkas, "sk//a.pdf", "nilai-berkas"),
    (Berkas, "sk/", "nilai-berkas"),
    (Berkas, "", "nilai-berkas"),
    (Daftar[Id], ["simpeg", "Bukan ID"], "nilai-id"),
]


@pytest.mark.parametrize(("kind", "raw", "value"), ACCEPTED, ids=lambda part: repr(part)[:40])
def test_accepted(kind: Any, raw: Any, value: Any) -> None:
    read = TypeAdapter(kind).validate_python(raw)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(("kind", "raw", "rule"), REFUSED, ids=lambda part: repr(part)[:40])
def test_refused(kind: Any, raw: Any, rule: str) -> None:
    with pytest.raises(ValidationError) as failure:
        TypeAdapter(kind).validate_python(raw)
    assert [error["type"] for error in failure.value.errors()] == [rule]


def test_a_refused_id_suggests_one() -> None:
    with pytest.raises(ValidationError) as failure:
        TypeAdapter(Id).validate_python("Sistem Kepegawaian (SIMPEG)")
    assert failure.value.errors()[0]["ctx"] == {"saran": "sistem-kepegawaian-simpeg"}


@given(st.text(max_size=200))
def test_a_suggested_id_is_an_id_or_empty(text: str) -> None:
    suggested = slug(text)
    assert suggested == "" or TypeAdapter(Id).validate_python(suggested) == suggested


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.sampled_from([4, 7, 10]))
def test_a_date_reads_as_written_and_spans_its_days(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    read = Tanggal.parse(text)
    assert str(read) == text
    assert read.first <= day <= read.last
    assert str(read.first)[:length] == str(read.last)[:length] == text
    assert not str(read.last + timedelta(days=1)).startswith(text)


@given(st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=4))
def test_a_number_is_exact_and_survives_being_written(number: Decimal) -> None:
    read = TypeAdapter(Bilangan).validate_python(format(number, "f"))
    assert read == Fraction(number)
    assert TypeAdapter(Bilangan).validate_python(decimal_text(read)) == read


@given(st.integers(0, 10**15))
def test_an_amount_reads_the_same_with_and_without_dots(amount: int) -> None:
    dotted = f"Rp{amount:,}".replace(",", ".")
    assert TypeAdapter(Rupiah).validate_python(dotted) == TypeAdapter(Rupiah).validate_python(str(amount)) == amount


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_a_path_never_leaves_its_folder(text: str) -> None:
    try:
        path = TypeAdapter(Berkas).validate_python(text)
    except ValidationError:
        return
    assert not path.startswith("/")
    assert not {"", ".", ".."} & set(path.split("/"))


@pytest.mark.parametrize("raw", [None, {}, [], 1.5, "", "\x00", b"x", object()])
@pytest.mark.parametrize(
    "kind", [Teks, Id, Tanggal, Bilangan, Tahun, Rupiah, YaTidak, Tautan, KodeReferensi, KodeIndikator, Sha256, Berkas]
)
def test_only_our_own_rules_are_broken(kind: Any, raw: Any) -> None:
    try:
        TypeAdapter(kind).validate_python(raw)
    except ValidationError as failure:
        assert all(error["type"].startswith("nilai-") for error in failure.errors())  # noqa: PT017


WARNA = Pilihan("warna", {"merah": "Merah", "biru-muda": "Biru muda"}, {"red": "merah", "light/blue": "biru-muda"})


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("merah", "merah"),
        ("MERAH", "merah"),
        ("Biru Muda", "biru-muda"),
        ("birumuda", "biru-muda"),
        ("Red", "merah"),
        ("light blue", "biru-muda"),
        ("hijau", None),
        ("", None),
    ],
)
def test_a_choice_is_found_by_code_label_and_alias(written: str, code: str | None) -> None:
    assert WARNA.find(written) == code


def test_a_choice_notes_other_spellings_only() -> None:
    notes: list[Note] = []
    adapter: TypeAdapter[str] = TypeAdapter(Annotated[str, WARNA])
    assert adapter.validate_python("merah", context=notes) == "merah"
    assert notes == []
    assert adapter.validate_python("Red", context=notes) == "merah"
    assert notes == [Note("", "Red", "merah")]


def test_a_choice_that_is_not_in_the_list_names_the_list() -> None:
    with pytest.raises(ValidationError) as failure:
        TypeAdapter(Annotated[str, WARNA]).validate_python("hijau")
    error = failure.value.errors()[0]
    assert (error["type"], error["ctx"]) == (
        "nilai-pilihan",
        {"pilihan": ["merah", "biru-muda"], "tulisan": "hijau"},
    )


def test_an_alias_of_an_unknown_code_is_our_own_fault() -> None:
    with pytest.raises(ValueError, match="unknown code"):
        Pilihan("warna", {"merah": "Merah"}, {"blue": "biru"})


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        (
            "Dinas Pariwisata dan Ekonomi Kreatif, Kebudayaan, Kepemudaan, dan Olahraga",
            "dinas-pariwisata-dan-ekonomi-kreatif-kebudayaan-kepemudaan",
        ),
        ("a" * 64 + " b", "a" * 64),
        ("a" * 63 + " bc", "a" * 63),
        ("a" * 70, "a" * 64),
        ("Dinas Kesehatan", "dinas-kesehatan"),
        ("Rumah dan", "rumah-dan"),
    ],
)
def test_an_id_that_is_proposed_ends_with_a_whole_word(name: str, meant: str) -> None:
    assert slug(name) == meant
