"""Bytes to text: everything that can be refused before the YAML parser sees the file."""

from __future__ import annotations

import codecs
import re

from spbe.i18n import gettext
from spbe.problems import RULES, Problem
from spbe.yamlio.limits import FILE_BYTES

_BEGINNING = 8_000
"""Bytes in which a file that is no text has one of nought, as git has it."""
_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE)
_TAB = re.compile(r"^ *\t", re.MULTILINE)
# What YAML 1.1 calls non-printable, which libyaml refuses without a position; and the marks that it takes for ends of
# lines or of the file (NEL, LS, PS, BOM) but no editor does, so that every position after them would be wrong.
# The controls of direction make a text look like another one.
_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]",
)
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\uffa0\ufff9-\ufffb]"
)
_JOINER = "(?<![\U00010000-\U0010ffff\u2600-\u27bf\ufe0f])\u200d"  # between pictures it makes one of them
_ODD = re.compile(f"{_UNSEEN.pattern}|{_JOINER}|[\ue000-\uf8ff\ufffc\ufffd\U000e0000-\U000e0fff\U000f0000-\U0010ffff]")


def decode(file: str, raw: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of ``raw``, or what makes it unusable; a byte order mark and CRLF are accepted."""
    if len(raw) > FILE_BYTES:
        return "", (too_large(file, len(raw)),)
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        return "", (RULES["yaml-utf8"].at(file, *_place(before, len(before))),)
    if text.count("\0") > len(text) // 3:  # UTF-16 without its mark
        return "", (RULES["yaml-utf8"].at(file, 1, 1),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return "", (RULES["yaml-kosong"].at(file, 1, 1),)
    return text, _refusals(file, text)


def plain_text(raw: bytes) -> str:
    """The text of ``raw`` as far as it is one, in the lines that positions count; empty for what is no text."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = raw.decode("utf-16", "replace")
    elif b"\0" in raw[:_BEGINNING]:
        return ""
    else:
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def odd_characters(file: str, text: str, rule: str = "yaml-karakter-asing") -> tuple[Problem, ...]:
    """Warnings by ``rule`` about characters that mean nothing on other computers, or that nobody sees."""
    if text.isascii():
        return ()
    found: list[Problem] = []
    for match in _ODD.finditer(text):
        code = f"{ord(match[0]):04X}"
        if match[0] == "\ufffd":
            what, way = gettext("tanda huruf yang rusak"), gettext("Ketik ulang huruf yang seharusnya.")
        elif _UNSEEN.match(match[0]) or code == "200D" or code.startswith("E0"):
            what, way = (
                gettext("karakter yang tidak terlihat"),
                gettext("Hapus karakter itu, atau ketik ulang katanya."),
            )
        else:
            what = gettext("lambang yang hanya ada pada huruf program tertentu, seperti bulatan daftar dari Word")
            way = gettext("Ganti dengan tanda biasa, misalnya tanda hubung di awal butir.")
        found.append(RULES[rule].at(file, *_place(text, match.start()), apa=what, kode=code, saran=way))
    return tuple(found)


def page_characters(file: str, text: str) -> tuple[Problem, ...]:
    """What is wrong with the characters of a hand-written page: rules ``halaman-karakter`` and its lesser sister."""
    rule = RULES["halaman-karakter"]
    refused = [rule.at(file, *_place(text, one.start()), kode=f"{ord(one[0]):04X}") for one in _CONTROL.finditer(text)]
    return (*refused, *odd_characters(file, text, "halaman-karakter-asing"))


def too_large(file: str, size: int) -> Problem:
    """The problem of a file of ``size`` bytes, which nobody needs to read to know."""
    return RULES["berkas-terlalu-besar"].at(file, ukuran=size // 1000, batas=FILE_BYTES // 1000)


def _refusals(file: str, text: str) -> tuple[Problem, ...]:
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (match := _CONFLICT.search(text)):
        # Whatever else is wrong in the file comes from the conflict.
        return (RULES["yaml-konflik"].at(file, *_place(text, match.start()), tanda=match[0][:7]),)
    found: list[Problem] = []
    for match in _CONTROL.finditer(text):
        code = f"{ord(match[0]):04X}"
        found.append(RULES["yaml-karakter"].at(file, *_place(text, match.start()), kode=code))
    if "\t" in text:
        found += [RULES["yaml-tab"].at(file, *_place(text, match.end() - 1)) for match in _TAB.finditer(text)]
    return tuple(found)


def _place(text: str, offset: int) -> tuple[int, int]:
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1
