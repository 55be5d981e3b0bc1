"""Processes that are killed while they hold a folder."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

HOLDER = """
import sys, time
from pathlib import Path
from {module} import {name}
lease = {name}({argument})
lease.folder.mkdir(exist_ok=True)
(lease.folder / "isi").write_text("x")
print(lease.folder, flush=True)
time.sleep(600)
"""


def killed(code: str, *words: str) -> Path:
    """The folder of a process that was killed while it held it."""
    with subprocess.Popen([sys.executable, "-c", code, *words], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        folder = Path(holder.stdout.readline().strip())
        holder.send_signal(signal.SIGKILL)
    return folder
