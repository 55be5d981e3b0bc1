"""Why the index moved since the assessment before, in words and tables; across instruments what can be said at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Indikator
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.moves import Pergerakan, Sumbangan, before, best_and_worst, moved, strongest
from spbe.scoring.nation import beside
from spbe.site.addresses import assessment_address, indicator_address
from spbe.site.components.predicates import result_text, whose
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table
from spbe.standards.crosswalk import crosswalks
from spbe.standards.national_averages import national_versions

NAMED = 3
"""So many parts are named before the others are counted."""


@dataclass(frozen=True)
class IndexMovement:
    """Why an index is another than at the assessment before.

    ``said`` are sentences, ``tables`` the shares from the widest part to the narrowest.

    ``since`` is title and address of the assessment before.
    """

    since: tuple[str, str]
    said: tuple[str, ...]
    tables: tuple[Table, ...]


def index_movement(site: SiteContext, name: str) -> IndexMovement | None:
    """Why the index of the assessment ``name`` moved; ``None`` without an earlier result, or while it is not whole."""
    results = site.view.results
    former, hasil = before(results, name), results[name]
    if former is None or not hasil.lengkap:
        return None
    since = former.assessment.title, assessment_address(former.assessment.nama)
    if former.assessment.instrumen.id != hasil.assessment.instrumen.id:
        return IndexMovement(since, tuple(_across(former, hasil)), ())
    change = moved(former, hasil)
    if change is None:
        return None
    return IndexMovement(since, tuple(_within(change)), tuple(_tables(change)))


def _within(change: Pergerakan) -> list[str]:
    indices = wording.comma(change.dari.teks), wording.comma(change.ke.teks)
    told = [_("Indeks {a} menjadi {b}.").format(a=indices[0], b=indices[1])]
    if change.dasar == "nilai":
        words = _("Menurut nilai indikator indeks berubah {selisih}; sumbangan di bawah berjumlah tepat sebesar itu.")
    elif change.dasar == "bagian":
        words = _(
            "Angka tercetak berubah {selisih}. "
            "Nilai indikator kedua penilaian tidak lengkap, jadi yang dapat ditunjukkan hanya bagian yang diumumkan."
        )
    else:
        words = _(
            "Angka tercetak berubah {selisih}. "
            "Bagian yang diumumkan tidak lengkap, jadi sebabnya tidak dapat ditunjukkan."
        )
    told.append(words.format(selisih=wording.signed(change.selisih)))
    if change.dari.asal != change.ke.asal:
        words = _("Yang satu {a}, yang lain {b}: sebagian perubahannya dapat berasal dari siapa yang menilai.")
        told.append(words.format(a=whose(change.dari), b=whose(change.ke)))
    shares = change.indikator or change.domain or change.aspek
    best, worst = best_and_worst(shares)
    if best:
        told.append(_("Paling menaikkan: {daftar}.").format(daftar=_named(best)))
    if worst:
        told.append(_("Paling menurunkan: {daftar}.").format(daftar=_named(worst)))
    if shares and not best and not worst:
        told.append(_("Tidak ada bagian yang berubah."))
    if note := announced_note(change):
        told.append(note)
    return told


def announced_note(change: Pergerakan) -> str | None:
    """That the published index moved by something else than what its indicators add up to; else ``None``."""
    if change.dasar != "nilai" or change.diumumkan is None or change.diumumkan == change.selisih:
        return None
    words = _("Indeks resmi berubah {selisih}, karena diumumkan dalam dua desimal atau berbeda dari perhitungan.")
    return words.format(selisih=wording.signed(change.diumumkan))


def _named(shares: Sequence[Sumbangan]) -> str:
    names = [f"{_label(one)} ({wording.signed(one.sumbangan)})" for one in shares[:NAMED]]
    if len(shares) > NAMED:
        names.append(_("{n} lagi").format(n=len(shares) - NAMED))
    return "; ".join(names)


def _label(one: Sumbangan) -> str:
    return one.bagian.label if isinstance(one.bagian, Indikator) else f"{one.bagian.kode} {one.bagian.nama}"


def _tables(change: Pergerakan) -> list[Table]:
    layers = (
        ("domain", _("Sumbangan setiap domain"), _("Domain"), change.domain),
        ("aspek", _("Sumbangan setiap aspek"), _("Aspek"), change.aspek),
        ("indikator", _("Sumbangan indikator yang nilainya berubah"), _("Indikator"), strongest(change.indikator)),
    )
    return [_table(change, layer, caption, head, shares) for layer, caption, head, shares in layers if shares]


def _table(change: Pergerakan, layer: str, caption: str, head: str, shares: Sequence[Sumbangan]) -> Table:
    instrument = change.ke.assessment.instrumen.id
    printed = layer != "indikator"

    def value(number: Fraction) -> str:
        return wording.two_places(number) if printed else wording.number(number)

    rows = [
        Row(
            (
                Cell(_label(one), indicator_address(instrument, one.bagian.kode) if not printed else None),
                Cell(value(one.dari)),
                Cell(value(one.ke)),
                Cell(wording.number(one.bagian.bobot)),
                Cell(wording.signed(one.sumbangan)),
            )
        )
        for one in shares
    ]
    total = sum((one.sumbangan for one in shares), Fraction())
    rest = change.selisih - total
    if rest:
        why = _("Pembulatan angka tercetak") if change.terbulatkan else _("Tidak dijelaskan angka bagiannya")
        rows.append(Row((Cell(why), Cell("–"), Cell("–"), Cell("–"), Cell(wording.signed(rest))), strong=True))
    figures = wording.two_places(change.awal), wording.two_places(change.akhir)
    rows.append(
        Row(
            (
                Cell(_("Indeks dihitung") if change.dasar == "nilai" else _("Indeks")),
                *map(Cell, figures),
                Cell("–"),
                Cell(wording.signed(change.selisih)),
            ),
            strong=True,
        )
    )
    columns = (
        Column(head, wide=True),
        Column(change.dari.assessment.nama, numeric=True),
        Column(change.ke.assessment.nama, numeric=True),
        Column(_("Bobot (%)"), numeric=True),
        Column(_("Sumbangan pada indeks"), numeric=True),
    )
    return Table(f"sumbangan-{layer}", caption, columns, tuple(rows))


def _across(former: HasilPenilaian, hasil: HasilPenilaian) -> list[str]:
    """What two results of different instruments can tell beside one another, and what they cannot."""
    old, new = former.assessment.instrumen, hasil.assessment.instrumen
    told = [
        _(
            "Penilaian sebelumnya memakai {lama}, yang ini {baru}. Indikator, bobot, dan batas predikatnya lain, "
            "jadi naik atau turunnya indeks tidak dapat dihitung dan tidak berarti apa-apa."
        ).format(lama=old.nama, baru=new.nama),
        _("Yang dapat disebut ialah predikat masing-masing: {a}; {b}.").format(
            a=f"{former.assessment.nama}: {result_text(former)}", b=f"{hasil.assessment.nama}: {result_text(hasil)}"
        ),
    ]
    places = [place for one in (former, hasil) if (place := _beside_mean(one))]
    if places:
        told.append(_("Terhadap rata-rata nasional tahunnya sendiri: {daftar}.").format(daftar="; ".join(places)))
    if (old.id, new.id) in crosswalks():
        words = _(
            "Halaman setiap indikator menyebut indikator lama yang bahannya dapat dipakai lagi; nilainya tidak ikut."
        )
        told.append(words)
    return told


def _beside_mean(hasil: HasilPenilaian) -> str | None:
    """Where a result lies beside the national mean of its year and instrument."""
    version = national_versions().get(hasil.assessment.penilaian.tahun)
    if version is None or version.terbaru.instrumen != hasil.assessment.instrumen.id or hasil.indeks is None:
        return None
    mean = version.terbaru.indeks
    place = {-1: _("di bawah"), 0: _("sama dengan"), 1: _("di atas")}[beside(hasil.indeks, mean.nilai)]
    words = _("{nama} {tempat} rata-rata {angka}")
    return words.format(nama=hasil.assessment.nama, tempat=place, angka=wording.comma(mean.cetak))
