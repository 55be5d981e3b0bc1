"""What the operating system says when a file or an address cannot be used, in the user's language."""

from __future__ import annotations

import errno
from typing import Final

from spbe.i18n import gettext, mark

_SAID: Final[dict[str, str]] = {
    "EACCES": mark("izinnya tidak diberikan"),
    "EPERM": mark("tindakan ini tidak diizinkan"),
    "EROFS": mark("disknya hanya dapat dibaca"),
    "ENOSPC": mark("disk penuh"),
    "EDQUOT": mark("jatah tempat penyimpanan habis"),
    "EFBIG": mark("berkasnya terlalu besar"),
    "EMFILE": mark("terlalu banyak berkas terbuka sekaligus"),
    "ENFILE": mark("terlalu banyak berkas terbuka sekaligus di komputer ini"),
    "ENOMEM": mark("memori tidak cukup"),
    "ENOENT": mark("berkas atau foldernya tidak ada"),
    "ENOTDIR": mark("ada berkas di tempat yang seharusnya folder"),
    "EISDIR": mark("ini folder, bukan berkas"),
    "EEXIST": mark("nama itu sudah ada"),
    "ENOTEMPTY": mark("foldernya tidak kosong"),
    "ENAMETOOLONG": mark("namanya terlalu panjang"),
    "ELOOP": mark("tautannya berputar"),
    "EMLINK": mark("terlalu banyak tautan"),
    "EXDEV": mark("letaknya di disk lain"),
    "EINVAL": mark("ini bukan berkas biasa"),
    "EILSEQ": mark("namanya tidak dapat ditulis di sini"),
    "EIO": mark("disknya rusak atau terputus"),
    "ENXIO": mark("perangkatnya tidak ada"),
    "ENODEV": mark("perangkatnya tidak ada"),
    "ESTALE": mark("folder jaringannya terputus"),
    "EBUSY": mark("sedang dipakai program lain"),
    "ETXTBSY": mark("sedang dipakai program lain"),
    "EAGAIN": mark("sedang sibuk; coba lagi"),
    "EINTR": mark("terhenti di tengah jalan; coba lagi"),
    "EDEADLK": mark("sedang dikunci program lain"),
    "ENOLCK": mark("tidak dapat dikunci"),
    "ENOSYS": mark("sistem ini tidak dapat melakukannya"),
    "EOPNOTSUPP": mark("sistem ini tidak dapat melakukannya"),
    "ENOTSUP": mark("sistem ini tidak dapat melakukannya"),
    "ENOEXEC": mark("programnya tidak dapat dijalankan di sini"),
    "EOVERFLOW": mark("nilainya terlalu besar"),
    "EADDRINUSE": mark("alamat itu sudah dipakai program lain"),
    "EADDRNOTAVAIL": mark("alamat itu tidak ada di komputer ini"),
    "EAFNOSUPPORT": mark("jenis alamat itu tidak dikenal"),
    "ECONNREFUSED": mark("sambungan ditolak"),
    "ECONNRESET": mark("sambungan terputus"),
    "ECONNABORTED": mark("sambungan terputus"),
    "EPIPE": mark("sambungan terputus"),
    "ENETUNREACH": mark("jaringan tidak terjangkau"),
    "ENETDOWN": mark("jaringan mati"),
    "EHOSTUNREACH": mark("komputer tujuan tidak terjangkau"),
    "ETIMEDOUT": mark("tidak ada jawaban"),
}
_BY_NUMBER: Final = {number: _SAID[name] for number, name in errno.errorcode.items() if name in _SAID}

SURROUNDINGS: Final = frozenset(_BY_NUMBER) - {errno.EEXIST, errno.EINVAL, errno.ENOENT, errno.ENOTDIR, errno.EISDIR}
"""What comes from the computer rather than from us; the others may as well be a slip of ours."""


def said(error: OSError) -> str:
    """Why ``error`` happened, without a full stop; of what we have no words for, the number."""
    words = _BY_NUMBER.get(error.errno or 0)
    if words is not None:
        return gettext(words)
    if error.errno is not None:
        return gettext("kesalahan sistem nomor {nomor}").format(nomor=error.errno)
    return " ".join(str(error).split()) or gettext("sebabnya tidak diketahui")
