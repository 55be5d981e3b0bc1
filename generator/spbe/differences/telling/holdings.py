"""Sentences on the architecture: services, records that came, went or changed, what the public sees, data quality."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spbe.differences.telling.sentence import Narrator, Sentence, first_of, listed
from spbe.differences.telling.weights import MANY
from spbe.differences.words import NOTHING
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, OFFICE
from spbe.region import Node
from spbe.wording import formatting

_TOLD_APART: Final = frozenset({"otomasi", "templat", "pengaturan", "kebijakan", "penilaian"})
"""What has sentences of its own."""


def services(told: Narrator) -> Iterator[Sentence]:
    """Services that stop, and those that nothing carries any more."""
    found = told.difference.services
    for one in found.stopped:
        number, name = formatting.number(len(one.services)), told.words.name(one.lost)
        text = _("{n} layanan memerlukan {nama}, yang tidak ada atau tidak dipakai lagi: {layanan}.")
        reason = _("{n} layanan kehilangan {nama}").format(n=number, nama=name)
        yield Sentence("layanan-berhenti", text.format(n=number, nama=name, layanan=told.names(one.services)), reason)
    if found.uncarried:
        text = _("Tidak lagi ditopang aplikasi apa pun: {nama}.").format(nama=told.names(found.uncarried))
        reason = _("{n} layanan tidak lagi punya aplikasi").format(n=formatting.number(len(found.uncarried)))
        yield Sentence("tanpa-aplikasi", text, reason)


def publicity(told: Narrator) -> Iterator[Sentence]:
    """What the public will see, or see no more, of what was there before; told to those who see more."""
    if told.difference.after.audience.is_public:
        return
    records, public = told.difference.records, told.difference.public
    for topic, words, short, found, new in (
        (
            "terbuka",
            _("Akan tampak bagi umum: {nama}."),
            _("{nama} akan tampak bagi umum"),
            public.appeared,
            records.added,
        ),
        (
            "tertutup",
            _("Tidak lagi tampak bagi umum: {nama}."),
            _("{nama} tidak lagi tampak bagi umum"),
            public.vanished,
            records.removed,
        ),
    ):
        nodes = [one.node for one in found if one.node not in new and one.whole]
        if nodes:
            reason = short.format(nama=first_of([told.words.name(node) for node in nodes]))
            yield Sentence(topic, words.format(nama=told.names(nodes)), reason)


def fields(told: Narrator) -> Iterator[Sentence]:
    """Fields of records that said something and say nothing now, and owners that are other ones."""
    moved: dict[tuple[str, str], list[Node]] = {}
    lost: dict[str, dict[Node, str]] = {}
    for changed in told.difference.records.changed:
        for field in changed.fields if changed.node.kind in KINDS else ():
            if field.path == ("perangkat_daerah",):
                first, last = (told.words.office(one) or NOTHING for one in (field.before, field.after))
                moved.setdefault((first, last), []).append(changed.node)
            elif field.after is None and field.before is not None and not field.listed:
                value = told.words.value(changed.models, field.path, field.before)
                lost.setdefault(told.words.field(changed.models, field.path), {})[changed.node] = value
    for (was, now), nodes in moved.items():
        text = _("Berpindah dari {lama} ke {baru}: {nama}.").format(lama=was, baru=now, nama=told.names(nodes))
        name = first_of([told.words.name(node) for node in nodes])
        yield Sentence("pemilik", text, _("{nama} berpindah ke {baru}").format(nama=name, baru=now))
    for label, values in lost.items():
        name = first_of([told.words.name(node) for node in values])
        said = [f"{told.words.name(node)} ({value})" for node, value in values.items()]
        text = _("Isian {isian} hilang, dahulu terisi: {nama}.").format(isian=label, nama=listed(said))
        yield Sentence("isian-hilang", text, _("isian {isian} pada {nama} hilang").format(isian=label, nama=name))


def records(told: Narrator) -> Iterator[Sentence]:
    """What came, went, or says something else."""
    found = told.difference.records
    moved = {
        Node("nilai", f"{figure.penilaian}/{cause.indikator.kode}")
        for figure in told.difference.figures
        for cause in figure.causes
    }
    begun = {node.id for node in found.added if node.kind == "penilaian"}
    for topic, words, short, nodes in (
        ("dihapus", _("Dihapus, {jenis}: {nama}."), _("{jenis} dihapus"), found.removed),
        ("ditambah", _("Ditambah, {jenis}: {nama}."), _("{jenis} ditambah"), found.added),
        ("diubah", _("Diubah, {jenis}: {nama}."), _("{jenis} diubah"), tuple(one.node for one in found.changed)),
    ):
        by_kind: dict[str, list[Node]] = {}
        for node in nodes:
            within = node.id.partition("/")[0] if node.kind in {"nilai", "jawaban"} else None
            apart = node.kind in _TOLD_APART and not (topic != "ditambah" and node.kind == "penilaian")
            if not apart and node not in moved and within not in begun:
                by_kind.setdefault(node.kind, []).append(node)
        for kind, some in by_kind.items():
            number = told.counted(kind, len(some))
            text = words.format(jenis=number, nama=told.names(some))
            if len(some) >= MANY and kind in KINDS:
                offices = [told.words.owner(told.difference.owner(node)) for node in some]
                owners = listed(list(dict.fromkeys(one for one in offices if one)))
                text += " " + _("Terlalu banyak untuk dilihat satu per satu; minta pertanggungjawaban {nama}.").format(
                    nama=owners or _("pengusul")
                )
                yield Sentence("banyak", text, short.format(jenis=number))
            else:
                yield Sentence(topic, text, short.format(jenis=number))


def renamings(told: Narrator) -> Iterator[Sentence]:
    """Records with another id, and those that became one."""
    mergers = told.words.mergers()
    for node, formers in mergers.items():
        text = _("{lama} digabung ke {baru}").format(lama=listed(formers), baru=told.words.name(node))
        owned = sum(1 for one in told.difference.owners.values() if one == node.id) - 1 if node.kind == OFFICE else 0
        own = _(", yang kini memiliki {n} catatan").format(n=formatting.number(owned)) if owned > 0 else ""
        yield Sentence("digabung", f"{text}{own}.", text)
    for renamed in told.difference.records.renamed:
        if renamed.node in mergers:
            continue
        now = told.words.name(renamed.node)
        words = _("{nama} berganti ID dari {lama} menjadi {baru}")
        text = words.format(nama=now, lama=renamed.former.id, baru=renamed.node.id)
        yield Sentence("berganti-id", f"{text}.", text)


def quality(told: Narrator) -> Iterator[Sentence]:
    """Limits that are broken, and shortcomings that came."""
    for limit in told.difference.quality.limits:
        if limit.after.broken:
            words = _("Batas kualitas data {nama} terlewati: batas {batas}, kini {kini}.")
            name = " ".join(limit.after.key)
            text = words.format(nama=name, batas=limit.after.limit, kini=limit.after.present)
            yield Sentence("batas-kualitas", text, _("batas kualitas data {nama} terlewati").format(nama=name))
    for finding in told.difference.quality.findings:
        if finding.came and finding.id != "bukti-lewat":
            title, number = _(finding.title), formatting.number(len(finding.came))
            text = _("{kekurangan}: bertambah {n}, yaitu {isi}.")
            yield Sentence(
                "kualitas",
                text.format(kekurangan=title, n=number, isi=told.names(finding.came)),
                _("kekurangan data bertambah"),
            )


def reviewers(told: Narrator) -> Iterator[Sentence]:
    """Who must agree."""
    offices = [told.words.owner(one.office) or one.office for one in told.difference.reviewers]
    if offices:
        text = _("Perlu persetujuan {nama}").format(nama=listed(offices))
        yield Sentence("penyetuju", f"{text}.", text)
