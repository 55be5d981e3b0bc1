"""The pictures of the guide, made from the program: ``cd tests && python -m support.guide_pictures``.

Needs Chromium, LibreOffice and poppler-utils; nothing in the suite needs the pictures to be made.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from click.testing import CliRunner
from openpyxl.worksheet.properties import PageSetupProperties
from playwright.sync_api import sync_playwright

from differences import test_requests as requests
from spbe.cli import main as spbe
from spbe.editions import Audience
from spbe.exchange.sheets.workbook import records_workbook
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
    for make in (picture_of_a_difference, picture_of_a_sheet, pictures_of_clashing_sheets):
        with tempfile.TemporaryDirectory() as name:
            make(Path(name))


if __name__ == "__main__":
    main()
