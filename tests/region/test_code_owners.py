"""``CODEOWNERS``: each file has the accounts of the office that owns what is in it, and nobody else's."""

from __future__ import annotations

from pathlib import Path

from spbe.checks import open_region
from spbe.region.code_owners import is_stale, place_of, wanted
from spbe.sources.folder import source_of
from support.regions import copy_region

OFFICES = "architecture/perangkat-daerah"
APPS = "architecture/aplikasi"
HEAD = 2
"""Lines that say what the file is."""


def write(root: Path, place: str, text: str) -> None:
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text, "utf-8")


def office(root: Path, name: str, accounts: str, **more: str) -> None:
    said = {"id": name, "nama": f"Dinas {name}", "akun_git": accounts, **more}
    write(root, f"{OFFICES}/{name}.yaml", "".join(f"{key}: {value}\n" for key, value in said.items()))


def app(root: Path, place: str, owner: str) -> None:
    write(root, f"{APPS}/{place}.yaml", f"id: {Path(place).name}\nnama: X\nperangkat_daerah: {owner}\n")


def text_of(root: Path, there: str | None = None) -> list[str]:
    return wanted(open_region(root).entries, there).splitlines()


def test_every_file_of_an_office_is_looked_at_by_its_accounts(minimal: Path) -> None:
    office(minimal, "diskominfo", '["@kab/diskominfo", budi]')
    office(minimal, "dinkes", "[dinkes]", dahulu="[dinas-kesehatan]")
    app(minimal, "dinkes/satu", "dinas-kesehatan")
    app(minimal, "dinkes/dalam/dua", "dinkes")
    app(minimal, "campur/tiga", "dinkes")
    app(minimal, "campur/empat", "diskominfo")
    app(minimal, "nama dua/lima", "dinkes")

    assert text_of(minimal)[HEAD:] == [
        f"/{APPS}/campur/empat.yaml @kab/diskominfo @budi",
        f"/{APPS}/campur/tiga.yaml @dinkes",
        f"/{APPS}/dinkes/ @dinkes",
        f"/{APPS}/nama\\ dua/ @dinkes",
        f"/{APPS}/simpeg.yaml @kab/diskominfo @budi",
        "/architecture/layanan/kepegawaian.yaml @kab/diskominfo @budi",
        f"/{OFFICES}/dinkes.yaml @dinkes",
        f"/{OFFICES}/diskominfo.yaml @kab/diskominfo @budi",
        "/indicators/2025/I11.yaml @kab/diskominfo @budi",
    ]


def test_who_has_no_account_is_not_asked_nor_is_anybody_else_for_it(minimal: Path) -> None:
    office(minimal, "dinkes", "[dinkes]")
    app(minimal, "bersama/satu", "dinkes")
    app(minimal, "bersama/dua", "diskominfo")
    app(minimal, "bersama/tiga", "tidak-ada-lagi")

    assert text_of(minimal)[HEAD:] == [f"/{APPS}/bersama/satu.yaml @dinkes", f"/{OFFICES}/dinkes.yaml @dinkes"]


def test_a_list_of_records_is_looked_at_by_all_their_owners(minimal: Path) -> None:
    office(minimal, "dinkes", "[dinkes]")
    office(minimal, "diskominfo", "[kominfo]")
    write(
        minimal,
        f"{APPS}/banyak.yaml",
        "- {id: a, nama: A, perangkat_daerah: dinkes}\n- {id: b, nama: B, perangkat_daerah: diskominfo}\n",
    )

    assert f"/{APPS}/banyak.yaml @dinkes @kominfo" in text_of(minimal)


def test_an_authors_own_lines_stay_and_come_first(minimal: Path) -> None:
    office(minimal, "dinkes", "[dinkes]")
    first = "\n".join(text_of(minimal, "* @semua\n")) + "\n"
    office(minimal, "dinkes", "[baru]")

    assert first.startswith("* @semua\n\n# spbe: ")
    assert is_stale(open_region(minimal).entries, first)
    second = "\n".join(text_of(minimal, first)) + "\n"
    assert second == first.replace("@dinkes", "@baru")
    assert not is_stale(open_region(minimal).entries, second)
    assert not is_stale(open_region(minimal).entries, "* @semua\n")
    assert not is_stale(open_region(minimal).entries, None)


def test_check_tells_a_stale_file_but_not_while_an_owner_cannot_be_read(minimal: Path) -> None:
    office(minimal, "dinkes", "[dinkes]")
    write(minimal, ".github/CODEOWNERS", "\n".join(text_of(minimal)) + "\n")

    def told() -> list[tuple[str, str]]:
        return [(one.rule, one.file) for one in open_region(minimal).problems if one.rule == "codeowners-usang"]

    assert told() == []
    office(minimal, "dinkes", "[baru]")
    assert told() == [("codeowners-usang", ".github/CODEOWNERS")]
    write(minimal, f"{OFFICES}/dinkes.yaml", "id: dinkes\nnama: [\n")
    assert told() == []


def test_the_file_that_the_host_reads_first_is_the_one(minimal: Path, tmp_path: Path) -> None:
    other = copy_region(minimal, tmp_path / "lain")
    write(minimal, ".github/CODEOWNERS", "* @semua\n")
    write(minimal, "CODEOWNERS", "* @semua\n")

    assert place_of(source_of(minimal)) == ".github/CODEOWNERS"
    assert place_of(source_of(other)) == "CODEOWNERS"
