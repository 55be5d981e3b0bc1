"""Sentences on levels and what they stand on: the index, evidence, claims, answers, calendars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spbe.catalogue.claims import LABELS, VERDICTS
from spbe.differences.consequences import ClaimChange
from spbe.differences.index_changes import FigureChange
from spbe.differences.telling.sentence import Narrator, Sentence, first_of, listed, lower
from spbe.differences.words import NOTHING
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.pengerjaan import STATUS_JAWABAN
from spbe.region import Node
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.moves import Cause
from spbe.wording import formatting

DEADLINE: Final = "batas_waktu"
"""The field of every model that says until when something must be done."""

SINGLE: Final = 3
"""Up to how many levels of one assessment are told by a sentence each."""


def answered(hasil: HasilPenilaian) -> str:
    """How many indicators have a level."""
    known = len(hasil.lead.values) if hasil.lead else 0
    total = sum(1 for _one in hasil.assessment.instrumen.all_indicators())
    return _("{n} dari {total} indikator bernilai").format(n=formatting.number(known), total=formatting.number(total))


def new_assessments(told: Narrator) -> Iterator[Sentence]:
    """Assessments that were begun, with how far they are: an index of a few levels is none yet."""
    results = told.difference.after.results
    for node in told.difference.records.added:
        if node.kind == "penilaian" and node.id in results:
            hasil = results[node.id]
            title = told.title(node.id)
            parts = [_("Penilaian baru, {penilaian}: {isi}").format(penilaian=title, isi=answered(hasil))]
            if hasil.teks is not None and not hasil.lengkap:
                parts.append(_("indeks sementara dari itu {indeks}").format(indeks=formatting.comma(hasil.teks)))
            elif hasil.teks is not None:
                parts.append(_("indeks {indeks}").format(indeks=formatting.comma(hasil.teks)))
            yield Sentence("penilaian-baru", f"{', '.join(parts)}.", _("{penilaian} dimulai").format(penilaian=title))


def levels(told: Narrator) -> Iterator[Sentence]:
    """Why an index moved, predicates that turned, and levels that rose without evidence."""
    for figure in told.difference.figures:
        if figure.before is None or figure.after is None:
            continue
        yield from _predicate(told, figure)
        yield from _causes(told, figure)
        yield from _unproved(told, figure)


def _predicate(told: Narrator, figure: FigureChange) -> Iterator[Sentence]:
    was, now = (row["predikat"] if row else None for row in (figure.before, figure.after))
    if was and now and was != now:
        words = _("Predikat {penilaian} dari {lama} menjadi {baru}.")
        text = words.format(penilaian=told.title(figure.penilaian), lama=was, baru=now)
        why = [_short(cause) for cause in figure.causes if cause.share]
        reason = _("predikat menjadi {baru}").format(baru=now)
        if why:
            reason = f"{first_of(why)}, {reason}"
        yield Sentence("predikat", text, reason)


def _causes(told: Narrator, figure: FigureChange) -> Iterator[Sentence]:
    topic = "indeks" if any(cause.share for cause in figure.causes) else "tingkat"
    reason = first_of([_short(cause) for cause in figure.causes])
    prefix = "" if figure.penilaian == told.lead else f"{told.title(figure.penilaian)}: "
    if len(figure.causes) > SINGLE:
        words = _("{n} indikator berganti tingkat atau bobot: {isi}.")
        isi = listed([_short(cause) for cause in figure.causes])
        yield Sentence(topic, prefix + words.format(n=formatting.number(len(figure.causes)), isi=isi), reason)
        return
    for cause in figure.causes:
        yield Sentence(topic, f"{prefix}{_cause(cause)}.", reason)


def _unproved(told: Narrator, figure: FigureChange) -> Iterator[Sentence]:
    assessment = told.difference.after.region.assessments.get(figure.penilaian)
    found = []
    for cause in figure.causes:
        answer = assessment.answers.get(cause.indikator.kode) if assessment else None
        if (cause.ke or 0) > (cause.dari or 0) and not (answer and answer.bukti):
            found.append(cause.indikator.kode)
    if found:
        names = listed([told.indicator(figure.penilaian, code) for code in found])
        words = _("Naik tanpa bukti {pada_data}: {nama}.")
        reason = _("{kode} naik tanpa bukti {pada_data}").format(kode=first_of(found))
        yield Sentence("tanpa-bukti", words.format(nama=names), reason)


def _cause(cause: Cause) -> str:
    """Why: a level, a weight, or both, and what that carried."""
    label = cause.indikator.label
    share = "" if not cause.share else f", {_('andil {n} pada indeks').format(n=formatting.signed(cause.share))}"
    if cause.dari == cause.ke:
        return _("{nama}: bobot berubah").format(nama=label) + share
    words = _("{nama}: tingkat {lama} menjadi {baru}")
    levels = [formatting.number(one) if one is not None else NOTHING for one in (cause.dari, cause.ke)]
    return words.format(nama=label, lama=levels[0], baru=levels[1]) + share


def _short(cause: Cause) -> str:
    code = cause.indikator.kode
    if cause.dari == cause.ke:
        return _("{kode} berganti bobot").format(kode=code)
    if cause.dari is None:
        return _("{kode} bernilai {baru}").format(kode=code, baru=formatting.number(cause.ke))
    if cause.ke is None:
        return _("{kode} tidak lagi bernilai").format(kode=code)
    words = _("{kode} naik ke {baru}") if cause.ke > cause.dari else _("{kode} turun ke {baru}")
    return words.format(kode=code, baru=formatting.number(cause.ke))


def claims(told: Narrator) -> Iterator[Sentence]:
    """What levels imply and the records bear out no more, or do at last."""
    for claim in told.difference.claims:
        if claim.after is not None and (claim.before is not None or claim.after in {"bertentangan", "meragukan"}):
            yield _claim(told, claim)


def _claim(told: Narrator, claim: ClaimChange) -> Sentence:
    now = lower(_(LABELS[claim.after])) if claim.after else NOTHING
    statement = _(claim.rule.statement).rstrip(".")
    words = _("{indikator}: syarat “{isi}” kini {baru}")
    text = words.format(indikator=told.indicator(claim.penilaian, claim.code), isi=statement, baru=now)
    if claim.before is not None:
        text += _(", dahulu {lama}").format(lama=lower(_(LABELS[claim.before])))
    if claim.against:
        text += _("; lihat {nama}").format(nama=told.names(claim.against))
    worse = claim.before is None or VERDICTS.index(claim.after or "selaras") < VERDICTS.index(claim.before)
    topic = "bertentangan" if claim.after == "bertentangan" else "kesesuaian" if worse else "kesesuaian-membaik"
    reason = _("{kode} {baru} dengan catatan arsitektur") if topic == "bertentangan" else _("syarat {kode} {baru}")
    return Sentence(topic, f"{text}.", reason.format(kode=claim.code, baru=now))


def lapsed(told: Narrator) -> Iterator[Sentence]:
    """Evidence that is no longer in force by what was written, and the answers that stand on it."""
    region = told.difference.after.region
    for finding in told.difference.quality.findings:
        for node in finding.came if finding.id == "bukti-lewat" else ():
            record = region.get(node)
            if not isinstance(record, Bukti) or record.berlaku_sampai is None:
                continue
            users = [
                (assessment.nama, code)
                for assessment in region.assessments.values()
                for code, answer in assessment.answers.items()
                if node.id in answer.bukti
            ]
            text = _("Bukti {nama} habis berlaku {tanggal}").format(
                nama=told.words.name(node), tanggal=formatting.day(record.berlaku_sampai)
            )
            reason = lower(text)
            if users:
                text += _(", padahal dipakai {indikator}").format(
                    indikator=listed([told.indicator(*one) for one in users])
                )
                day = formatting.day(record.berlaku_sampai)
                reason = _("bukti {kode} habis berlaku {tanggal}").format(kode=users[0][1], tanggal=day)
            yield Sentence("bukti-habis", f"{text}.", reason)


def answers(told: Narrator) -> Iterator[Sentence]:
    """Evidence gained or lost, and states reached."""
    for one in told.difference.answers:
        name = told.indicator(one.penilaian, one.code)
        for topic, words, short, ids in (
            ("bukti-baru", _("{indikator} mendapat bukti: {nama}."), _("{kode} mendapat bukti"), one.came),
            ("bukti-hilang", _("{indikator} kehilangan bukti: {nama}."), _("{kode} kehilangan bukti"), one.went),
        ):
            if ids:
                nodes = [Node("bukti", each) for each in ids]
                text = words.format(indikator=name, nama=told.names(nodes))
                yield Sentence(topic, text, short.format(kode=one.code))
        if one.before != one.after:
            states = [lower(_(STATUS_JAWABAN.label(state))) if state else NOTHING for state in (one.before, one.after)]
            words = _("{indikator}: dari {lama} menjadi {baru}.")
            text = words.format(indikator=name, lama=states[0], baru=states[1])
            yield Sentence("status-jawaban", text, _("{kode} menjadi {baru}").format(kode=one.code, baru=states[1]))


def calendar(told: Narrator) -> Iterator[Sentence]:
    """Stages whose days are other ones."""
    for one in told.difference.stages:
        days: Sequence[str] = [
            f"{formatting.day(stage.mulai)} – {formatting.day(stage.selesai)}" if stage else NOTHING
            for stage in (one.before, one.after)
        ]
        words = _("Jadwal {penilaian}, {tahapan}: {lama} menjadi {baru}.")
        text = words.format(penilaian=told.title(one.penilaian), tahapan=one.name, lama=days[0], baru=days[1])
        yield Sentence("jadwal", text, _("jadwal {tahapan} berubah").format(tahapan=one.name))


def deadlines(told: Narrator) -> Iterator[Sentence]:
    """What must be done until another day."""
    for changed in told.difference.records.changed:
        name = told.words.name(changed.node)
        for field in changed.fields:
            if field.path[-1] == DEADLINE:
                label = told.words.field(changed.models, field.path)
                days = [told.words.value(changed.models, field.path, one) for one in (field.before, field.after)]
                words = _("{nama}, {isian}: {lama} menjadi {baru}.")
                text = words.format(nama=name, isian=lower(label), lama=days[0], baru=days[1])
                yield Sentence("jadwal", text, _("batas waktu pada {nama} berubah").format(nama=name))
