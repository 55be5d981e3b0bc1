"""An answer that says where it was carried from names an indicator of an assessment that exists."""

from __future__ import annotations

from collections.abc import Iterator

from spbe.checks.check_context import Context
from spbe.model.penilaian import Jawaban, Penilaian
from spbe.problems import Problem
from spbe.region import Node
from spbe.yamlio.validation import did_you_mean


def unknown_origins(context: Context) -> Iterator[Problem]:
    """Rule ``asal-tak-ada``."""
    codes: dict[str, list[str]] = {}
    for entry in context.reading.of_kind("penilaian"):
        if isinstance(entry.record, Penilaian) and entry.record.instrumen in context.instruments:
            instrument = context.instruments[entry.record.instrumen]
            codes[entry.id] = [indicator.kode for indicator in instrument.all_indicators()]
    for entry in context.reading.of_kind("jawaban"):
        if not isinstance(entry.record, Jawaban):
            continue
        for position, origin in enumerate(entry.record.asal):
            name, _, code = origin.partition("/")
            if code not in codes.get(name, ()):
                if name not in codes and context.state(Node("penilaian", name)) != "gone":
                    continue
                known = (
                    [f"{name}/{one}" for one in codes[name]] if name in codes else [f"{one}/{code}" for one in codes]
                )
                meant = did_you_mean(origin, known)
                yield entry.problem("asal-tak-ada", ("asal", position), asal=origin, maksud=meant)


CHECKS = (unknown_origins,)
