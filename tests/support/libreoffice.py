"""Workbooks that another program has opened and saved; run as a program it makes the kept ones anew."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from spbe.editions import Audience
from support.regions import ROOT
from support.returned_workbooks import exported_bytes

PROGRAM = shutil.which("soffice")
KEPT = ROOT / "tests" / "data" / "libreoffice"
REGION = ROOT / "tests" / "data" / "permintaan" / "wilayah"
SUFFIXES = (".xlsx", ".ods", ".xls")


def saved_by_libreoffice(data: bytes, suffix: str) -> bytes:
    """The workbook ``data`` after LibreOffice has opened it and saved it in the format of ``suffix``."""
    assert PROGRAM is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given, made = folder / "isian.xlsx", folder / "hasil"
        given.write_bytes(data)
        words = [PROGRAM, f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", suffix[1:]]
        subprocess.run([*words, "--outdir", str(made), str(given)], check=True, capture_output=True, timeout=300)
        return (made / f"isian{suffix}").read_bytes()


def main() -> None:
    """Write the kept files."""
    data = exported_bytes(REGION, Audience("internal"))
    KEPT.mkdir(exist_ok=True)
    for suffix in SUFFIXES:
        (KEPT / f"isian{suffix}").write_bytes(saved_by_libreoffice(data, suffix))


if __name__ == "__main__":
    main()
