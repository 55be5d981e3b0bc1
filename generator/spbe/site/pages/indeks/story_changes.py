"""The parts of an assessment's story that look back: the result, what rose, what fell or lags, and what supports it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Indikator
from spbe.scoring import round_half_up
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.moves import Pergerakan, Sumbangan, strongest
from spbe.site.addresses import account_address, assessment_address
from spbe.site.charts.bars import BarChart
from spbe.site.components.index_sentence import comparable_change, index_sentence
from spbe.site.components.index_trend import trend
from spbe.site.pages.indeks.index_movement import announced_note
from spbe.site.pages.indeks.story_part import StoryPart, bars_of, ending_evidence
from spbe.site.site_context import SiteContext

DRAWN: Final = 6
"""So many bars at most; the page of the assessment has them all."""

NAMED: Final = 3
"""So many are named in a sentence."""


def result_part(site: SiteContext, hasil: HasilPenilaian) -> StoryPart | None:
    """The one sentence on the assessment, with the index over the years."""
    name = hasil.assessment.nama
    sentence = index_sentence(site.view.results, name, site.region.profil)
    if sentence is None:
        return None
    more = (_("Lihat perhitungan") if hasil.lead else _("Lihat hasilnya"), assessment_address(name))
    return StoryPart("hasil", _("Hasilnya"), (sentence.text,), trend(site.view.results), more)


def risen_part(site: SiteContext, hasil: HasilPenilaian) -> StoryPart | None:
    """What raised the index since the assessment before; nothing where the two cannot be compared part by part."""
    change = comparable_change(site.view.results, hasil)
    shares = _shares(change)
    if change is None or not shares:
        return None
    risen = [one for one in strongest(shares) if one.sumbangan > 0]
    since, where = change.dari.assessment.nama, f"{assessment_address(hasil.assessment.nama)}#perubahan-indeks"
    if not risen:
        return StoryPart("naik", _("Yang naik"), (_("Tidak ada bagian yang naik sejak {nama}.").format(nama=since),))
    words = _("{n} {bagian} naik sejak {nama} dan menambah indeks {jumlah}; terbesar {daftar}.")
    said = words.format(
        n=len(risen), bagian=_layer(risen), nama=since, jumlah=_points(_sum(risen)), daftar=_named(risen)
    )
    printed = announced_note(change)
    chart = _chart("naik-bagan", _("Sumbangan terbesar pada kenaikan indeks"), risen)
    return StoryPart(
        "naik", _("Yang naik"), (said, printed) if printed else (said,), chart, (_("Semua sumbangan"), where)
    )


def fallen_part(site: SiteContext, hasil: HasilPenilaian) -> StoryPart | None:
    """What lowered the index and what is recorded about the reason; else, and beside it, the part that is lowest."""
    change = comparable_change(site.view.results, hasil)
    shares = _shares(change)
    fallen = [one for one in strongest(shares) if one.sumbangan < 0]
    said: list[str] = []
    if change is not None and shares:
        since = change.dari.assessment.nama
        if fallen:
            words = _("{n} {bagian} turun sejak {nama} dan mengurangi indeks {jumlah}; terbesar {daftar}.")
            size = _points(abs(_sum(fallen)))
            said.append(
                words.format(n=len(fallen), bagian=_layer(fallen), nama=since, jumlah=size, daftar=_named(fallen))
            )
            said += [_reason(site, hasil, one) for one in fallen[:NAMED] if isinstance(one.bagian, Indikator)]
        else:
            said.append(_("Tidak ada bagian yang turun sejak {nama}.").format(nama=since))
    known = [(one.bagian.nama, one.nilai) for one in hasil.bagian if one.nilai is not None]
    if known:
        lowest = min(value for _name, value in known)
        words = _("Yang paling rendah {bagian}, {angka}.")
        names = _(" dan ").join(name for name, value in known if value == lowest)
        said.append(words.format(bagian=names, angka=wording.two_places(lowest)))
    if not said:
        return None
    scale = hasil.assessment.instrumen.skala
    ends = (scale.minimum, scale.maksimum)
    title = _("Indeks setiap bagian, {nama}").format(nama=hasil.assessment.nama)
    chart = (
        _chart("turun-bagan", _("Pengurang terbesar indeks"), fallen)
        if fallen
        else bars_of("turun-bagan", title, (_("Bagian"), _("Indeks")), known, wording.two_places, ends)
        if known
        else None
    )
    more = (_("Angka setiap bagian"), assessment_address(hasil.assessment.nama))
    return StoryPart("turun", _("Yang turun dan yang tertinggal"), tuple(said), chart, more)


def supporting_part(site: SiteContext, hasil: HasilPenilaian) -> StoryPart | None:
    """The evidence that levels rest on, and how many of their claims the records bear out."""
    assessment = hasil.assessment
    proved = {code: answer.bukti for code, answer in assessment.answers.items() if answer.bukti}
    if not proved:
        return None
    indicators = assessment.instrumen.all_indicators()
    documents = {one for names in proved.values() for one in names}
    words = _("{a} dari {b} indikator bertumpu pada {n} bukti {pada_data}.")
    said = [words.format(a=len(proved), b=len(indicators), n=len(documents))]
    claims = site.claims.get(assessment.nama, ())
    more = (_("Setiap indikator dengan buktinya"), assessment_address(assessment.nama))
    if claims:
        borne_out = sum(claim.verdict == "selaras" for claim in claims)
        words = _("Dari {b} syarat tingkat yang diperiksa pada catatan arsitektur, {a} sesuai {pada_data}.")
        said.append(words.format(a=borne_out, b=len(claims)))
        more = (_("Kesesuaian tingkat dengan arsitektur"), account_address(assessment.nama, "kesesuaian"))
    parts = [
        (part.nama, Fraction(100 * sum(one.kode in proved for one in held), len(held)))
        for part in assessment.instrumen.all_aspects()
        if (held := part.indikator)
    ]
    chart = bars_of(
        "penopang-bagan",
        _("Indikator yang berbukti, menurut aspek (%)"),
        (_("Aspek"), _("Berbukti")),
        parts,
        wording.hundredths,
        (Fraction(), Fraction(100)),
        20,
    )
    return StoryPart("penopang", _("Yang menopangnya"), tuple(said), chart, more)


def _shares(change: Pergerakan | None) -> Sequence[Sumbangan]:
    return () if change is None else change.indikator or change.domain or change.aspek


def _layer(shares: Sequence[Sumbangan]) -> str:
    return _("indikator") if isinstance(shares[0].bagian, Indikator) else _("bagian")


def _named(shares: Sequence[Sumbangan]) -> str:
    words = _("{nama} dari {dari} ke {ke}")

    def value(number: Fraction, part: Sumbangan) -> str:
        return wording.number(number) if isinstance(part.bagian, Indikator) else wording.two_places(number)

    return ", ".join(
        words.format(nama=_label(one), dari=value(one.dari, one), ke=value(one.ke, one)) for one in shares[:NAMED]
    )


def _label(one: Sumbangan) -> str:
    return one.bagian.label if isinstance(one.bagian, Indikator) else f"{one.bagian.kode} {one.bagian.nama}"


def _chart(name: str, title: str, shares: Sequence[Sumbangan]) -> BarChart | None:
    parts = [(_label(one), one.sumbangan) for one in shares[:DRAWN]]
    return bars_of(name, title, (_("Bagian"), _("Sumbangan pada indeks")), parts, _signed_points)


def _reason(site: SiteContext, hasil: HasilPenilaian, one: Sumbangan) -> str:
    """What the records say about the fall of an indicator: what assessors corrected, or evidence that has ended."""
    code, label = one.bagian.kode, _label(one)
    own = hasil.assessment.values.get("mandiri", {}).get(code)
    if own is not None and own > one.ke:
        words = _("{nama}: penilaian mandiri {a}, menurut asesor {b}.")
        return words.format(nama=label, a=wording.number(own), b=wording.number(one.ke))
    ended = [last for last, _name, _node in ending_evidence(site, hasil.assessment, code) if last < site.region.date]
    if ended:
        words = _("{nama}: {n} buktinya sudah lewat masa berlakunya.")
        return words.format(nama=label, n=len(ended))
    return _("{nama}: sebabnya tidak tercatat {pada_data}.").format(nama=label)


def _sum(shares: Sequence[Sumbangan]) -> Fraction:
    return sum((one.sumbangan for one in shares), Fraction())


def _points(value: Fraction) -> str:
    return wording.comma(round_half_up(value, 3))


def _signed_points(value: Fraction | None) -> str:
    if value is None:
        return "–"
    return wording.signed_places(value, 3)
