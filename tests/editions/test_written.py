"""Of what was written by hand an edition publishes pages, and what somebody whom its readers see has named."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.editions import INTERNAL, PUBLIC, Audience, redact
from spbe.editions.written import Written, written_for
from spbe.scoring.outcomes import outcomes


def write(root: Path, place: str, text: str = "isi") -> None:
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text, "utf-8")


def written_of(root: Path, audience: Audience = PUBLIC) -> Written:
    """What is published of ``content/`` of the region at ``root``."""
    opened = open_region(root)
    assert opened.sound, opened.problems
    return written_for(redact(opened.region, outcomes(opened.region), audience), opened.content)


def published(root: Path, audience: Audience = PUBLIC) -> set[str]:
    """The places of the files that go with the site of ``root``."""
    return {place for place, _path in written_of(root, audience).files}


def told(root: Path) -> list[tuple[str, str]]:
    return [(problem.rule, problem.file) for problem in open_region(root).problems]


def test_an_attachment_that_nobody_names_is_told_and_not_published(minimal: Path) -> None:
    write(minimal, "content/lampiran/lhp.pdf")
    assert published(minimal) == set()
    assert told(minimal) == [("lampiran-tak-dirujuk", "content/lampiran/lhp.pdf")]


def test_deleting_a_closed_record_does_not_publish_its_file(minimal: Path) -> None:
    write(minimal, "content/lampiran/lhp.pdf")
    write(minimal, "indicators/bukti/lhp.yaml", "id: lhp\nnama: LHP\nklasifikasi: tertutup\nberkas: lhp.pdf\n")
    assert (published(minimal), told(minimal)) == (set(), [])
    assert published(minimal, INTERNAL) == {"lampiran/lhp.pdf"}
    (minimal / "indicators/bukti/lhp.yaml").unlink()
    assert published(minimal) == set()


def test_records_and_the_profile_name_attachments(minimal: Path) -> None:
    write(minimal, "content/lampiran/logo.png")
    write(minimal, "content/lampiran/ikon.png")
    write(minimal, "content/lampiran/a/b c.pdf")
    write(minimal, "content/profil.yaml", "nama: Kabupaten Uji\nlogo: logo.png\nikon: ikon.png\n")
    write(minimal, "indicators/bukti/b.yaml", "id: b\nnama: B\nberkas: a/b c.pdf\n")
    assert published(minimal) == {"lampiran/logo.png", "lampiran/ikon.png", "lampiran/a/b c.pdf"}


@pytest.mark.parametrize(
    "link",
    [
        "[a](../lampiran/a b.pdf)".replace(" ", "%20"),
        "![a](<../lampiran/a b.pdf>)",
        "[a]\n\n[a]: /lampiran/a%20b.pdf",
        "<a href='/lampiran/a%20b.pdf'>a</a>",
        '<p><img src="../../lampiran/a b.pdf"></p>',
        "[![x](../lampiran/a%20b.pdf)](https://x.go.id)",
        '<video poster="../../lampiran/a b.pdf"></video>',
        '<img srcset="../../lampiran/a%20b.pdf 2x" alt="">',
        '<img srcset="kecil.png 1x,../../lampiran/a%20b.pdf 2x" alt="">',
        "- satu\n\n    lihat [a]\n\n    [a]: ../lampiran/a%20b.pdf",
        "> lihat [a]\n>\n> [a]: ../lampiran/a%20b.pdf",
    ],
)
def test_pages_name_attachments_in_every_kind_of_link(minimal: Path, link: str) -> None:
    write(minimal, "content/lampiran/a b.pdf")
    write(minimal, "content/berita/satu.md", f"# Satu\n\n{link}\n")
    assert published(minimal) == {"lampiran/a b.pdf"}


@pytest.mark.parametrize(
    "text", ["```\n[a](lampiran/a.pdf)\n```\n", "`[a](lampiran/a.pdf)`\n", "<!-- [a](lampiran/a.pdf) -->"]
)
def test_code_and_comments_name_nothing(minimal: Path, text: str) -> None:
    write(minimal, "content/lampiran/a.pdf")
    write(minimal, "content/satu.md", f"# Satu\n\n{text.format('[a](lampiran/a.pdf)')}\n")
    assert published(minimal) == set()


@pytest.mark.parametrize(("disk", "written"), [("NFC", "NFD"), ("NFD", "NFC"), ("NFD", "NFD")])
def test_a_name_in_another_composition_of_its_letters_is_published_as_it_was_named(
    minimal: Path, disk: str, written: str
) -> None:
    name = unicodedata.normalize(written, "kafé.pdf")  # type: ignore[arg-type]
    write(minimal, "content/lampiran/" + unicodedata.normalize(disk, "kafé.pdf"))  # type: ignore[arg-type]
    write(minimal, "content/satu.md", f"# Satu\n\n[a](lampiran/{name})\n")
    assert published(minimal) == {f"lampiran/{name}"}


@pytest.mark.parametrize(
    "name", ["Thumbs.db", "~$surat.docx", "desktop.ini", "a.tmp", "a.pdf~", "a.bak", "a.lnk", "~WRL0001.tmp"]
)
def test_what_programs_leave_behind_is_never_published(minimal: Path, name: str) -> None:
    write(minimal, f"content/lampiran/{name}")
    write(minimal, "content/satu.md", f"# Satu\n\n[a](<lampiran/{name}>)\n")
    assert published(minimal) == set()
    assert ("lampiran-sisa", f"content/lampiran/{name}") in told(minimal)


def test_a_page_that_is_not_shown_names_nothing(minimal: Path) -> None:
    write(minimal, "content/lampiran/a.pdf")
    write(minimal, "content/arsitektur/aplikasi/tiada.md", "# T\n\n[a](/lampiran/a.pdf)\n")
    assert published(minimal) == set()


@pytest.mark.parametrize(
    "place",
    ["arsitektur/aplikasi/x", "arsitektur/aplikasi/x/lagi", "perangkat-daerah/x", "indeks/x", "indikator/x/I1"],
)
def test_a_page_at_the_address_of_what_is_not_there_is_told_and_not_published(minimal: Path, place: str) -> None:
    write(minimal, f"content/{place}.md", "# Halaman\n")
    assert written_of(minimal).pages == ()
    assert told(minimal) == [("halaman-tak-tampil", f"content/{place}.md")]


def test_whether_a_record_is_hidden_or_was_never_there_looks_the_same(minimal: Path) -> None:
    write(minimal, "content/arsitektur/aplikasi/x.md", "# Halaman\n")
    before = written_of(minimal)
    write(minimal, "architecture/aplikasi/x.yaml", "id: x\nnama: X\nklasifikasi: tertutup\n")
    assert written_of(minimal) == before
    assert [page.uri for page in written_of(minimal, INTERNAL).pages] == ["arsitektur/aplikasi/x.md"]


def test_pages_beside_and_below_what_is_shown_are_published(minimal: Path) -> None:
    for place in (
        "arsitektur/aplikasi/simpeg",
        "arsitektur/aplikasi/simpeg/catatan",
        "arsitektur/lain",
        "indeks/index",
    ):
        write(minimal, f"content/{place}.md", "# Halaman\n")
    assert len(written_of(minimal).pages) == 4
    assert told(minimal) == []


def test_a_picture_beside_its_page_is_published_and_other_files_are_told(minimal: Path) -> None:
    write(minimal, "content/berita/bagan.png")
    write(minimal, "content/berita/lain.png")
    write(minimal, "content/berita/data.xlsx")
    write(minimal, "content/berita/satu.md", "# Satu\n\n![B](bagan.png) [D](data.xlsx)\n")
    assert published(minimal) == {"berita/bagan.png"}
    assert told(minimal) == [
        ("berkas-samping", "content/berita/data.xlsx"),
        ("berkas-samping", "content/berita/lain.png"),
    ]


def test_what_hosts_look_for_and_what_the_settings_name_is_published(minimal: Path) -> None:
    for name in ("CNAME", "robots.txt", "favicon.ico", "gaya/kami.css"):
        write(minimal, f"content/{name}")
    settings = minimal / "mkdocs.yml"
    settings.write_text(settings.read_text() + "extra_css: [gaya/kami.css]\n")
    assert published(minimal) == {"CNAME", "robots.txt", "favicon.ico", "gaya/kami.css"}
    assert published(minimal, INTERNAL) == {"gaya/kami.css"}
    assert told(minimal) == []


def test_comments_and_what_is_unknown_in_a_head_are_not_in_the_site(minimal: Path) -> None:
    head = "---\ntitle: Judul\npenulis: Budi\nhide: toc\n---\n"
    text = "\nA <!-- x\n\n```\ny\n```\n\n--> B\n\n```\n<!-- contoh -->\n```\n"
    write(minimal, "content/satu.md", head + text)
    (page,) = written_of(minimal).pages
    assert page.meta == {"title": "Judul", "hide": ["toc"]}
    assert page.text == "A  B\n\n```\n<!-- contoh -->\n```\n"


def test_first_lines_with_colons_are_text(minimal: Path) -> None:
    write(minimal, "content/satu.md", "Rapat: pukul 9\n\nIsi.\n")
    (page,) = written_of(minimal).pages
    assert page.text.startswith("Rapat: pukul 9")


def test_a_link_to_a_file_inside_is_followed(minimal: Path) -> None:
    write(minimal, "content/lampiran/a.pdf", "sama")
    (minimal / "content/lampiran/b.pdf").symlink_to("a.pdf")
    write(minimal, "content/satu.md", "# Satu\n\n[b](lampiran/b.pdf)\n")
    assert published(minimal) == {"lampiran/b.pdf"}
