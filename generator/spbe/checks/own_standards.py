"""A region's own instruments and reference codes: read, proved, and joined to the national ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from spbe.model.instrumen import Instrumen
from spbe.model.referensi import ReferensiDaerah
from spbe.problems import RULES, Problem
from spbe.region import Reading
from spbe.standards.findings import Finding
from spbe.standards.instruments import prove, shipped_instruments
from spbe.standards.reference import ReferenceArchitecture
from spbe.standards.reference_data import reference_architecture
from spbe.yamlio import Document, Path, validate


def region_instruments(reading: Reading) -> tuple[Mapping[str, Instrumen], list[Problem]]:
    """The shipped instruments and, after them, those of the region that are in order."""
    instruments = dict(shipped_instruments())
    problems: list[Problem] = []
    for document in reading.instruments:
        made, found = validate(Instrumen, document)
        problems += found
        if made is None:
            continue
        line, column = document.position(("id",))
        stem = PurePosixPath(document.file).stem
        if made.id in instruments:
            problems.append(RULES["instrumen-terkunci"].at(document.file, line, column, "id", id=made.id))
        elif made.id != stem:
            rule = RULES["id-beda-berkas"]
            problems.append(rule.at(document.file, line, column, "id", id=made.id, berkas=stem))
        else:
            findings = prove(made)
            problems += [_problem(document, finding) for finding in findings]
            if not findings:
                instruments[made.id] = made
    return instruments, problems


def region_reference(reading: Reading) -> tuple[ReferenceArchitecture, list[Problem]]:
    """The national reference architecture with the region's own deeper codes."""
    national = reference_architecture()
    document = reading.reference
    if document is None:
        return national, []
    made, problems = validate(ReferensiDaerah, document)
    if made is None:
        return national, list(problems)
    extended, findings = national.with_local(made.kode)
    return extended, [*problems, *(_problem(document, finding, ("kode",)) for finding in findings)]


def _problem(document: Document, finding: Finding, prefix: Path = ()) -> Problem:
    path = (*prefix, *finding.path)
    of_key = bool(path) and path[-1] == finding.params.get("nama")  # a key that ought not to be there
    line, column = document.position(path, of_key=of_key)
    key = ".".join(map(str, path))
    return RULES[finding.rule].at(document.file, line, column, key, **finding.params)
