"""What a web address gives away, or why nobody can follow it: known from its text alone, nothing is asked for."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import Final, Literal
from urllib.parse import parse_qsl, unquote, urlsplit

Fault = Literal["alamat-sandi", "alamat-privat", "alamat-mustahil"]
"""The rule that an address breaks: it holds a password, leads into somebody's own network, or nowhere at all."""

_ADDRESS: Final = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s<>\"'`]+", re.IGNORECASE)
_SPLIT: Final = re.compile(r"[/?#\\]")
_UNESCAPED: Final = re.compile(r"[^/?#\\@]*:(?![0-9]+(?:[/?#\\]|$))[^@]*@")
"""A password that holds ``/``, ``?`` or ``#`` as it is: what follows the colon is no port."""
_NUMBERS: Final = re.compile(r"(?<![\w.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![\w.]*[0-9])")
_LABEL: Final = re.compile(r"[\w](?:[\w-]{0,61}[\w])?")
_OWN: Final = frozenset({"localhost", "local", "lan", "internal", "intranet", "intra", "home", "corp", "localdomain"})
_SECRETS: Final = frozenset(
    [
        "password",
        "passwd",
        "passwort",
        "pwd",
        "pass",
        "sandi",
        "kata_sandi",
        "katasandi",
        "passphrase",
        "token",
        "access_token",
        "auth_token",
        "private_token",
        "refresh_token",
        "api_key",
        "apikey",
        "api-key",
        "client_secret",
        "secret",
    ]
)
_WEB: Final = frozenset({"http", "https"})


def addresses_in(text: str) -> Iterator[str]:
    """The whole addresses (``https://…``) that stand in ``text``."""
    for match in _ADDRESS.finditer(text):
        yield match[0].rstrip(".,;:!?)]}>")


def has_password(address: str) -> bool:
    """Whether ``address`` holds the name, password or key of an account, in front of its host or behind it."""
    rest = address.partition("://")[2]
    if "@" in unquote(_SPLIT.split(rest, maxsplit=1)[0]) or _UNESCAPED.match(rest):
        return True
    path, _mark, fragment = address.partition("#")
    given = parse_qsl(path.partition("?")[2]) + parse_qsl(fragment)
    return any(name.casefold() in _SECRETS and value for name, value in given)


def fault_of(address: str) -> Fault | None:
    """What is wrong with the web address ``address``, if anything; the gravest only."""
    if has_password(address):
        return "alamat-sandi"
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return "alamat-mustahil"
    if parts.scheme.lower() not in _WEB:
        return None
    if not host or host in _WEB or port == 0:
        return "alamat-mustahil"
    return _fault_of_host(host)


def private_numbers(text: str) -> Iterator[str]:
    """The numbers of machines in somebody's own network (``192.168.1.5``) that stand in ``text``."""
    for match in _NUMBERS.finditer(text):
        try:
            if not ipaddress.ip_address(match[0]).is_global:
                yield match[0]
        except ValueError:
            continue


def _fault_of_host(host: str) -> Fault | None:
    try:
        return None if ipaddress.ip_address(host.partition("%")[0]).is_global else "alamat-privat"
    except ValueError:
        pass
    labels = host.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels) or (len(labels) > 1 and labels[-1].isdigit()):
        return "alamat-mustahil"
    if len(labels) == 1:
        return "alamat-privat"
    return "alamat-privat" if labels[-1] in _OWN or host.endswith(".home.arpa") else None
