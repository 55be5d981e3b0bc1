"""What the YAML parsers say, and what it usually means to someone who has never heard of YAML.

There are two parsers, libyaml and the one in Python that stands in where libyaml is missing; they say the same things
in other words. A test holds this table against the sources of both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spbe.i18n import mark


@dataclass(frozen=True, slots=True)
class Saying:
    """Words for a message of a parser.

    ``reason`` and ``advice`` in Indonesian for every message of a parser that begins with one of ``beginnings``.
    """

    reason: str
    advice: str
    beginnings: tuple[str, ...]


QUOTED: Final = mark("Apit nilainya dengan tanda petik.")

_SAYINGS: Final = (
    Saying(
        mark("ada titik dua yang tidak pada tempatnya"),
        mark("Apit seluruh teks yang memuat titik dua dengan tanda petik, atau periksa indentasinya."),
        ("mapping values are not allowed", "found unexpected ':'"),
    ),
    Saying(
        mark("setelah kunci ini tidak ada titik dua"),
        mark("Tulis `kunci: nilai`, dengan spasi setelah titik dua; teks panjang diawali `>-` pada baris kuncinya."),
        ("could not find expected ':'",),
    ),
    Saying(
        mark("indentasi atau tanda petiknya tidak sejajar dengan isian di atasnya"),
        mark("Sejajarkan kunci dengan kunci di atasnya; tutup tanda petik; teks setelah tanda petik tidak boleh ada."),
        ("did not find expected key", "expected <block end>, but found"),
    ),
    Saying(
        mark("daftar ini tercampur dengan isian lain"),
        mark("Awali setiap butir daftar dengan `- ` pada indentasi yang sama."),
        ("did not find expected '-' indicator",),
    ),
    Saying(
        mark("tanda hubung daftar tidak boleh ada di sini"),
        mark("Pindahkan daftar ke baris baru di bawah kuncinya."),
        ("block sequence entries are not allowed", "sequence entries are not allowed"),
    ),
    Saying(
        mark("karakter ini tidak boleh mengawali nilai"),
        QUOTED,
        ("found character",),
    ),
    Saying(
        mark("kurung ini tidak ditutup, atau ada koma yang kurang"),
        mark("Tutup kurungnya, dan pisahkan butir dengan koma."),
        ("did not find expected ','", "expected ',' or"),
    ),
    Saying(
        mark("tanda petik tidak ditutup sampai akhir berkas"),
        mark("Tutup tanda petiknya."),
        ("found unexpected end of stream",),
    ),
    Saying(
        mark("tanda petik tidak ditutup sebelum baris `---` atau `...`"),
        mark("Tutup tanda petiknya."),
        ("found unexpected document",),
    ),
    Saying(
        mark("tanda `&` atau `*` di awal nilai punya arti khusus"),
        QUOTED,
        (
            "did not find expected alphabetic or numeric character",
            "expected alphabetic or numeric character",
            "found undefined alias",
            "found duplicate anchor",
            "second occurrence",
        ),
    ),
    Saying(
        mark("tanda tanya di awal baris punya arti khusus"),
        mark("Apit teksnya dengan tanda petik."),
        ("mapping keys are not allowed",),
    ),
    Saying(
        mark("garis miring terbalik di dalam petik ganda punya arti khusus"),
        mark("Pakai tanda petik tunggal."),
        (
            "found unknown escape character",
            "did not find expected hexdecimal number",
            "expected escape sequence",
            "found invalid Unicode character escape code",
        ),
    ),
    Saying(
        mark("di belakang tanda `|` atau `>` ada tulisan lain"),
        mark("Mulai teksnya di baris berikutnya, dengan indentasi dua spasi."),
        (
            "did not find expected comment or line break",
            "expected a comment or a line break",
            "expected chomping or indentation indicators",
            "expected indentation indicator",
            "found an indentation indicator equal to 0",
        ),
    ),
    Saying(
        mark("baris ini menjorok dengan Tab"),
        mark("Ganti setiap Tab di awal baris dengan dua spasi."),
        ("found a tab character",),
    ),
    Saying(
        mark("di sini diharapkan sebuah nilai"),
        mark("Isi nilainya, atau apit dengan tanda petik."),
        ("did not find expected node content", "expected the node content"),
    ),
    Saying(
        mark("masih ada isi setelah akhir dokumen"),
        mark("Hapus baris `---` dan `...`; satu berkas memuat satu catatan atau satu daftar."),
        (
            "did not find expected <document start>",
            "did not find expected <stream-start>",
            "expected '<document start>'",
            "but found another document",
        ),
    ),
    Saying(
        mark("tanda seru di awal nilai punya arti khusus"),
        QUOTED,
        (
            "did not find expected '!'",
            "expected '!'",
            "did not find expected tag URI",
            "did not find URI escaped octet",
            "expected URI",
            "did not find the expected '>'",
            "expected '>'",
            "found undefined tag handle",
            "found an incorrect leading UTF-8 octet",
            "found an incorrect trailing UTF-8 octet",
            "too many tags",
            "could not determine a constructor",
        ),
    ),
    Saying(
        mark("baris yang diawali tanda persen punya arti khusus"),
        mark("Hapus baris itu; persen di dalam teks diapit tanda petik."),
        (
            "could not find expected directive name",
            "did not find expected digit or '.' character",
            "did not find expected version number",
            "did not find expected whitespace",
            "expected ' '",
            "expected a digit",
            "found extremely long version number",
            "found incompatible YAML document",
            "found duplicate %",
            "found duplicate YAML directive",
            "duplicate %TAG directive",
            "duplicate tag handle",
            "found unknown directive name",
            "found unexpected non-alphabetical character",
        ),
    ),
    Saying(
        mark("ada karakter yang tidak dapat dibaca"),
        mark("Simpan ulang berkas dengan penyandian (encoding) UTF-8, dan hapus karakter yang rusak."),
        (
            "control characters are not allowed",
            "special characters are not allowed",
            "invalid leading UTF-8 octet",
            "invalid trailing UTF-8 octet",
            "invalid length of a UTF-8 sequence",
            "invalid Unicode character",
            "incomplete UTF-",
            "unexpected low surrogate area",
            "input error",
            "input is too long",
            "unacceptable character",
        ),
    ),
)
UNKNOWN: Final = Saying(
    mark("susunannya tidak dapat dimengerti"),
    mark("Bandingkan dengan contoh: `spbe new` membuat berkas yang benar."),
    (),
)
"""What is said of a message that is in no table, for example of a parser that is newer than we are."""

_TAG: Final = next(saying for saying in _SAYINGS if "found undefined tag handle" in saying.beginnings)
_LIST: Final = next(saying for saying in _SAYINGS if "did not find expected '-' indicator" in saying.beginnings)


def saying_of(message: str, context: str = "") -> Saying:
    """What ``message`` of a parser means; ``context`` are its words about where it was ("while parsing a tag")."""
    if context.startswith(("while scanning a tag", "while parsing a tag")) and "directive" not in context:
        return _TAG
    if message.startswith("expected <block end>") and context.startswith("while parsing a block collection"):
        return _LIST
    found = (saying for saying in _SAYINGS if message.startswith(saying.beginnings))
    return next(found, UNKNOWN)
