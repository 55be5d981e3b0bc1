"""What stands in a cell for web addresses: those that anybody may follow, those of one's own network, other words."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from spbe.exchange.inventories.cell_cleaning import says_nothing
from spbe.model.web import fault_of, has_password
from spbe.standards.list_spellings import list_spellings

_SOURCE: Final = re.compile(r"\s*\|\s*sumber\s*:\s*", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*[\n|]\s*|\s*[,;]\s+(?=\S)|\s+(?:dan|atau|/|&)\s+|\s+(?=https?:)|(?<=\S)(?=https?://)")
_SCHEME: Final = re.compile(r"(?i)^h?t{1,3}ps?\s*(?:[:;.,]{1,2}\s*[/\\]{1,3}|[:;]|/{1,3})\s*(?=[a-z0-9])")
_RIGHT_SCHEME: Final = re.compile(r"(?i)^https?://(?=[^/\s])")
_HOST: Final = re.compile(r"(?i)^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$")
_NUMBERS: Final = re.compile(r"(?i)(?<![\w.])(?:[0-9x]{1,3}\.){3}[0-9x]{1,3}(?![\w.]*[0-9])")


@dataclass(frozen=True)
class ReadAddresses:
    """What a cell holds.

    ``public`` addresses as they can be written; ``internal`` ones as they stand in the list, but for what follows ``?``
    or ``#``, where sessions are named; what is no address (``other``); what cannot be read as the one that it must be
    (``unclear``). ``repaired``: something was put right without which it would have been none.
    """

    public: tuple[str, ...] = ()
    internal: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    repaired: bool = False


def read_addresses(text: str) -> ReadAddresses:
    """Take clean ``text`` apart. What it was made from (``… | Sumber: …``) counts where nothing else does."""
    given, *sources = _SOURCE.split(text)
    found = _read(given)
    if sources and not (found.public or found.internal):
        origin = _read(sources[0].strip(' "'))
        words = tuple(one for one in (*found.other, *origin.other) if not says_nothing(one))
        unclear = found.unclear or origin.unclear
        return ReadAddresses(origin.public, origin.internal, tuple(dict.fromkeys(words)), unclear, origin.repaired)
    return found


@lru_cache(maxsize=16_384)
def host_of(address: str) -> str | None:
    """The host of ``address`` without ``www.``, in small letters."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def as_host(text: str) -> str | None:
    """``text`` as the name of a host, where it can be nothing else."""
    plain = text.strip().strip("/").casefold()
    ends = list_spellings().host_ends
    return plain if _HOST.match(plain) and any(plain.endswith(f".{end}") for end in ends) else None


def _read(text: str) -> ReadAddresses:
    public: list[str] = []
    internal: list[str] = []
    other: list[str] = []
    unclear: list[str] = []
    repaired = False
    for part in (one.strip(" \"'<>") for one in _BETWEEN.split(text)):
        if not part or says_nothing(part):
            continue
        address, mended = _address(part)
        if address is not None:
            host = host_of(address) or ""
            if host in list_spellings().stand_ins:
                continue
            if host in list_spellings().no_application:
                other.append(part)
            elif _is_internal(address, host):
                internal.append(re.split(r"[?#]", part, maxsplit=1)[0])
            else:
                public.append(address)
                repaired |= mended
        elif _names_own_network(part):
            internal.append(part)
        elif _SCHEME.match(part) or has_password(part):
            unclear.append(part)
        else:
            other.append(part)
    return ReadAddresses(_once(public), _once(internal), _once(other), _once(unclear), repaired)


def _once(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _address(part: str) -> tuple[str | None, bool]:
    """``part`` as an address, and whether it had to be repaired; ``None`` where that is not certain."""
    scheme = _RIGHT_SCHEME.match(part)
    rest = part[scheme.end() :] if scheme else part
    if scheme is None:
        typed = _SCHEME.match(part)
        if typed:
            rest = part[typed.end() :].lstrip("/\\ ")
            scheme_text = "https://" if "s" in typed[0].casefold() else "http://"
        else:
            scheme_text = "https://"
    else:
        scheme_text = part[: scheme.end()].lower()
    host = re.split(r"[/?#:]", rest, maxsplit=1)[0]
    if re.search(r"\s", rest):
        return None, False
    if scheme is not None:
        address = scheme_text + rest
        fault = fault_of(address)
        certain = fault is None or fault == "alamat-privat" or _NUMBERS.match(host) is not None
        return (address, False) if certain and (fault or "." in host) else (None, False)
    return (scheme_text + rest, True) if as_host(host) is not None else (None, False)


def _is_internal(address: str, host: str) -> bool:
    """Whether it leads to a machine by its number, or into somebody's own network."""
    if _NUMBERS.fullmatch(host) or fault_of(address) == "alamat-privat":
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _names_own_network(part: str) -> bool:
    words = set(re.findall(r"[^\W_]+", part.casefold()))
    single = {one for one in list_spellings().own_network if " " not in one}
    return (
        _NUMBERS.search(part) is not None
        or not words.isdisjoint(single)
        or part.casefold() in list_spellings().own_network
    )
