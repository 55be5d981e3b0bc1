"""Write the pages, or with ``--periksa`` name those that are not current and end with exit code 1."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tools.rujukan.alamat import addresses_page
from tools.rujukan.aturan import rules_page
from tools.rujukan.isian import fields_page
from tools.rujukan.konfigurasi import settings_page
from tools.rujukan.metadata import metadata_page
from tools.rujukan.perintah import commands_page
from tools.rujukan.templat import templates_page

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rujukan"
HEADER = "<!-- Dibuat oleh `make rujukan` dari program; perubahan di sini akan hilang. -->\n\n"


def pages() -> dict[str, str]:
    """Place of every page, seen from the folder of the reference, to its text."""
    made = {
        "alamat.md": addresses_page(),
        "isian.md": fields_page(),
        "aturan.md": rules_page(),
        "perintah.md": commands_page(),
        "templat.md": templates_page(),
        "konfigurasi.md": settings_page(),
        "metadata.md": metadata_page(),
    }
    made["../../content/panduan/aturan.md"] = made["aturan.md"]
    return {name: HEADER + re.sub(r"\n{3,}", "\n\n", text).strip() + "\n" for name, text in made.items()}


def main(arguments: list[str]) -> int:
    """Write or check; returns the exit code."""
    check = "--periksa" in arguments
    old = []
    for name, text in pages().items():
        path = FOLDER / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        old.append(name)
        if not check:
            FOLDER.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if check and old:
        sys.stderr.write(f"tidak mutakhir: {', '.join(old)}; jalankan `make rujukan`\n")
    return 1 if check and old else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
