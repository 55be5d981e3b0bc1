"""``spbe serve`` as somebody at work would run it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PATIENCE = 40.0


class Preview:
    """A running ``spbe serve``."""

    def __init__(self, root: Path, mount: str = "/bandar-lampung") -> None:
        self.root = root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}{mount}"
        command = [sys.executable, "-m", "spbe", "serve", "--root", str(root), "--addr", f"127.0.0.1:{port}"]
        self.log = (root / "serve.log").open("w")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return answer.read().decode()
        except (OSError, urllib.error.URLError):
            return ""

    def wait_for(self, path: str, pattern: str) -> str:
        """The page at ``path`` once it matches ``pattern``."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, (self.root / "serve.log").read_text()
            page = self.page(path)
            if re.search(pattern, page):
                return page
            time.sleep(0.3)
        raise AssertionError(f"{path} never showed {pattern}\n{(self.root / 'serve.log').read_text()}")

    def stop(self) -> str:
        self.process.terminate()
        self.process.wait(10)
        self.log.close()
        return (self.root / "serve.log").read_text()
