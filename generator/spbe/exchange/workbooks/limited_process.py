"""Read a workbook in a process of its own, bounded in memory and time, so that nothing in it can take ours along."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from spbe.exchange.workbooks.ods_merged import MergedCells
from spbe.exchange.workbooks.workbook_reading import FoundCell, FoundSheet, sheets_of
from spbe.exchange.workbooks.zip_parts import HostileFileError
from spbe.i18n import gettext

MEMORY: Final = 1_000_000_000
"""Bytes of address space that the process may ask for; most of it is programs, not data."""

SECONDS: Final = 60


def sheets_by_process(data: bytes) -> tuple[FoundSheet, ...]:
    """As :func:`sheets_of`; raises :class:`HostileFileError` also where the other process ended before it was done."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", __name__], input=data, capture_output=True, timeout=SECONDS, check=False
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError):
        answer = None
    if answer is None:
        raise HostileFileError(
            gettext(
                "isinya tidak dapat dibaca dengan wajar; simpan lagi sebagai xlsx dan hapus baris dan kolom yang kosong"
            )
        )
    if isinstance(answer, str):
        raise HostileFileError(answer)
    return tuple(
        FoundSheet(
            name, hidden, [[_found(cell) for cell in row] for row in rows], [MergedCells(*one) for one in merged]
        )
        for name, hidden, rows, merged in answer
    )


def _limit() -> None:
    """Bound this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows, where time alone is bounded
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _said(cell: FoundCell) -> Any:
    if isinstance(cell, datetime | date | time):
        return {type(cell).__name__: cell.isoformat()}
    if isinstance(cell, timedelta):
        return {"timedelta": cell.total_seconds()}
    return cell


def _found(said: Any) -> FoundCell:
    if not isinstance(said, dict):
        cell: FoundCell = said
        return cell
    match said:
        case {"datetime": text}:
            return datetime.fromisoformat(text)
        case {"date": text}:
            return date.fromisoformat(text)
        case {"time": text}:
            return time.fromisoformat(text)
        case {"timedelta": seconds}:
            return timedelta(seconds=seconds)
    raise ValueError(said)


def _main() -> None:
    data = sys.stdin.buffer.read()
    _limit()
    try:
        sheets = [
            (one.name, one.hidden, [[_said(cell) for cell in row] for row in one.rows], list(one.merged))
            for one in sheets_of(data)
        ]
    except HostileFileError as error:
        json.dump(str(error), sys.stdout)
        return
    json.dump(sheets, sys.stdout)


if __name__ == "__main__":
    _main()
