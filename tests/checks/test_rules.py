"""Every rule by at least one broken file: what is reported, and exactly where.

A case is a file of ``tests/data/broken/``, named ``<rule>--<reason>``, or a folder of files at their places in a
region. The first line of each file says where it goes and what must be reported in it, and nothing else may be::

    # architecture/aplikasi/uji.yaml: 4:11 rujukan-putus error, 5:8 nilai-tanggal error

``-`` stands for "no position" or, alone, for "no problem". Cases that cannot begin with a comment are made here.
"""

from __future__ import annotations

import codecs
import re
import shutil
from pathlib import Path

import pytest

from spbe.checks import Opened
from spbe.checks import open_region as data_of
from spbe.checks.check_context import SUGGESTIONS
from spbe.engines.preflight import preflight
from spbe.problems import RULES, Problem
from spbe.sources.journal import DECIDED
from spbe.yamlio.limits import DEPTH, FILE_BYTES


def open_region(root: Path) -> Opened:
    """The region with all that ``spbe check`` tells of it."""
    return preflight(data_of(root))


BROKEN = Path(__file__).parents[1] / "data" / "broken"
CASES = sorted(path for path in BROKEN.iterdir())

Finding = tuple[int | None, int | None, str, str]
"""Line, column, rule and severity."""

APP = "architecture/aplikasi/uji.yaml"
HEAD = b"id: uji\nnama: Uji\n"
BOMB = b"id: uji\nnama: Uji\nlain:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"  %c: &%c [%s]\n" % (name, name, b", ".join([b"*%c" % (name - 1)] * 10)) for name in range(ord("b"), ord("g"))
)

MADE: dict[str, tuple[str, bytes, set[Finding]]] = {
    "berkas-terlalu-besar--satu-juta": (
        APP,
        HEAD + b"# x\n" * (FILE_BYTES // 4),
        {(None, None, "berkas-terlalu-besar", "error")},
    ),
    "codeowners-usang--pemilik-lain": (
        "CODEOWNERS",
        b"* @semua\n# spbe: pemilik\n/architecture/aplikasi/simpeg.yaml @orang-lama\n",
        {(None, None, "codeowners-usang", "warning")},
    ),
    "jurnal-rusak--bukan-jurnal": (DECIDED, b"{}", {(None, None, "jurnal-rusak", "error")}),
    "yaml-kosong--nol-bita": (APP, b"", {(1, 1, "yaml-kosong", "error")}),
    "yaml-kosong--spasi-dan-bom": (APP, codecs.BOM_UTF8 + b" \r\n\r\n", {(1, 1, "yaml-kosong", "error")}),
    "yaml-konflik--tiga-bagian": (
        APP,
        b"id: uji\n<<<<<<< HEAD\nnama: Satu\n=======\nnama: Dua\n>>>>>>> cabang\n",
        {(2, 1, "yaml-konflik", "error")},
    ),
    "yaml-konflik--diff3": (
        APP,
        b"id: uji\nnama: Uji\n<<<<<<< ours\ntag: [a]\n||||||| base\n=======\ntag: [b\n>>>>>>> theirs\n",
        {(3, 1, "yaml-konflik", "error")},
    ),
    "yaml-utf8--windows": (APP, b"id: uji\nnama: Caf\xe9\n", {(2, 10, "yaml-utf8", "error")}),
    "yaml-utf8--utf16": (APP, "id: uji\n".encode("utf-16"), {(1, 1, "yaml-utf8", "error")}),
    "yaml-utf8--setelah-huruf-bukan-ascii": (
        APP,
        "id: uji\nnama: café ".encode() + b"\xff\n",
        {(2, 12, "yaml-utf8", "error")},
    ),
    "halaman-utf8--windows": ("content/kisah.md", b"# Kisah\n\nCaf\xe9\n", {(3, 4, "halaman-utf8", "error")}),
    "halaman-kepala--tidak-ditutup": (
        "content/kisah.md",
        b"---\ntitle: Kisah\n\n# Kisah\n",
        {(1, 1, "halaman-kepala", "error")},
    ),
    "halaman-templat--ke-luar": (
        "content/kisah.md",
        b"---\ntemplate: ../__init__.py\n---\n# Kisah\n",
        {(2, 11, "halaman-templat", "error")},
    ),
    "halaman-templat--bagian-tema": (
        "content/kisah.md",
        b"---\ntemplate: partials/header.html\n---\n# Kisah\n",
        {(2, 11, "halaman-templat", "error")},
    ),
    "halaman-kunci--salah-ketik": (
        "content/kisah.md",
        b"---\ntitel: Kisah\ntitle: Kisah\n---\n# Kisah\n",
        {(2, 1, "halaman-kunci", "warning")},
    ),
    "halaman-templat--tak-ada": (
        "content/kisah.md",
        codecs.BOM_UTF8 + b"---\r\ntitle: Kisah\r\ntemplate: x.html\r\n---\r\n",
        {(3, 11, "halaman-templat", "error")},
    ),
    "yaml-tulisan--kepala-halaman": (
        "content/kisah.md",
        b"---\ntitle: Peraturan: Nomor 5\n---\n# Kisah\n",
        {(2, 17, "yaml-tulisan", "error")},
    ),
    "catatan-bukan-pemetaan--kepala-halaman": (
        "content/kisah.md",
        b"---\n- a\n---\n# Kisah\n",
        {(2, 1, "catatan-bukan-pemetaan", "error")},
    ),
    "nilai-pilihan--kepala-halaman": (
        "content/kisah.md",
        b"---\nhide: 3\n---\n# Kisah\n",
        {(2, 7, "nilai-pilihan", "error")},
    ),
    "yaml-terlalu-banyak--kepala-halaman": (
        "content/kisah.md",
        b"---\n" + BOMB + b"---\n# Kisah\n",
        {(9, 38, "yaml-terlalu-banyak", "error")},
    ),
    "berkas-terlalu-besar--halaman": (
        "content/kisah.md",
        b"# Kisah\n" + b"isi\n" * (FILE_BYTES // 4),
        {(None, None, "berkas-terlalu-besar", "error")},
    ),
    "yaml-karakter--nol": (APP, b"id: uji\nnama: U\x00ji\n", {(2, 8, "yaml-karakter", "error")}),
    "yaml-karakter--dua": (
        APP,
        b"id: uji\nnama: \x1b[31mUji\x07\n",
        {(2, 7, "yaml-karakter", "error"), (2, 15, "yaml-karakter", "error")},
    ),
    "yaml-karakter--pemisah-baris": (
        APP,
        "id: uji\nnama: Satu\u2028Dua\u0085Tiga\ufeff\n".encode(),
        {(2, 11, "yaml-karakter", "error"), (2, 15, "yaml-karakter", "error"), (2, 20, "yaml-karakter", "error")},
    ),
    **{
        f"yaml-karakter--arah-{ord(mark):04x}": (
            APP,
            f"id: uji\nnama: Uji {mark}gpj.exe\n".encode(),
            {(2, 11, "yaml-karakter", "error")},
        )
        for mark in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    },
    **{
        f"yaml-karakter-asing--{ord(mark):04x}": (
            APP,
            f"id: uji\nnama: Uji {mark}coba\n".encode(),
            {(2, 11, "yaml-karakter-asing", "warning")},
        )
        for mark in "\xad\u200b\u200c\u200d\u200e\u200f\u2060\u061c\ue000\uf0b7\uf0a7\uf8ff\ufffc\ufffd\U000f0000"
    },
    "nilai-karakter--arah-lolos": (
        APP,
        b'id: uji\nnama: "Uji \\u202egpj"\n',
        {(2, 7, "nilai-karakter", "error")},
    ),
    "halaman-karakter--arah": (
        "content/kisah.md",
        "# Kisah\r\n\r\nUnduh \u202egpj.exe\n".encode(),
        {(3, 7, "halaman-karakter", "error")},
    ),
    "halaman-karakter-asing--word": (
        "content/kisah.md",
        "# Kisah\n\n\uf0b7 Satu\u200b \U0001f468\u200d\U0001f469\n".encode(),
        {(3, 1, "halaman-karakter-asing", "warning"), (3, 7, "halaman-karakter-asing", "warning")},
    ),
    "yaml-tab--dua-baris": (
        APP,
        b"id: uji\nnama: Uji\nlain:\n\tsatu: 1\n  \tdua: 2\n",
        {(4, 1, "yaml-tab", "error"), (5, 3, "yaml-tab", "error")},
    ),
    "yaml-terlalu-dalam--kurung": (
        APP,
        HEAD + b"tag: " + b"[" * 100_000,
        {(3, 5 + DEPTH, "yaml-terlalu-dalam", "error")},
    ),
    "yaml-terlalu-banyak--bom-alias": (APP, BOMB, {(8, 38, "yaml-terlalu-banyak", "error")}),
    "ejaan--bom-dan-crlf": (
        APP,
        codecs.BOM_UTF8 + b"id: uji\r\nnama: Uji\r\nlisensi: open source\r\n",
        {(3, 10, "ejaan", "info")},
    ),
    "rujukan-putus--crlf": (
        APP,
        b"id: uji\r\nnama: Uji\r\nlayanan: [hilang]\r\n",
        {(3, 11, "rujukan-putus", "error")},
    ),
}

ELSEWHERE = {
    "tanggal-tak-diketahui": "tests/history/test_dating.py",
    "wilayah-tak-ada": "tests/region/test_layout.py",
    "wilayah-kosong": "tests/region/test_layout.py",
    "profil-tak-ada": "tests/region/test_layout.py",
    "berkas-tak-terbaca": "tests/region/test_layout.py",
    "tautan-keluar": "tests/region/test_layout.py",
    "pengaturan-tak-ada": "tests/checks/test_settings.py",
    "pengaturan-kait": "tests/checks/test_settings.py",
    "templat-gagal": "tests/engines/test_own_templates.py",
    "halaman-gagal": "tests/engines/test_runner.py",
    "bangun-gagal": "tests/engines/test_runner.py",
    "peta-kolom-isian": "tests/exchange/inventories/test_mapping_file.py",
    "peta-kolom-ganda": "tests/exchange/inventories/test_mapping_file.py",
    "peta-kolom-nama": "tests/exchange/inventories/test_mapping_file.py",
    **dict.fromkeys(
        ("git-tak-ada", "git-menolak", "git-rusak", "git-macet", "git-dangkal"), "tests/sources/test_git.py"
    ),
    "nama-kembar": "tests/checks/test_names.py",
    "isian-salah": "tests/yamlio/test_validation.py",
    "kualitas-turun": "tests/catalogue/test_quality_gate.py",
    "kualitas-temuan": "tests/catalogue/test_quality_gate.py",
    "kualitas-tak-dikenal": "tests/catalogue/test_quality_gate.py",
}
"""Rules that no content of a file can break: about folders, the last net, and limits that are held against it all."""


def expected_in(path: Path) -> tuple[str, set[Finding]]:
    """What the first line of ``path`` says: its place in the region, and its problems."""
    first = path.read_text("utf-8").partition("\n")[0]
    place, _, findings = first.removeprefix("# ").partition(": ")
    if findings == "-":
        return place, set()
    found: set[Finding] = set()
    for finding in findings.split(", "):
        position, rule, severity = finding.split(" ")
        line, _, column = position.partition(":")
        found.add((None, None, rule, severity) if position == "-" else (int(line), int(column), rule, severity))
    return place, found


def found_in(problems: tuple[Problem, ...], place: str) -> set[Finding]:
    """The problems of the file at ``place``, or of a folder above it."""
    return {
        (problem.line, problem.column, problem.rule, problem.severity)
        for problem in problems
        if place == problem.file or place.startswith(problem.file + "/")
    }


def files_of(case: Path) -> list[Path]:
    return sorted(path for path in case.rglob("*") if path.is_file()) if case.is_dir() else [case]


def rule_of(name: str) -> str:
    return name.partition("--")[0]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_broken_file_is_reported_where_it_is_broken_and_nowhere_else(case: Path, minimal: Path) -> None:
    expected: dict[str, set[Finding]] = {}
    for path in files_of(case):
        place, findings = expected_in(path)
        if case.is_dir():
            assert place == path.relative_to(case).as_posix()
        target = minimal / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
        expected[place] = findings
    problems = open_region(minimal).problems
    assert {place: found_in(problems, place) for place in expected} == expected
    assert len(problems) == sum(map(len, expected.values())), problems
    assert rule_of(case.name) in {problem.rule for problem in problems}


@pytest.mark.parametrize("name", MADE)
def test_a_file_that_cannot_begin_with_a_comment_is_reported_where_it_is_broken(name: str, minimal: Path) -> None:
    place, content, expected = MADE[name]
    (minimal / place).write_bytes(content)
    problems = open_region(minimal).problems
    assert found_in(problems, place) == expected
    assert len(problems) == len(expected), problems
    assert rule_of(name) in {problem.rule for problem in problems}


def test_the_smallest_region_has_no_problem(minimal: Path) -> None:
    assert open_region(minimal).problems == ()


def test_every_rule_has_a_case() -> None:
    tried = {rule_of(path.name) for path in CASES} | {rule_of(name) for name in MADE} | set(ELSEWHERE)
    assert set(RULES) - tried == set(), "rules without a case in tests/data/broken/"
    assert tried - set(RULES) == set(), "cases of rules that do not exist"


def test_rules_that_are_tried_elsewhere_are() -> None:
    root = Path(__file__).parents[2]
    for rule, place in ELSEWHERE.items():
        assert f'"{rule}"' in (root / place).read_text("utf-8"), f"{rule} is not mentioned in {place}"


def test_every_case_says_what_it_expects() -> None:
    form = re.compile(r"# [\w ./-]+: (-|(-|\d+:\d+) [a-z0-9-]+ (error|warning|info)(, .+)?)")
    for case in CASES:
        for path in files_of(case):
            assert form.fullmatch(path.read_text("utf-8").partition("\n")[0]), path


def test_all_problems_of_all_files_come_in_one_run(minimal: Path) -> None:
    """Each file is broken in its own way; none hides another."""
    alone = [case for case in CASES if case.is_file() and expected_in(case)[0] == APP]
    expected: set[tuple[str, Finding]] = set()
    for number, case in enumerate(alone):
        place = f"architecture/aplikasi/n{number}/uji.yaml"
        (minimal / place).parent.mkdir()
        shutil.copy(case, minimal / place)
        expected |= {(place, finding) for finding in expected_in(case)[1]}
    found = {
        (problem.file, (problem.line, problem.column, problem.rule, problem.severity))
        for problem in open_region(minimal).problems
    }
    about_ids = {"id-ganda", "rujukan-diri", "id-dahulu-bentrok", "rujukan-lingkar"}  # they all have the same id
    assert {one for one in expected if one[1][2] not in about_ids} <= found
    assert len(alone) > 40


def test_a_file_with_syntax_errors_does_not_break_the_references_of_others(minimal: Path) -> None:
    (minimal / "architecture/layanan/kepegawaian.yaml").write_text("id: kepegawaian\nnama: [")
    rules = [(problem.file, problem.rule) for problem in open_region(minimal).problems]
    assert rules == [
        ("architecture/layanan/kepegawaian.yaml", "yaml-tulisan"),
    ]


def test_of_very_many_wrong_ids_only_the_first_get_a_suggestion(minimal: Path) -> None:
    wrong = [f"kepegawaian{number}" for number in range(2 * SUGGESTIONS)]
    (minimal / APP).write_text(f"id: uji\nnama: Uji\nlayanan: [{', '.join(wrong)}]\n")
    (minimal / "content/kisah.md").write_text(f"[a](spbe:layanan/{wrong[0]}) [b](spbe:layanan/{wrong[-1]})\n")
    broken = [problem for problem in open_region(minimal).problems if problem.rule == "rujukan-putus"]
    pages = [problem for problem in open_region(minimal).problems if problem.rule == "tautan-catatan"]
    assert ["Maksud" in problem.message for problem in broken] == [True] * SUGGESTIONS + [False] * SUGGESTIONS
    assert ["Maksud" in problem.message for problem in pages] == [True, False]


def test_a_reference_to_a_record_with_errors_is_not_broken(minimal: Path) -> None:
    path = minimal / "architecture/layanan/kepegawaian.yaml"
    path.write_text("id: kepegawaian\nnama: Kenaikan pangkat\nmetode: sihir\n")
    assert [problem.rule for problem in open_region(minimal).problems] == ["nilai-pilihan"]
