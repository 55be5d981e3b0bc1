"""What the parser says, in words that help someone who has never heard of YAML."""

from __future__ import annotations

from typing import Any

import yaml

from spbe.i18n import gettext
from spbe.i18n import mark as _
from spbe.problems import RULES, Problem

# The parser's words, or their beginning: what they usually mean, and what to do.
_EXPLAINED = (
    (
        "mapping values are not allowed",
        _("ada titik dua yang tidak pada tempatnya"),
        _("Apit seluruh teks yang memuat titik dua dengan tanda petik, atau periksa jorokannya."),
    ),
    (
        "could not find expected ':'",
        _("setelah kunci ini tidak ada titik dua"),
        _("Tulis `kunci: nilai`, dengan spasi setelah titik dua; teks panjang diawali `>-` pada baris kuncinya."),
    ),
    (
        "did not find expected key",
        _("jorokan atau tanda petiknya tidak sejajar dengan isian di atasnya"),
        _("Sejajarkan kunci dengan kunci di atasnya; tutup tanda petik; teks setelah tanda petik tidak boleh ada."),
    ),
    (
        "did not find expected '-' indicator",
        _("daftar ini tercampur dengan isian lain"),
        _("Awali setiap butir daftar dengan `- ` pada jorokan yang sama."),
    ),
    (
        "found character that cannot start any token",
        _("karakter ini tidak boleh mengawali nilai"),
        _("Apit nilainya dengan tanda petik."),
    ),
    (
        "did not find expected ',' or",
        _("kurung ini tidak ditutup, atau ada koma yang kurang"),
        _("Tutup kurungnya, dan pisahkan butir dengan koma."),
    ),
    (
        "found unexpected end of stream",
        _("tanda petik tidak ditutup sampai akhir berkas"),
        _("Tutup tanda petiknya."),
    ),
    (
        "did not find expected alphabetic or numeric character",
        _("tanda `&` atau `*` di awal nilai punya arti khusus"),
        _("Apit nilainya dengan tanda petik."),
    ),
    (
        "block sequence entries are not allowed",
        _("tanda hubung daftar tidak boleh ada di sini"),
        _("Pindahkan daftar ke baris baru di bawah kuncinya."),
    ),
    (
        "found unknown escape character",
        _("garis miring terbalik di dalam petik ganda punya arti khusus"),
        _("Pakai tanda petik tunggal."),
    ),
)


def syntax_problem(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """The problem that ``error`` means, at the place where a person would look for it."""
    said = str(getattr(error, "problem", "") or "")
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if said.startswith(("found unexpected end of stream", "did not find expected ','")):
        # The end of the file helps nobody; where the quote or bracket was opened does.
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    last = text.count("\n") + 1
    for beginning, reason, advice in _EXPLAINED:
        if said.startswith(beginning):
            return RULES["yaml-tulisan"].at(file, min(line, last), column, sebab=gettext(reason), saran=gettext(advice))
    advice = gettext("Bandingkan dengan contoh: `spbe new` membuat berkas yang benar.")
    return RULES["yaml-tulisan"].at(file, min(line, last), column, sebab=said or gettext("tidak lengkap"), saran=advice)


def undefined_alias(file: str, mark: Any) -> Problem:
    """The problem of an alias (``*word`` at the beginning of a value) that repeats nothing.

    libyaml itself finds it only when it composes nodes.
    """
    cause = gettext("tanda bintang di sini dibaca sebagai rujukan")
    advice = gettext("Apit teks yang diawali `*` dengan tanda petik.")
    return RULES["yaml-tulisan"].at(file, mark.line + 1, mark.column + 1, sebab=cause, saran=advice)
