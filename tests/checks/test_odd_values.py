"""No value of any field, however odd, is a fault of the program: what cannot be used is a problem with a place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from spbe.checks import open_region
from spbe.model.base import Base, fields_of
from spbe.model.kinds import KINDS
from spbe.model.kualitas import Kualitas
from spbe.model.pembanding import Pembanding
from spbe.model.penilaian import Jawaban, NilaiTahap, Penilaian
from spbe.model.profil import Profil
from spbe.model.referensi import ReferensiDaerah
from spbe.model.tim import TataKelola
from spbe.model.upaya import Upaya
from spbe.sources.archive import ArchiveSource
from spbe.sources.folder import FolderSource
from spbe.sources.laid_over import LaidOver
from spbe.sources.source import Source
from spbe.yamlio import DocumentReader
from spbe.yamlio.parts import part_of

ODD = [
    "''", "x", "0", "-1", "9" * 400, "1e999", "0x1F", ".nan", "1/0", "0/0", "-", "?", "tidak ada", "null", "true", "[]",
    "{}", "[[]]", "[{}]", "[null]", "{a: b}", "{a: {b: [c, {d: e}]}}", "[x, x]", "[1, [2, [3]]]", "{null: x}", "x: y",
    "{'': ''}", "'\\'", '"\\0"', '"\\ud800"', '"\\U0001F600"', "2024-02-30", "http://[", "https://x:y@z:99999999/",
    "../../../../etc/passwd", "a/b/c/d", "!x", "*x", "&x y", "|", "%x", "@x", "`x`", "'{0} {nama} %s %(x)s'",
    "x" * 10_000, "١٢٣", "²", "con",
]  # fmt: skip

SINGLE: dict[str, type[Base]] = {
    "content/profil.yaml": Profil,
    "indicators/tim.yaml": TataKelola,
    "indicators/upaya.yaml": Upaya,
    "indicators/pembanding.yaml": Pembanding,
    "architecture/kualitas.yaml": Kualitas,
    "architecture/referensi.yaml": ReferensiDaerah,
    "indicators/2025/penilaian.yaml": Penilaian,
    "indicators/2025/I12.yaml": Jawaban,
}


def odd_in(model: type[Base], depth: int = 2, known: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every field of ``model`` but those ``known``, and of its parts, with odd values, as the text of one line."""
    for name in [name for name in fields_of(model) if name not in known]:
        yield from (f"{name}: {value}" for value in ODD)
        part, many = part_of(model.model_fields[name].annotation)
        if part is not None and depth:
            for inner in list(odd_in(part, depth - 1))[::3]:
                yield f"{name}: [{{{inner}}}]" if many else f"{name}: {{{inner}}}"


def tell(root: Path | Source, reader: DocumentReader | None = None) -> None:
    """Every problem has a place that exists and words; reading them is what the report does."""
    for problem in open_region(root, reader=reader).problems:
        assert problem.message
        if problem.line is not None:
            assert problem.line >= 1


@pytest.fixture(params=[5, pytest.param(1, marks=pytest.mark.deep)], ids=["fifth", "all"])
def every(request: pytest.FixtureRequest) -> int:
    """Of how many lines one is tried; there are 48 odd values, so other ones come to the next field."""
    step: int = request.param
    return step


@pytest.mark.slow
@pytest.mark.parametrize("slug", KINDS)
def test_no_field_of_a_record_is_a_fault(minimal: Path, slug: str, every: int) -> None:
    kind = KINDS[slug]
    files: dict[str, bytes | None] = {}
    for jenis, model in kind.models.items():
        known = frozenset(fields_of(kind.models[None])) if jenis else frozenset()
        head = f"nama: Uji\n{f'jenis: {jenis}' if jenis else ''}\n"
        for number, line in enumerate([*odd_in(model, 1, known)][::every]):
            name = f"u{jenis or ''}{number}"
            files[f"{kind.folder}/{name}.yaml"] = f"id: {name}\n{head}{line}\n".encode()
    tell(LaidOver(FolderSource(minimal), files))


@pytest.mark.slow
@pytest.mark.parametrize("place", SINGLE)
def test_no_field_of_a_single_file_is_a_fault(minimal: Path, place: str, every: int) -> None:
    path = minimal / place
    whole = path.read_text("utf-8") if path.exists() else ""
    archive = shutil.make_archive(str(minimal.parent / "wilayah"), "zip", minimal)
    source, reader = ArchiveSource(Path(archive)), DocumentReader()  # what stays the same is read and understood once
    for line in [*odd_in(SINGLE[place], 1), *ODD][::every]:
        kept = "".join(f"{one}\n" for one in whole.splitlines() if one.partition(":")[0] != line.partition(":")[0])
        tell(LaidOver(source, {place: f"{kept}{line}\n".encode()}), reader)


def test_no_line_of_values_is_a_fault(minimal: Path) -> None:
    path = minimal / "indicators/2025/nilai.yaml"
    lines = [f"I{number}: {value}" for number, value in enumerate(ODD, start=1)]
    lines += [f"J{number}: {{{inner}}}" for number, inner in enumerate(odd_in(NilaiTahap))]
    path.write_text("\n".join(line for line in lines if _alone(line)) + "\n", "utf-8")
    tell(minimal)
    for value in ODD:
        path.write_text(f"{value}\n", "utf-8")
        tell(minimal)


def _alone(line: str) -> bool:
    """Whether ``line`` spoils no other line of its file."""
    try:
        yaml.safe_load(line)
    except (yaml.YAMLError, ValueError):
        return False
    return not line.endswith("|")
