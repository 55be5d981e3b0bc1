"""Keys, passwords and addresses with passwords in one line of text.

Told by their own shape (``ghp_…``), or by a word before them and a shape that no word has. A placeholder
(``${DB_PASSWORD}``, ``<kata sandi>``, ``***``) is none.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final

from spbe.model.web import addresses_in, has_password

Span = tuple[int, int]

_KEY: Final = re.compile(
    r"(?<![0-9A-Za-z_])(?:"
    r"(?:AKIA|ASIA)[0-9A-Z]{16}"
    r"|gh[opsur]_[0-9A-Za-z]{36,}|github_pat_[0-9A-Za-z_]{22,}"
    r"|gl(?:pat|dt|rt)-[0-9A-Za-z_-]{20,}"
    r"|AIza[0-9A-Za-z_-]{30,}|ya29\.[0-9A-Za-z_-]{20,}"
    r"|xox[abeprs]-[0-9A-Za-z-]{10,}|[rs]k_(?:live|test)_[0-9A-Za-z]{16,}"
    r"|sk-(?:ant-|proj-)?[0-9A-Za-z_-]{32,}|hf_[0-9A-Za-z]{30,}|npm_[0-9A-Za-z]{36}|pypi-[0-9A-Za-z_-]{40,}"
    r"|SG\.[0-9A-Za-z_-]{16,}\.[0-9A-Za-z_-]{16,}|dop_v1_[0-9a-f]{40,}|AGE-SECRET-KEY-1[0-9A-Z]{40,}"
    r"|eyJ[0-9A-Za-z_-]{8,}\.eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]{8,}"
    r"|[0-9]{6,10}:AA[0-9A-Za-z_-]{30,}"
    r")"
)
_KEY_WORD: Final = re.compile(
    r"(?<![a-z])(?:(?:api|access|secret|client|private|auth|encryption|app|account|license)[ _-]?(?:access[ _-]?)?key"
    r"|(?:client|app|api|shared)?[ _-]?secret|token|bearer|kunci[ _-](?:api|akses|rahasia|aplikasi|privat|lisensi))"
    r"(?![a-z])",
    re.IGNORECASE,
)
_KEY_VALUE: Final = re.compile(r"[0-9A-Za-z_./+=~-]{16,}")
_KEY_REACH: Final = 4
"""Words after one that announces a key, among which the key may be."""

_PASSWORD_WORD: Final = re.compile(
    r"(?<![a-z])(?:kata[ _-]?sandi|sandi|pass(?:word|wd|phrase|code|w)?|pwd)(?![a-z])", re.IGNORECASE
)
_BETWEEN: Final = re.compile(
    r"(?:[_-]\w{1,30})?(?P<words>(?: {1,3}[^\s:=|\"'`]{1,30}){0,3}?)[\"'*`)\]]{0,4}"
    r"(?P<sep> {0,4}[:=|] {0,4})(?P<open>[\"'*`]{0,4})"
)
_VALUE: Final = re.compile(r"[^\s|;\"'`<>]{4,200}")
_PASSWORD_REACH: Final = 3
_COMMAND: Final = re.compile(
    r"\bmysql\w*\s(?:[^|;]*\s)?-p(?!ort\b|assword\b)(?P<mysql>[^\s\"']{4,})"
    r"|\bsshpass\s+-p\s*(?P<ssh>\S{4,})"
    r"|\bcurl\s[^|;]*?(?:-u|--user)\s*[\"']?[\w.@-]+:(?P<curl>[^\s\"']{4,})"
    r"|\s--password\s+(?P<long>\S{4,})"
)
_PLAIN_ACCOUNT: Final = re.compile(r"[^/]*//[^:/@]*:(?:[$%<{\[(*]|x{3}|\.{3})[^@]*@")
"""An address in which a placeholder stands where the password would be."""
_THIN: Final = re.compile(r"\bjdbc:\w+:\w+:[\w.$-]+/[^\s@]+@[^\s\"'<>]+", re.IGNORECASE)
_PLACEHOLDER: Final = re.compile(
    r"[$%<{\[(].*|.*(?:\$\{|\{\{|<).*|(?P<same>[*x.•·_?#-])(?P=same)+"
    r"|(?:your|my|ganti|ubah|isi|change|replace|redacted|disamarkan|hidden|example|env\.|process\.env|os\.environ).*",
    re.IGNORECASE,
)
_TECHNIQUE: Final = re.compile(
    r"(?:sha|md|aes|rsa|des|3des|pbkdf|argon|bcrypt|scrypt|hmac|ed25519|[th]?otp|[12]fa|mfa|sso|oauth|oidc|saml|ldap"
    r"|tls|ssl|base64|e2ee|utf|iso|sni|nist|https?:|ftp:|[a-z][a-z0-9+.-]*://)[\w./:-]*",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\s|\"'`;]+(?<![:=])")
_FAR: Final = 200
_MARKS: Final = frozenset("!@#$%^&*?~+")
_TRIMMED: Final = "\"'`()[]{}<>,;:."


def addresses(line: str) -> Iterator[Span]:
    """Addresses with the name, password or key of an account in them."""
    at = 0
    for address in addresses_in(line):
        at = line.index(address, at)
        if has_password(html.unescape(address)) and not _PLAIN_ACCOUNT.match(address):
            yield at, at + len(address)
        at += len(address)
    for match in _THIN.finditer(line):
        yield match.span()


def keys(line: str) -> Iterator[Span]:
    """Keys and tokens of interfaces."""
    for match in _KEY.finditer(line):
        yield match.span()
    for word in _KEY_WORD.finditer(line):
        for value in _next_words(line, word.end(), _KEY_REACH):
            found = _KEY_VALUE.fullmatch(line, *value)
            if found and _is_random(found[0]) and not _is_placeholder(found[0]):
                yield value
                break


def passwords(line: str) -> Iterator[Span]:
    """Passwords after a word for one, and in commands that are given one."""
    for match in _COMMAND.finditer(line):
        if match.lastgroup:
            start, end = _trimmed(line, *match.span(match.lastgroup))
            if not _is_placeholder(line[start:end]):
                yield start, end
    for word in _PASSWORD_WORD.finditer(line):
        yield from _password_after(line, word)


def _password_after(line: str, word: re.Match[str]) -> Iterator[Span]:
    between = _BETWEEN.match(line, word.end())
    value = _VALUE.match(line, between.end()) if between else None
    if between and value:
        start, end = _trimmed(line, *value.span())
        text, tight = line[start:end], between["sep"] == "=" and not between["words"]
        quoted = between["open"][:1] in ("'", '"') and not between["words"] and line[end : end + 1] in ("'", '"')
        if _may_be_password(text) and (tight or quoted or _has_mixture(text)):
            yield start, end
            return
    if between and between["sep"].strip() in ("=", ":") and not between["words"]:
        return
    for place, (start, end) in enumerate(_next_words(line, word.end(), _PASSWORD_REACH)):
        text = line[start:end]
        plain = place == 0 and word[0].lower() != "sandi" and re.fullmatch(r"[A-Za-z]{3,}[0-9]{2,}[A-Za-z0-9]*", text)
        if _may_be_password(text) and (plain or _stands_out(text)):
            yield start, end
            return


def _next_words(line: str, start: int, most: int) -> Iterator[Span]:
    """The ``most`` next words, without the marks around them, no farther than a line of a page goes."""
    for match in islice(_WORD.finditer(line, start, start + _FAR), most):
        opened = match.start() + len(match[0]) - len(match[0].lstrip(":=([{,<"))
        yield _trimmed(line, opened, match.end())


def _trimmed(line: str, start: int, end: int) -> Span:
    """The span without marks that stand around a value, and without the name before ``=``."""
    while start < end and line[start] in _TRIMMED[:3]:
        start += 1
    while end > start and line[end - 1] in _TRIMMED:
        end -= 1
    return start, end


def _may_be_password(text: str) -> bool:
    return len(text) >= 4 and not _is_placeholder(text) and not _TECHNIQUE.fullmatch(text)


def _is_placeholder(text: str) -> bool:
    return not text or bool(_PLACEHOLDER.fullmatch(text))


def _has_mixture(text: str) -> bool:
    """Whether letters stand among digits or marks that no word has."""
    letter = any(char.isalpha() for char in text)
    return len(text) >= 6 and letter and any(char.isdigit() or char in _MARKS for char in text)


def _stands_out(text: str) -> bool:
    """Whether ``text`` is no word even in the middle of a sentence: letters around digits or marks, in both cases."""
    lower, upper = any(char.islower() for char in text), any(char.isupper() for char in text)
    digit = any(char.isdigit() for char in text)
    inside = re.search(r"[0-9][A-Za-z]", text)
    mark = any(char in _MARKS for char in text.rstrip("?!"))
    return len(text) >= 8 and lower and digit and bool((upper and inside) or mark)


def _is_random(text: str) -> bool:
    """Whether capitals, small letters and digits change as often as they do by chance."""
    if not any(char.isdigit() for char in text) or not any(char.isalpha() for char in text):
        return False
    kinds = ["0" if char.isdigit() else "A" if char.isupper() else "a" for char in text if char.isalnum()]
    return sum(one != other for one, other in pairwise(kinds)) >= len(text) / 4
