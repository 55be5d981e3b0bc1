"""Who handed something in, by the word of the host or of whoever takes it, and what they may touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spbe.editions import INTERNAL, PUBLIC, Audience
from spbe.i18n import gettext as _
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.problems.usage import RefusalError
from spbe.region import Node, Region

_ADMINISTRATORS: Final = frozenset({"id", "dahulu", "akun_git"})
"""Fields that nobody sets from outside: who may hand in what hangs on them."""


@dataclass(frozen=True)
class Sender:
    """The ids of the ``offices`` on whose behalf somebody hands something in; ``None``: whoever runs the program."""

    offices: frozenset[str] | None = None

    @property
    def is_limited(self) -> bool:
        """Whether there is anything that may not be touched."""
        return self.offices is not None

    def may_set(self, field: str) -> bool:
        """Whether ``field`` of a record of its own is its to set."""
        return self.offices is None or field not in _ADMINISTRATORS

    def owns(self, region: Region, node: Node) -> bool:
        """Whether the record at ``node`` belongs to one of its offices."""
        return self.offices is None or region.keeper_id(node) in self.offices

    def bounds(self, claimed: Audience | None) -> Audience | None:
        """For whom a file counts that says it was made for ``claimed``, or says nothing; ``None``: not for its sender.

        What a file says of itself anybody can write, so it never gives more than the sender has.
        """
        if self.offices is None:
            return claimed or INTERNAL
        if claimed is not None and (claimed.opd in self.offices or claimed == PUBLIC):
            return claimed
        return Audience("opd", *self.offices) if len(self.offices) == 1 and _is_whole(claimed) else None


def _is_whole(claimed: Audience | None) -> bool:
    return claimed is None or claimed.is_whole


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
    return Sender(offices)


def sender_of(office: str, region: Region) -> Sender:
    """The office ``office`` as a sender; refuses one that there is not."""
    found = region.office(office)
    if found is None:
        raise RefusalError(_("Tidak ada perangkat daerah dengan ID `{id}`.").format(id=office))
    return Sender(frozenset({found.id}))


def _plain(account: str) -> str:
    return account.strip().removeprefix("@").casefold()
