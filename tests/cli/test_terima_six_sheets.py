"""Six sheets go out and come back as offices send them; Diskominfo merges them without typing any YAML."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.decisions import DecisionFile
from support.filled_sheets import opened
from support.returned_workbooks import FilledSheet, saved

OFFICES = {
    "dinkes": "Dinas Kesehatan",
    "setda": "Sekretariat Daerah",
    "disdik": "Dinas Pendidikan",
    "bappeda": "Bappeda",
    "bkpsdm": "Badan Kepegawaian",
}
APPLICATIONS = {
    "simrs": "id: simrs\nnama: SIMRS  # resmi\nperangkat_daerah: dinkes\nfungsi: Untuk rumah sakit.\n",
    "surat": "id: surat\nnama: Surat\nperangkat_daerah: setda\n",
    "dapodik": "id: dapodik\nnama: Dapodik\nperangkat_daerah: disdik\n",
    "ppdb": "id: ppdb\nnama: PPDB\nperangkat_daerah: disdik\nfungsi: Untuk murid baru.\n",
    "rencana": "id: rencana\nnama: E-Rencana\nperangkat_daerah: bappeda\nfungsi: Untuk rencana.\n"
    "infrastruktur: [inti]\n",
    "simpeg": "id: simpeg\nnama: Simpeg\nperangkat_daerah: bkpsdm\n",
}
AFTER = {
    "simrs": {"nama": "RME Daerah", "fungsi": "Untuk semua faskes.", "uraian": "Rekam medis."},
    "surat": {"nama": "Surat Dinas"},
    "dapodik": {"nama": "Dapodik", "fungsi": "Untuk data pokok."},
    "ppdb": {"nama": "SPMB", "fungsi": "Untuk murid baru."},
    "rencana": {
        "nama": "E-Rencana Daerah",
        "fungsi": "Untuk rencana dan anggaran.",
        "infrastruktur": ["inti", "cadangan", "baru"],
    },
    "simpeg": {"nama": "Simpeg"},
}


@pytest.fixture
def region(minimal: Path) -> Path:
    """Five offices with their applications, and three servers."""
    for name, nama in OFFICES.items():
        (minimal / f"architecture/perangkat-daerah/{name}.yaml").write_text(f"id: {name}\nnama: {nama}\n", "utf-8")
    (minimal / "architecture/infrastruktur").mkdir()
    for name in ("inti", "cadangan", "baru"):
        (minimal / f"architecture/infrastruktur/{name}.yaml").write_text(f"id: {name}\nnama: Server {name}\n", "utf-8")
    for name, text in APPLICATIONS.items():
        place(minimal, name).write_text(text, "utf-8")
    return minimal


@pytest.fixture
def sheet_of(spbe, region: Path, tmp_path: Path) -> Callable[[str, str], Any]:
    """Give out a sheet of an office, and open it."""

    def give_out(file: str, opd: str) -> Any:
        out = tmp_path / f"{file}.xlsx"
        assert spbe("export", out, "--opd", opd, "--root", region).exit_code == 0
        return opened(out.read_bytes())

    return give_out


def place(region: Path, name: str) -> Path:
    return region / f"architecture/aplikasi/{name}.yaml"


def reckoned(content: bytes, value: str) -> bytes:
    """The workbook with ``value`` as what its only formula came to, as a spreadsheet saves it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if b"<f>" in text:
                text = re.sub(rb"</f><v ?/?>(</v>)?", f"</f><v>{value}</v>".encode(), text)
            new.writestr(name, text)
    return made.getvalue()


def parts(folder: Path, name: str) -> dict[str, list[str]]:
    """The lines below each heading of a reply."""
    blocks = (folder / f"{name}-balasan.txt").read_text("utf-8").split("\n\n")
    found = {block.split(" (")[0].strip(): block.strip().split("\n")[1:] for block in blocks[1:]}
    return {head: [line for line in lines if line.startswith("- ")] for head, lines in found.items()}


@pytest.mark.slow
def test_six_sheets_come_back(spbe, sheet_of, region: Path, tmp_path: Path) -> None:
    books = {"bappeda": sheet_of("bappeda", "bappeda")}  # that of last month
    changed = APPLICATIONS["rencana"].replace("E-Rencana", "E-Rencana Daerah").replace("[inti]", "[inti, cadangan]")
    place(region, "rencana").write_text(changed, "utf-8")
    opds = {"yankes": "dinkes", "sdk": "dinkes", "setda": "setda", "disdik": "disdik", "bkpsdm": "bkpsdm"}
    books |= {file: sheet_of(file, opd) for file, opd in opds.items()}
    sheets = {file: FilledSheet(book, "aplikasi") for file, book in books.items()}
    sheets["bappeda"].put("rencana", "fungsi", "Untuk rencana dan anggaran.")
    sheets["bappeda"].put("rencana", "infrastruktur+", "Server baru [baru]")
    clash = sheets["yankes"].put("simrs", "nama", "SIMRS Terpadu")
    sheets["yankes"].put("simrs", "fungsi", "Untuk semua faskes.")
    sheets["sdk"].put("simrs", "nama", "RME Daerah")
    sheets["sdk"].put("simrs", "uraian", "Rekam medis.")
    sheets["setda"].put("surat", "nama", '=CONCATENATE("Surat ","Dinas")')
    sheets["disdik"].put("ppdb", "nama", "SPMB")
    sheets["disdik"].put("dapodik", "fungsi", "Untuk data pokok.")
    sheets["disdik"].reorder(lambda rows: rows[::-1])
    files = []
    for file, book in books.items():
        files.append(tmp_path / f"{file}.xlsx")
        content = saved(book)
        files[-1].write_bytes(reckoned(content, "Surat Dinas") if file == "setda" else content)
    sent = {file: file.read_bytes() for file in files}
    questions, replies = tmp_path / "keputusan.xlsx", tmp_path / "balasan"

    asked = spbe("terima", *files, "--keputusan", questions, "--balasan", replies, "--tulis", "--root", region)
    assert asked.exit_code == 1
    assert place(region, "simrs").read_text("utf-8") == APPLICATIONS["simrs"]
    assert [*parts(replies, "yankes")][:2] == ["DAPAT DICATAT", "MASIH DIPUTUSKAN"]
    decisions = DecisionFile(questions)
    [question] = decisions.asked
    assert (question["catatan"], question["isian"], question["sekarang"]) == (
        "Aplikasi: SIMRS [simrs]",
        "Nama",
        "SIMRS",
    )
    assert question["usulan/1"] == f"SIMRS Terpadu\n(yankes.xlsx, {clash})"
    decisions.pick(1, "sdk.xlsx: RME Daerah")
    decisions.save()

    words = ("--balasan", replies, "--timpa", "--tulis", "--format", "json", "--root", region)
    done = spbe("terima", *files, questions, *words)
    assert done.exit_code == 0, done.stdout
    told = json.loads(done.stdout)
    now = {name: yaml.safe_load(place(region, name).read_text("utf-8")) for name in AFTER}
    assert {
        name: {key: one[key] for key in one if key not in ("id", "perangkat_daerah")} for name, one in now.items()
    } == AFTER
    assert "nama: RME Daerah  # resmi\n" in place(region, "simrs").read_text("utf-8")
    assert place(region, "simpeg").read_text("utf-8") == APPLICATIONS["simpeg"]
    assert {file: file.read_bytes() for file in files} == sent
    by_file = {file.name: [row["outcome"] for row in told["rows"] if row["file"] == file.name] for file in files}
    assert {name: found.count("changed") for name, found in by_file.items()} == {
        "bappeda.xlsx": 2,
        "yankes.xlsx": 1,
        "sdk.xlsx": 2,
        "setda.xlsx": 1,
        "disdik.xlsx": 2,
        "bkpsdm.xlsx": 0,
    }
    assert {*by_file["bkpsdm.xlsx"]} == {"unchanged"}
    assert sorted(one["id"] for one in told["difference"]["records"]["changed"]) == [
        "dapodik",
        "ppdb",
        "rencana",
        "simrs",
        "surat",
    ]
    assert spbe("check", "--root", region).exit_code == 0

    assert [*parts(replies, "bkpsdm")] == ["MASIH DITANYAKAN"]
    assert len(parts(replies, "bappeda")["SUDAH DICATAT"]) == 2
    assert [one.endswith(": Surat Dinas") for one in parts(replies, "setda")["SUDAH DICATAT"]] == [True]
    [kept] = parts(replies, "yankes")["TIDAK DIPAKAI"]
    assert kept == f"- Aplikasi: RME Daerah [simrs] / Nama (sel {clash}): Diputuskan lain."
    again = json.loads(spbe("terima", *files[:1], files[-1], "--format", "json", "--root", region).stdout)
    assert {row["outcome"] for row in again["rows"]} == {"unchanged"}
