"""What an assessment came to in one sentence: the index, then whatever is known of it, each part with its working."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.profil import Profil
from spbe.scoring.hasil import HasilPenilaian, Results
from spbe.scoring.moves import Pergerakan, before, moved
from spbe.scoring.rounding import round_half_up, rounded
from spbe.scoring.standing import Standing, standing_of
from spbe.site.addresses import account_address, assessment_address
from spbe.site.components.group_names import group_name
from spbe.site.components.predicates import verdict_text, whose
from spbe.standards.instruments import shipped_instruments


@dataclass(frozen=True, slots=True)
class SentencePart:
    """A part of the sentence, without a stop; ``address`` is where it is shown how that came."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class IndexSentence:
    """An assessment in one sentence.

    ``figure`` is the printed index and ``verdict`` its predicate, or that it is not whole yet, or empty.
    """

    figure: str
    verdict: str
    clauses: tuple[SentencePart, ...]

    @property
    def text(self) -> str:
        """The whole: ``2,71 Baik: naik 0,29 dari 2024; target 2,70 tercapai; 236 kabupaten lebih tinggi.``."""
        head = f"{self.figure} {self.verdict}".rstrip()
        said = "; ".join(clause.text for clause in self.clauses)
        return f"{head}: {said}." if said else f"{head}."


def index_sentence(results: Results, name: str, profile: Profil) -> IndexSentence | None:
    """The sentence on the assessment ``name``; ``None`` while it has no index.

    An index over some of the answers is compared with nothing: neither a former one, nor a target, nor others.
    """
    hasil = results[name]
    if hasil.asal is None:
        return None
    found = _of_whole(results, hasil, profile) if hasil.lengkap else _of_part(hasil)
    verdict = verdict_text(hasil)
    return IndexSentence(wording.comma(hasil.teks), "" if verdict == "–" else verdict, tuple(found))


def _of_whole(results: Results, hasil: HasilPenilaian, profile: Profil) -> Iterator[SentencePart]:
    name = hasil.assessment.nama
    if hasil.asal != "resmi":
        yield SentencePart(whose(hasil), assessment_address(name))
    if change := change_text(results, hasil):
        yield SentencePart(change, f"{assessment_address(name)}#perubahan-indeks")
    if target := target_text(hasil):
        yield SentencePart(target, account_address(name, "langkah") if hasil.lead else assessment_address(name))
    if hasil.assessment.instrumen.id in shipped_instruments() and (standing := standing_of(hasil, profile)):
        yield SentencePart(standing_text(hasil, standing), account_address(name, "banding"))


def _of_part(hasil: HasilPenilaian) -> Iterator[SentencePart]:
    lead, address = hasil.lead, assessment_address(hasil.assessment.nama)
    if lead is None or hasil.rentang is None:
        return
    counted = _("baru {a} dari {b} indikator dinilai").format(a=lead.score.terjawab, b=lead.score.jumlah)
    yield SentencePart(f"{whose(hasil)}, {counted}", address)
    low, high = map(wording.two_places, hasil.rentang)
    yield SentencePart(_("dapat menjadi {rendah} sampai {tinggi}").format(rendah=low, tinggi=high), address)


def comparable_change(results: Results, hasil: HasilPenilaian) -> Pergerakan | None:
    """What moved since the assessment before it, by the same instrument, publisher and stage; ``None`` without one."""
    former = before(results, hasil.assessment.nama)
    if former is None or former.assessment.instrumen.id != hasil.assessment.instrumen.id:
        return None
    return moved(former, hasil) if (former.asal, former.tahap) == (hasil.asal, hasil.tahap) else None


def change_text(results: Results, hasil: HasilPenilaian) -> str | None:
    """What the index changed since the assessment before.

    Nothing without one, nor where only one of the two is published or they are computed at different stages. Across a
    change of the instrument it is told that there is nothing to subtract.
    """
    former = before(results, hasil.assessment.nama)
    if former is None:
        return None
    since = former.assessment.nama
    if former.assessment.instrumen.id != hasil.assessment.instrumen.id:
        return _("instrumennya bukan lagi yang dipakai pada {nama}, jadi keduanya tidak dibandingkan").format(
            nama=since
        )
    change = comparable_change(results, hasil)
    if change is None:
        return None
    by = change.selisih if change.diumumkan is None else change.diumumkan
    if not by:
        return _("sama dengan {nama}").format(nama=since)
    words = _("naik {selisih} dari {nama}") if by > 0 else _("turun {selisih} dari {nama}")
    size = abs(by)
    return words.format(
        selisih=wording.two_places(size) if rounded(size) else _("kurang dari {n}").format(n=wording.comma("0.01")),
        nama=since,
    )


def target_text(hasil: HasilPenilaian) -> str | None:
    """Whether the region's own target is reached, by the exact index; ``None`` without a target."""
    target = hasil.assessment.penilaian.target_indeks
    if target is None or hasil.indeks is None:
        return None
    printed = wording.two_places(target)
    missing = target - hasil.indeks
    if missing <= 0:
        return _("target {angka} tercapai").format(angka=printed)
    if not rounded(missing):
        return _("target {angka} hampir tercapai").format(angka=printed)
    words = _("target {angka} belum tercapai, kurang {selisih}")
    return words.format(angka=printed, selisih=wording.two_places(missing))


def standing_text(hasil: HasilPenilaian, standing: Standing) -> str:
    """How high it stands among others; which table says so where that is not of the year, or prints another index."""
    group = group_name(standing.jenis) or _("instansi")
    rank, compared = standing.rank, standing.compared
    if rank.peringkat is None:
        told = _("{n} {kelompok} lebih tinggi").format(n=wording.number(rank.di_atas), kelompok=group)
    else:
        best, worst = map(wording.number, rank.peringkat)
        told = _("peringkat {a} dari {n} {kelompok}").format(
            a=best if best == worst else f"{best}–{worst}", n=wording.number(rank.jumlah), kelompok=group
        )
    if standing.tahun != hasil.assessment.penilaian.tahun:
        return _("{kedudukan} pada tabel nasional {tahun}").format(kedudukan=told, tahun=standing.tahun)
    if compared.recorded and compared.recorded.indeks != compared.own.indeks:
        words = _("{kedudukan} pada tabel nasional, yang mencetak {angka}")
        return words.format(kedudukan=told, angka=wording.comma(round_half_up(compared.own.indeks)))
    return told
