"""A new assessment begun from an old one: facts and evidence are carried with their origin, levels never are."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from spbe.changes.answering import assessed_with
from spbe.changes.change import Change
from spbe.changes.drafting import GUIDE, WIDTH, added, assessment_file, composed, reading_of
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.instrumen import Instrumen
from spbe.model.penilaian import Jawaban
from spbe.problems.usage import RefusalError, WrongArgumentError
from spbe.region import Reading
from spbe.sources.source import type_at
from spbe.standards.crosswalk import HUBUNGAN, STANDING, Padanan, crosswalks

_TO_CHECK: Final = (
    "Periksa: apakah faktanya masih benar dan menjawab indikator ini, dan apakah buktinya masih berlaku. "
    "Setelah itu isi analisis dan nilai; `asal` tetap mencatat dari mana isinya."
)


@dataclass(frozen=True)
class CopiedAssessment:
    """An assessment begun from an old one, before it is written.

    ``change``: the files, ``penilaian.yaml`` first. ``without``: how many indicators begin empty.
    """

    change: Change
    without: int


@dataclass(frozen=True)
class _Origin:
    """What one old answer gives to a new one."""

    name: str
    label: str
    pair: Padanan
    answer: Jawaban

    @property
    def fact(self) -> str | None:
        return self.answer.fakta if self.pair.carries_facts else None


def draft_copied_assessment(
    root: Path, name: str, year: str | None, instrument: str | None, source: str
) -> CopiedAssessment:
    """A new assessment with an answer for every indicator that the assessment ``source`` has something for.

    Refuses when a file is in the way or an old answer has errors.
    """
    from spbe.checks.own_standards import region_instruments

    reading = reading_of(root)
    head_path, head_text = assessment_file(reading, name, year, instrument)
    known, _problems = region_instruments(reading)
    new = known[str(yaml.safe_load(head_text)["instrumen"])]
    old, _year = assessed_with(reading, source, known)
    answers = _answers(reading, source)
    until = {
        entry.record.id: str(entry.record.berlaku_sampai)
        for entry in reading.of_kind("bukti")
        if isinstance(entry.record, Bukti) and entry.record.berlaku_sampai
    }
    labels = {indicator.kode: indicator.label for indicator in old.all_indicators()}
    standing = "" if old.id == new.id else f" {STANDING.capitalize()}."
    files = {head_path: head_text}
    for indicator in new.all_indicators():
        origins = [
            _Origin(f"{source}/{pair.dari}", labels[pair.dari], pair, answers[pair.dari])
            for pair in _pairs(old, new, indicator.kode)
            if pair.dari in answers
        ]
        origins = [origin for origin in origins if origin.fact or origin.answer.bukti]
        if origins:
            path = f"indicators/{name}/{indicator.kode}.yaml"
            heading = list(_heading(indicator.label, source, standing, origins, until))
            files[path] = composed(path, Jawaban, "jawaban", _given(origins), heading)
    _demand_room(reading, name, files)
    change = added(root, f"spbe new penilaian {name} --from {source}", files)
    return CopiedAssessment(change, len(new.all_indicators()) - len(files) + 1)


def _answers(reading: Reading, source: str) -> dict[str, Jawaban]:
    found: dict[str, Jawaban] = {}
    for entry in reading.of_kind("jawaban"):
        name, _slash, code = entry.id.partition("/")
        if name == source:
            if not isinstance(entry.record, Jawaban):
                raise RefusalError(_("{berkas} masih salah; jalankan `spbe check`.").format(berkas=entry.file))
            found[code] = entry.record
    return found


def _pairs(old: Instrumen, new: Instrumen, code: str) -> tuple[Padanan, ...]:
    if old.id == new.id:
        return (Padanan(code, code, "sama", ""),)
    walk = crosswalks().get((old.id, new.id))
    if walk is None:
        words = _("Tidak ada padanan dari {lama} ke {baru}.")
        raise WrongArgumentError(words.format(lama=old.id, baru=new.id))
    return walk.sources(code)


def _demand_room(reading: Reading, name: str, files: Mapping[str, str]) -> None:
    for entry in reading.of_kind("penilaian", "jawaban", "nilai"):
        if entry.id.partition("/")[0] == name:
            raise RefusalError(_("Berkas {berkas} sudah ada.").format(berkas=entry.file))
    for path in files:
        if type_at(reading.source, path) is not None:
            raise RefusalError(_("Berkas {berkas} sudah ada.").format(berkas=path))


def _heading(
    label: str,
    source: str,
    standing: str,
    origins: list[_Origin],
    until: Mapping[str, str],
) -> Iterator[str]:
    """Lines of the comment on top: where everything comes from, and what must be looked at."""
    yield label
    yield f"Dibawa dari penilaian {source}, belum dinilai.{standing}"
    for origin in origins:
        relation = HUBUNGAN.label(origin.pair.hubungan).lower()
        why = f" ({relation}): {origin.pair.alasan}" if origin.pair.alasan else ""
        yield from _item(f"{origin.name} {origin.label.partition(' ')[2]}{why}")
    yield from textwrap.wrap(_TO_CHECK, WIDTH)
    for name in _evidence(origins):
        if name in until:
            yield from _item(f"bukti {name} berlaku sampai {until[name]}")
    yield GUIDE


def _item(text: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), WIDTH, initial_indent="- ", subsequent_indent="  ")


def _evidence(origins: list[_Origin]) -> list[str]:
    return list(dict.fromkeys(name for origin in origins for name in origin.answer.bukti))


def _given(origins: list[_Origin]) -> dict[str, str]:
    """The fields that are filled in. Whose answer lends only its documents need not answer for the new indicator."""
    offices = [origin.answer.perangkat_daerah for origin in origins if origin.pair.carries_facts]
    office = next((office for office in offices if office), None)
    facts = [f"Menurut jawaban {origin.name}: {origin.fact}" for origin in origins if origin.fact]
    given = {"perangkat_daerah": office or " # ID OPD penanggung jawab."}
    if facts:
        given["fakta"] = _folded("\n\n".join(facts))
    if evidence := _evidence(origins):
        given["bukti"] = f"[{', '.join(evidence)}]"
    given["asal"] = f"[{', '.join(origin.name for origin in origins)}]"
    return given


def _folded(text: str) -> str:
    """``text`` as a YAML block that people can edit; quoted on one line where a block would change it."""
    wrapped: list[str] = []
    for part in re.split(r"(\n+)", text):
        if part.startswith("\n"):
            wrapped += [""] * len(part)
        else:
            wrapped += textwrap.wrap(part, WIDTH, break_long_words=False, break_on_hyphens=False)
    block = ">-\n" + "\n".join(f"  {line}".rstrip() for line in wrapped)
    return block if yaml.safe_load(f"x: {block}\n") == {"x": text} else json.dumps(text, ensure_ascii=False)
