"""Who handed something in, by the word of the host, and what that account may touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spbe.i18n import gettext as _
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.problems.usage import RefusalError
from spbe.region import Node, Region

_ADMINISTRATORS: Final = frozenset({"id", "dahulu", "akun_git"})
"""Fields that nobody sets from outside: who may hand in what hangs on them."""


@dataclass(frozen=True)
class Sender:
    """An ``account`` and the ids of the ``offices`` that name it; without one whoever runs the program, who may all."""

    account: str | None = None
    offices: frozenset[str] = frozenset()

    def may_set(self, field: str) -> bool:
        """Whether ``field`` of a record of its own is its to set."""
        return self.account is None or field not in _ADMINISTRATORS

    def owns(self, region: Region, node: Node) -> bool:
        """Whether the record at ``node`` belongs to one of its offices."""
        return self.account is None or region.keeper_id(node) in self.offices


def sender_called(account: str | None, region: Region) -> Sender:
    """The sender with this account of the host; refuses one that no office names."""
    if account is None:
        return Sender()
    wanted = _plain(account)
    offices = frozenset(
        node.id
        for node, record in region.nodes()
        if isinstance(record, PerangkatDaerah) and wanted in map(_plain, record.akun_git)
    )
    if not wanted or not offices:
        words = _("Akun @{akun} tidak tercatat sebagai `akun_git` OPD mana pun, jadi tidak dapat mengubah apa pun.")
        raise RefusalError(words.format(akun=wanted))
    return Sender(wanted, offices)


def _plain(account: str) -> str:
    return account.strip().removeprefix("@").casefold()
