"""The pictures of the guide, made from the program: ``cd tests && python -m support.guide_pictures``.

Needs Chromium, LibreOffice and poppler-utils; nothing in the suite needs the pictures to be made.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import xlsxwriter
from click.testing import CliRunner
from openpyxl.worksheet.properties import PageSetupProperties
from PIL import Image, ImageChops
from playwright.sync_api import sync_playwright

from differences import test_requests as requests
from spbe.cli import main as spbe
from spbe.editions import Audience
from spbe.exchange.sheets.workbook import assessment_workbook, records_workbook
from spbe.exchange.sheets.xlsx_writer import xlsx_bytes
from spbe.history import view_of
from support.decisions import DecisionFile
from support.libreoffice import PROGRAM
from support.regions import REGIONS, ROOT, open_shared
from support.repositories import Kept
from support.returned_workbooks import FilledSheet, exported, saved

GUIDE = ROOT / "content" / "panduan"
CLASH = {
    "dinkes-yankes": {
        ("antrean", "nama"): "Antrean Puskesmas Daring",
        ("antrean", "fungsi"): "Mengambil nomor antrean puskesmas dari rumah, melihat jadwal dokter, dan mendaftar.",
        ("asik", "fungsi"): "Mencatat imunisasi dan skrining.",
    },
    "dinkes-sdk": {
        ("antrean", "nama"): "Antrean Faskes",
        ("antrean", "fungsi"): "Nomor antrean puskesmas dan rumah sakit.",
    },
}
"""What two divisions of an office write into their sheets."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def picture_of_a_difference(folder: Path) -> None:
    """What a reviewer sees of a request that should not be taken as it is."""
    base = requests.copy_base(folder / "dasar")
    kept = Kept(base)
    kept.git("init", "--quiet", "--initial-branch=main")
    kept.commit(requests.BASE_DAY)
    kept.git("switch", "--quiet", "--create", "permintaan")
    root = folder / "usulan"
    requests.history(requests.REQUESTS["13-nilai-dibantah-catatan"], base, root)
    told = CliRunner().invoke(spbe, ["diff", "main", "permintaan", "--root", str(root), "--format", "html"])
    page = folder / "perbedaan.html"
    page.write_text(told.stdout, "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 900, "height": 900})
        window.goto(page.as_uri())
        window.screenshot(path=GUIDE / "perbedaan.png")
        browser.close()


def picture_of_a_sheet(folder: Path) -> None:
    """The sheet of an office's applications, as a spreadsheet prints it."""
    view = view_of(open_shared(REGIONS["arunika"]), Audience("opd", "diskominfo"))
    (folder / "isian.xlsx").write_bytes(xlsx_bytes(records_workbook(view, ["aplikasi"])))
    printed(folder, "isian.xlsx", page=2)
    shutil.copy(folder / "isian.png", GUIDE / "lembar-isian.png")
    printed(folder, "isian.xlsx", page=1)
    shutil.copy(folder / "isian.png", GUIDE / "petunjuk-isian.png")


def picture_of_a_working_sheet(folder: Path) -> None:
    """The working sheet of an assessment, as a spreadsheet prints it."""
    view = view_of(open_shared(REGIONS["arunika"]), Audience("internal"))
    (folder / "kerja.xlsx").write_bytes(xlsx_bytes(assessment_workbook(view, "2025")))
    printed(folder, "kerja.xlsx", page=3)
    shutil.copy(folder / "kerja.png", GUIDE / "lembar-kerja.png")


def pictures_of_clashing_sheets(folder: Path) -> None:
    """Two sheets of one office that clash: the workbook to decide in, and the reply."""
    root = REGIONS["arunika"]
    for name, values in CLASH.items():
        book = exported(root, Audience("opd", "dinkes"))
        for (record, field), value in values.items():
            FilledSheet(book, "aplikasi").put(record, field, value)
        (folder / f"{name}.xlsx").write_bytes(saved(book))
    files = [str(folder / f"{name}.xlsx") for name in CLASH]
    out = ["--keputusan", str(folder / "keputusan.xlsx"), "--balasan", str(folder)]
    CliRunner().invoke(spbe, ["terima", *files, *out, "--root", str(root)])
    decisions = DecisionFile(folder / "keputusan.xlsx")
    decisions.pick(1, "dinkes-yankes.xlsx")
    page = decisions.page
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
    page.print_title_cols = None
    decisions.save()
    printed(folder, "keputusan.xlsx", page=2, high=190, wide=1200)
    printed(folder, "dinkes-yankes-balasan.xlsx", page=1, high=560)
    shutil.copy(folder / "keputusan.png", GUIDE / "keputusan.png")
    shutil.copy(folder / "dinkes-yankes-balasan.png", GUIDE / "balasan.png")


def pictures_of_an_old_list(folder: Path) -> None:
    """The list of the page about old lists in a spreadsheet, what is asked about it, and the site that comes of it."""
    for name in ("opd.csv", "daftar.csv", "peta.yaml"):
        (folder / name).write_text(listed(name), "utf-8")
    root = ("--root", str(folder / "arunika"))
    files = [str(folder / name) for name in ("opd.csv", "daftar.csv", "peta.yaml", "tanya.xlsx")]
    run("init", root[1], "--nama", "Kabupaten Arunika")
    run("import", files[0], "--kind", "perangkat-daerah", "--tulis", *root)
    run("import", files[1], "--kind", "aplikasi", "--map", files[2], "--keputusan", files[3], "--tulis", *root)
    draw_up(listed("daftar.csv"), folder / "lama.xlsx")
    printed(folder, "lama.xlsx", page=1, high=700)
    decisions = DecisionFile(folder / "tanya.xlsx")
    decisions.pick(1, "Dinas Komunikasi")
    decisions.pick(2, "Tidak dicatat")
    run("terima", str(decisions.save()), "--tulis", *root)
    decisions.page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    decisions.page.page_setup.fitToHeight = 0
    decisions.page.print_title_cols = None
    decisions.save()
    printed(folder, "tanya.xlsx", page=2, high=430)
    for example in (folder / "arunika").rglob("contoh-*.yaml"):
        example.unlink()
    run("build", "--offline", *root)
    trimmed(folder / "lama.png", GUIDE / "daftar-lama.png")
    trimmed(folder / "tanya.png", GUIDE / "keputusan-daftar.png")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1100, "height": 760})
        window.goto((folder / "arunika" / "site-luring" / "arsitektur" / "aplikasi" / "index.html").as_uri())
        window.screenshot(path=GUIDE / "situs-dari-daftar.png")
        browser.close()


def run(*words: str) -> None:
    """Run the program, which has nothing to say against it."""
    told = CliRunner().invoke(spbe, words)
    assert told.exit_code == 0, told.output


def listed(name: str) -> str:
    """The first text that the page about old lists gives to the file ``name``."""
    page = (GUIDE / "memulai-dari-daftar-lama.md").read_text("utf-8")
    found = re.search(rf"`{re.escape(name)}`:\n\n```\w+\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def draw_up(text: str, target: Path) -> None:
    """A list as its office kept it: with lines around the cells and a title over them."""
    title, heads, *rows = csv.reader(io.StringIO(text), delimiter=";")
    with xlsxwriter.Workbook(str(target)) as workbook:
        sheet = workbook.add_worksheet("Aplikasi 2023")
        cell = workbook.add_format({"border": 1})
        head = workbook.add_format({"border": 1, "bold": True, "bg_color": "#D9E2F3"})
        sheet.merge_range(0, 0, 0, 8, title[0], workbook.add_format({"bold": True, "align": "center"}))
        sheet.write_row(1, 0, heads, head)
        for number, row in enumerate(rows, 2):
            sheet.write_row(number, 0, row, cell)
        for column, width in enumerate((7, 25, 14, 26, 11, 27, 12, 12, 7)):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 1)


def trimmed(source: Path, target: Path) -> None:
    """A picture without the paper around what stands on it."""
    with Image.open(source) as whole:
        frame = ImageChops.invert(whole.convert("L")).getbbox()
        assert frame is not None
        left, top, right, bottom = frame
        edges = (max(left - 12, 0), max(top - 12, 0), min(right + 12, whole.width), min(bottom + 12, whole.height))
        whole.crop(edges).save(target, optimize=True)


def printed(folder: Path, name: str, page: int, high: int = 0, wide: int = 1450) -> None:
    """A page of a workbook as a picture of its name, of which only the upper part that is so ``high``."""
    assert PROGRAM is not None
    profile = f"-env:UserInstallation=file://{folder}/profil"
    subprocess.run([PROGRAM, profile, "--headless", "--convert-to", "pdf", name], check=True, cwd=folder)
    stem = Path(name).stem
    part = ("-r", "130", "-x", "40", "-y", "30", "-W", str(wide), "-H", str(high)) if high else ("-r", "100")
    pages = ("-f", str(page), "-l", str(page), "-singlefile")
    subprocess.run(["pdftoppm", *part, "-png", *pages, f"{stem}.pdf", stem], check=True, cwd=folder)


def main() -> None:
    """Make them anew."""
    for make in (
        picture_of_a_difference,
        picture_of_a_sheet,
        picture_of_a_working_sheet,
        pictures_of_clashing_sheets,
        pictures_of_an_old_list,
    ):
        with tempfile.TemporaryDirectory() as name:
            make(Path(name))


if __name__ == "__main__":
    main()
