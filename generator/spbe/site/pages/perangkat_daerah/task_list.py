"""What an office should do next, in sentences: first what an assessor would mark down, last what may only be old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from spbe import wording
from spbe.catalogue.shortcomings import TITLES
from spbe.catalogue.task_weights import WEIGHTS
from spbe.catalogue.tasks import Task
from spbe.i18n import about
from spbe.i18n import gettext as _
from spbe.model.base import fields_of
from spbe.model.kinds import KINDS
from spbe.model.peta_rencana import PetaRencana
from spbe.model.record import Entri
from spbe.site.addresses import assessment_address, indicator_address, record_address
from spbe.site.pages.indeks.kesesuaian import SECTION
from spbe.site.site_context import SiteContext

SHOWN: Final = 5
"""As many as somebody reads before beginning with the first."""

FOLDED: Final = 55
"""How many more are named at all; of the rest only the numbers are told."""

CODES: Final = 12
"""How many indicators a sentence names."""

FIELDS: Final = 4
"""How many empty fields a sentence names."""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task in words: ``before`` and ``after`` stand around ``name``, a link to ``address``; ``why`` it ranks so."""

    before: str
    name: str
    address: str
    after: str
    why: str


@dataclass(frozen=True)
class TaskList:
    """What an office should do, in words.

    ``first`` in order of worth, then ``more``, then numbers: ``rest`` are pairs of a kind of work and a count.

    ``order`` tells the kinds of work in their order, each with its reason.
    """

    number: int
    first: tuple[TaskLine, ...]
    more: tuple[TaskLine, ...]
    rest: tuple[tuple[str, int], ...]
    order: tuple[tuple[str, str], ...]


def task_list(site: SiteContext, found: Sequence[Task]) -> TaskList:
    """``found`` in words; the sentence above them says where they were found."""
    counted = Counter(task.work for task in found[SHOWN + FOLDED :])
    with about(""):
        return TaskList(
            len(found),
            tuple(_line(site, task) for task in found[:SHOWN]),
            tuple(_line(site, task) for task in found[SHOWN : SHOWN + FOLDED]),
            tuple((_(one.label), counted[one.work]) for one in WEIGHTS if counted[one.work]),
            tuple((_(one.label), _(one.reason)) for one in WEIGHTS),
        )


def _line(site: SiteContext, task: Task) -> TaskLine:
    words, why = _WORDS[task.work](site, task)
    before, _mark, after = words.partition("{nama}")
    name, address = _named(site, task)
    return TaskLine(before, name, address, after, why)


def _named(site: SiteContext, task: Task) -> tuple[str, str]:
    if task.node.kind == "penilaian":
        return site.region.assessments[task.node.id].title, assessment_address(task.node.id)
    if task.node.kind != "jawaban":
        return site.region.name(task.node), record_address(task.node)
    name, _slash, code = task.node.id.partition("/")
    assessment = site.region.assessments[name]
    label = next((one.label for one in assessment.instrumen.all_indicators() if one.kode == code), code)
    part = f"#{SECTION}" if task.work == "bertentangan" else ""
    return f"{label} ({assessment.nama})", indicator_address(assessment.instrumen.id, code) + part


Words = tuple[str, str]
"""A sentence with a place for ``{nama}``, and the reason for its rank."""


def _expired(_site: SiteContext, task: Task) -> Words:
    return _filled(_("Perbarui {nama}, yang berlaku sampai {tanggal}."), tanggal=wording.day(task.due)), _proves(task)


def _ending(site: SiteContext, task: Task) -> Words:
    days = (task.due - site.region.date).days if task.due else 0
    left = _("Tinggal {n} hari.").format(n=days) if days else _("Hari ini hari terakhir.")
    words = _filled(_("Perbarui {nama} sebelum berakhir {tanggal}."), tanggal=wording.day(task.due))
    return words, f"{left} {_proves(task)}"


def _other_evidence(_site: SiteContext, task: Task) -> Words:
    words = _filled(_("Perbarui atau arsipkan {nama}, yang berlaku sampai {tanggal}."), tanggal=wording.day(task.due))
    return words, _("Tidak membuktikan indikator pada penilaian yang tampil di sini.")


def _unanswered(_site: SiteContext, task: Task) -> Words:
    codes = [answer.partition("/")[2] for answer in task.indicators]
    listed = ", ".join(codes[:CODES])
    if len(codes) > CODES:
        listed = _("{daftar}, dan {n} lagi").format(daftar=listed, n=len(codes) - CODES)
    words = _filled(_("Nilai {n} indikator pada {nama}."), n=wording.number(len(codes)))
    return words, _("Belum dinilai siapa pun: {daftar}.").format(daftar=listed)


def _below(_site: SiteContext, task: Task) -> Words:
    now, target = map(wording.number, task.levels or (None, None))
    words = _filled(_("Naikkan {nama} dari {kini} ke {target}."), kini=now, target=target)
    return words, _("Nilainya masih di bawah target.")


def _contradicted(_site: SiteContext, _task: Task) -> Words:
    return _("Periksa {nama}."), _("Catatan arsitektur tidak sesuai dengan nilainya.")


def _recommended(site: SiteContext, task: Task) -> Words:
    words = _("Tindak lanjuti rekomendasi pada {nama}.")
    if task.due is None:
        return words, _("Belum selesai ditindaklanjuti.")
    late = (
        _("Batas waktunya {tanggal}, sudah lewat.") if task.due < site.region.date else _("Batas waktunya {tanggal}.")
    )
    return words, late.format(tanggal=wording.day(task.due))


def _unproved(_site: SiteContext, _task: Task) -> Words:
    return _("Sebutkan bukti untuk {nama}."), _("Bernilai 2 atau lebih, tetapi belum ada buktinya {pada_data}.")


def _overdue(site: SiteContext, task: Task) -> Words:
    record = site.region.get(task.node)
    year = task.due.year if task.due else 0
    if not isinstance(record, PetaRencana):
        words = _("Direncanakan berlaku {tanggal}, tetapi masih tercatat sebagai rencana.")
        return _("Mutakhirkan keadaan {nama}."), words.format(tanggal=wording.day(task.due))
    begun = year == record.tahun_mulai and (record.tahun_selesai or site.region.date.year) >= site.region.date.year
    words = _("Dijadwalkan mulai {tahun}, tetapi belum berjalan.")
    if not begun:
        words = _("Dijadwalkan selesai {tahun}, tetapi belum dicatat selesai.")
    return _("Mutakhirkan status {nama}."), words.format(tahun=year)


def _unowned(_site: SiteContext, task: Task) -> Words:
    return _("Pastikan siapa pemilik {nama}."), _rests(task)


def _finding(_site: SiteContext, task: Task) -> Words:
    return _filled(_("{temuan}: {nama}."), temuan=_(TITLES.get(task.finding, task.finding))), _rests(task)


def _empty(site: SiteContext, task: Task) -> Words:
    record = site.region.get(task.node)
    specs = fields_of(type(record)) if isinstance(record, Entri) else {}
    labels = [_(specs[name].label) for name in task.fields if name in specs]
    listed = ", ".join(labels[:FIELDS])
    if len(labels) > FIELDS:
        listed = _("{daftar}, dan {n} lagi").format(daftar=listed, n=len(labels) - FIELDS)
    return _filled(_("Lengkapi {nama}: {isian}."), isian=listed), _rests(task)


def _never_reviewed(_site: SiteContext, task: Task) -> Words:
    return _("Tinjau {nama}; belum pernah dicatat ditinjau."), _rests(task)


def _old(site: SiteContext, task: Task) -> Words:
    record = site.region.get(task.node)
    when = wording.day(record.ditinjau if record else None)
    return _filled(_("Tinjau ulang {nama}, terakhir ditinjau {tanggal}."), tanggal=when), _rests(task)


def _proves(task: Task) -> str:
    found: dict[str, list[str]] = {}
    for answer in task.indicators:
        name, _slash, code = answer.partition("/")
        found.setdefault(name, []).append(code)
    told = "; ".join(f"{', '.join(codes)} ({name})" for name, codes in found.items())
    return _("Membuktikan {indikator}.").format(indikator=told)


def _rests(task: Task) -> str:
    kind = _(KINDS[task.node.kind].singular)
    if not task.services:
        return f"{kind}."
    return _("{jenis}; {n} layanan langsung bergantung padanya.").format(jenis=kind, n=wording.number(task.services))


def _filled(words: str, **params: str) -> str:
    """``words`` with ``params``, and still with its place for the name."""
    before, mark, after = words.partition("{nama}")
    return before.format(**params) + mark + after.format(**params)


_WORDS: Final[Mapping[str, Callable[[SiteContext, Task], Words]]] = {
    "bukti-lewat": _expired,
    "bukti-segera": _ending,
    "belum-dinilai": _unanswered,
    "bertentangan": _contradicted,
    "tindak-lanjut": _recommended,
    "tanpa-bukti": _unproved,
    "di-bawah-target": _below,
    "rencana-lewat": _overdue,
    "tanpa-pemilik": _unowned,
    "temuan": _finding,
    "bukti-lain": _other_evidence,
    "isian-kosong": _empty,
    "belum-ditinjau": _never_reviewed,
    "ditinjau-lama": _old,
}
