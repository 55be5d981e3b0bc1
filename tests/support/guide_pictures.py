"""The pictures of the guide, made from the program: ``cd tests && python -m support.guide_pictures``.

Needs Chromium, LibreOffice and poppler-utils; nothing in the suite needs the pictures to be made.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import sync_playwright

from differences import test_requests as requests
from spbe.cli import main as spbe
from spbe.editions import Audience
from spbe.exchange.sheets.workbook import records_workbook
from spbe.exchange.sheets.xlsx_writer import xlsx_bytes
from spbe.history import view_of
from support.libreoffice import PROGRAM
from support.regions import REGIONS, ROOT, open_shared
from support.repositories import Kept

GUIDE = ROOT / "content" / "panduan"
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
    assert PROGRAM is not None
    view = view_of(open_shared(REGIONS["arunika"]), Audience("opd", "diskominfo"))
    (folder / "isian.xlsx").write_bytes(xlsx_bytes(records_workbook(view, ["aplikasi"])))
    profile = f"-env:UserInstallation=file://{folder}/profil"
    subprocess.run([PROGRAM, profile, "--headless", "--convert-to", "pdf", "isian.xlsx"], check=True, cwd=folder)
    subprocess.run(
        ["pdftoppm", "-r", "100", "-png", "-f", "2", "-l", "2", "-singlefile", "isian.pdf", "lembar"],
        check=True,
        cwd=folder,
    )
    shutil.copy(folder / "lembar.png", GUIDE / "lembar-isian.png")


def main() -> None:
    """Make them anew."""
    for make in (picture_of_a_difference, picture_of_a_sheet):
        with tempfile.TemporaryDirectory() as name:
            make(Path(name))


if __name__ == "__main__":
    main()
