"""Addresses in fields that the public sees can be followed by the public."""

from __future__ import annotations

from collections.abc import Iterator

from spbe.checks.check_context import Context
from spbe.model.record import Entri
from spbe.model.web import addresses_in, fault_of, private_numbers
from spbe.problems import Problem
from spbe.yamlio.validation import shorten


def unreachable(context: Context) -> Iterator[Problem]:
    """Rules ``alamat-privat`` and ``alamat-mustahil``, in every public field of a record that everyone may see."""
    for entry in context.reading.entries:
        if isinstance(entry.record, Entri) and not entry.record.is_open:
            continue
        for found in entry.texts:
            if not found.public or ("://" not in found.text and "." not in found.text):
                continue
            for rule, written in faults_in(found.text):
                if rule != "alamat-sandi":  # told wherever it stands
                    yield entry.problem(rule, found.path, tulisan=shorten(written))


def faults_in(text: str) -> Iterator[tuple[str, str]]:
    """The rules that the addresses in ``text`` break, each with what it is about."""
    told = set()
    for address in addresses_in(text):
        fault = fault_of(address)
        if fault is not None:
            told.add(address)
            yield fault, address
    for number in private_numbers(text):
        if not any(number in address for address in told):
            yield "alamat-privat", number


CHECKS = (unreachable,)
