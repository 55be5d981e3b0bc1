"""Files to entries: everything a region wrote, right or wrong, in one run."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from spbe.model.base import Base
from spbe.model.identifiers import slug as slug_of
from spbe.model.kebijakan import Kebijakan
from spbe.model.kinds import KINDS, Kind
from spbe.model.kualitas import Kualitas
from spbe.model.pembanding import Pembanding
from spbe.model.penilaian import TAHAP, Jawaban, NilaiTahap, Penilaian
from spbe.model.profil import Profil
from spbe.model.sensitive import SensitivePart
from spbe.model.tim import TataKelola
from spbe.model.upaya import Upaya
from spbe.problems import RULES, Problem
from spbe.region.content import Content, read_content
from spbe.region.entry import Entry
from spbe.region.layout import ASSESSMENT_STEM, VALUES_STEM, Layout, find_files
from spbe.region.relations import Node
from spbe.region.unread import Unread
from spbe.sources.source import Source
from spbe.yamlio import Document, DocumentReader
from spbe.yamlio import Path as KeyPath
from spbe.yamlio.validation import shorten

TURNED_SHOWN: Final = 3


@dataclass
class Reading:
    """What was read from ``source``.

    ``entries`` are in the order of their files; ``instruments`` and ``reference`` are the documents of the
    region's own standards, not yet proved; ``problems`` are those of single files; ``unread`` is what may stand in
    those that could not be understood. ``sensitive`` are likely secrets and personal data by the names of their files.
    """

    source: Source
    layout: Layout
    entries: list[Entry] = field(default_factory=list)
    instruments: list[Document] = field(default_factory=list)
    reference: Document | None = None
    problems: list[Problem] = field(default_factory=list)
    content: Content = field(default_factory=Content)
    empty: bool = False
    unread: Unread = field(default_factory=Unread)
    sensitive: dict[str, tuple[SensitivePart, ...]] = field(default_factory=dict)
    reader: DocumentReader = field(default_factory=DocumentReader, repr=False)

    def of_kind(self, *kinds: str) -> list[Entry]:
        """The entries of these kinds."""
        return [entry for entry in self.entries if entry.kind in kinds]


def read_region(root: Path | Source, reader: DocumentReader | None = None) -> Reading:
    """Read every data file of the region at ``root``. Never raises for what the files hold.

    ``reader`` may remember an earlier reading.
    """
    layout = find_files(root)
    reading = Reading(layout.source, layout, problems=list(layout.problems), reader=reader or DocumentReader())
    reading.reader.prepare(layout.source, ((str(path), layout.name(path)) for path in layout.texts()))
    reading.empty = any(problem.rule in {"wilayah-tak-ada", "wilayah-kosong"} for problem in layout.problems)
    reading.unread.folders(layout.source, layout.problems)
    reading.content, found = read_content(layout, reading.reader)
    reading.problems += found
    reading.sensitive |= reading.content.sensitive
    if layout.profile:
        _single(reading, layout, layout.profile, "profil", "profil", Profil)
    for slug, paths in layout.records.items():
        for path in paths:
            _records(reading, layout, path, KINDS[slug])
    for one, name, model in (
        (layout.teams, "tim", TataKelola),
        (layout.efforts, "upaya", Upaya),
        (layout.peers, "pembanding", Pembanding),
        (layout.limits, "kualitas", Kualitas),
        (layout.policy, "kebijakan", Kebijakan),
    ):
        if one:
            _single(reading, layout, one, name, name, model)
    for name, paths in layout.assessments.items():
        for path in paths:
            _assessment_file(reading, layout, path, name)
    for path in layout.instruments:
        document = _document(reading, layout, path)
        if document:
            reading.instruments.append(document)
        else:
            reading.unread.record_file("instrumen", layout.source, path)
    if layout.reference:
        reading.reference = _document(reading, layout, layout.reference)
        if reading.reference is None:
            reading.unread.kinds.add("referensi")
    return reading


def _document(reading: Reading, layout: Layout, path: PurePosixPath) -> Document | None:
    made = reading.reader.document(layout.source, str(path), layout.name(path))
    document = made.value
    reading.problems += made.problems
    if made.sensitive:
        reading.sensitive[layout.name(path)] = made.sensitive
    if document is not None and document.value in ([], {}):  # an empty list of records looks like a lost file too
        line, column = document.position(())
        reading.problems.append(RULES["yaml-kosong"].at(document.file, line, column))
        return None
    return document


def _single(reading: Reading, layout: Layout, path: PurePosixPath, kind: str, name: str, model: type[Base]) -> None:
    document = _document(reading, layout, path)
    if document:
        _add(reading, kind, name, model, document, ())
    else:
        reading.unread.nodes.add(Node(kind, name))


def _add(reading: Reading, kind: str, name: str, model: type[Base], document: Document, path: KeyPath) -> None:
    record, problems = reading.reader.record(model, document, path)
    reading.problems += problems
    reading.entries.append(Entry(kind, name, model, document, path, record))


def _records(reading: Reading, layout: Layout, path: PurePosixPath, kind: Kind) -> None:
    document = _document(reading, layout, path)
    if document is None:
        reading.unread.record_file(kind.slug, layout.source, path)
        return
    many = isinstance(document.value, list)
    raws: list[Any] = document.value if many else [document.value]
    for position, raw in enumerate(raws):
        model = kind.model_for(raw)
        written = raw.get("id") if isinstance(raw, dict) else None
        name = written.strip() if isinstance(written, str) else ""
        _add(reading, kind.slug, name, model, document, (position,) if many else ())
        entry = reading.entries[-1]
        if many:
            if not name and isinstance(raw, dict) and isinstance(raw.get("nama"), str):
                reading.unread.nodes.add(Node(kind.slug, slug_of(raw["nama"])))
            continue
        if name != path.stem:  # others mean this file by its name, and may be right
            reading.unread.nodes.add(Node(kind.slug, path.stem))
        if isinstance(entry.record, Base) and name != path.stem:
            reading.problems.append(entry.problem("id-beda-berkas", ("id",), id=name, berkas=path.stem))


def _assessment_file(reading: Reading, layout: Layout, path: PurePosixPath, name: str) -> None:
    document = _document(reading, layout, path)
    if document is None:
        reading.unread.assessment_file(name, path.stem)
        return
    if path.stem == ASSESSMENT_STEM:
        _add(reading, "penilaian", name, Penilaian, document, ())
    elif path.stem == VALUES_STEM:
        if not isinstance(document.value, dict):
            line, column = document.position(())
            rule = RULES["catatan-bukan-pemetaan"]
            reading.problems.append(rule.at(document.file, line, column, contoh="I1: {mandiri: 3}"))
            reading.unread.assessment_file(name, VALUES_STEM)
            return
        turned = _turned(document.value)
        if turned:
            reading.unread.assessment_file(name, VALUES_STEM)
            reading.problems.append(_turned_problem(document, turned))
        for code in document.value:
            if code in turned:
                continue
            _add(reading, "nilai", f"{name}/{code}", NilaiTahap, document, (code,))
    else:
        _add(reading, "jawaban", f"{name}/{path.stem}", Jawaban, document, ())


def _turned(values: dict[Any, Any]) -> list[str]:
    """The keys of ``nilai.yaml`` that are stages and hold indicators, instead of the other way round."""
    return [
        key
        for key, value in values.items()
        if str(key).casefold() in TAHAP.nilai
        and isinstance(value, dict)
        and not any(str(inner).casefold() in TAHAP.nilai for inner in value)
    ]


def _turned_problem(document: Document, stages: list[str]) -> Problem:
    """Rule ``nilai-terbalik``, with the first lines as they should be."""
    lines: dict[str, list[str]] = {}
    for stage in stages:
        for code, value in document.value[stage].items():
            lines.setdefault(code, []).append(f"{stage.casefold()}: {shorten(value, 20)}")
    shown = [f"`{shorten(code, 20)}: {{{', '.join(parts)}}}`" for code, parts in list(lines.items())[:TURNED_SHOWN]]
    line, column = document.position((stages[0],), of_key=True)
    more = ", …" if len(lines) > TURNED_SHOWN else ""
    rule = RULES["nilai-terbalik"]
    return rule.at(document.file, line, column, stages[0], tahap=shorten(stages[0]), baris=", ".join(shown) + more)
