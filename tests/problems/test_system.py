"""What the system says is said in the user's language, every usual error of it."""

from __future__ import annotations

import errno
import os

import pytest

from spbe.i18n import speaking
from spbe.problems.system import SURROUNDINGS, said

_FILES = (
    "EACCES EPERM EROFS ENOSPC EDQUOT EFBIG EMFILE ENFILE ENOMEM ENOENT ENOTDIR EISDIR EEXIST ENOTEMPTY ENAMETOOLONG",
    "ELOOP EMLINK EXDEV EINVAL EILSEQ EIO ENXIO ENODEV ESTALE EBUSY ETXTBSY EAGAIN EINTR ENOSYS EOPNOTSUPP",
)
_NETWORK = "EADDRINUSE EADDRNOTAVAIL ECONNREFUSED ECONNRESET EPIPE ENETUNREACH EHOSTUNREACH ETIMEDOUT"
USUAL = [name for names in (*_FILES, _NETWORK) for name in names.split()]


@pytest.mark.parametrize("name", USUAL)
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_usual_error_is_told_by_its_number_or_in_the_words_of_the_system(name: str, language: str) -> None:
    number = getattr(errno, name)
    with speaking(language):
        words = said(OSError(number, os.strerror(number)))
    assert words != os.strerror(number)
    assert str(number) not in words
    assert not words.endswith(".")


def test_both_languages_have_words_of_their_own() -> None:
    error = OSError(errno.ENOSPC, "x")
    with speaking("id"):
        assert said(error) == "disk penuh"
    with speaking("en"):
        assert said(error) == "the disk is full"


def test_what_we_have_no_words_for_has_a_number() -> None:
    assert said(OSError(9999, "Gizmo fault")) == "kesalahan sistem nomor 9999"


def test_what_has_no_number_is_told_as_it_is() -> None:
    assert said(OSError("berkas\naneh")) == "berkas aneh"
    assert said(OSError()) == "sebabnya tidak diketahui"


@pytest.mark.parametrize(
    "name", ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EMFILE", "ENFILE", "EIO", "ENAMETOOLONG"]
)
def test_the_surroundings_are_no_fault_of_ours(name: str) -> None:
    assert getattr(errno, name) in SURROUNDINGS
