"""``spbe serve`` as somebody at work would run it."""

from __future__ import annotations

import re
import socket
import time
import urllib.error
import urllib.request
from pathlib import Path

from support.program import Running

PATIENCE = 40.0


class Preview:
    """A running ``spbe serve``."""

    def __init__(self, root: Path, mount: str = "") -> None:
        self.root = root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}{mount}"
        self.log = root / "serve.log"
        words = ["serve", "--root", root, "--addr", f"127.0.0.1:{port}"]
        self.process = Running("spbe", words, self.log, self.log)

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
            assert self.process.poll() is None, self.log.read_text()
            page = self.page(path)
            if re.search(pattern, page):
                return page
            time.sleep(0.02)
        raise AssertionError(f"{path} never showed {pattern}\n{(self.root / 'serve.log').read_text()}")

    def stop(self) -> str:
        """End it, which it does without a complaint; all that it said."""
        self.process.terminate()
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, "the preview does not end"
            time.sleep(0.02)
        assert self.process.poll() == 0, self.log.read_text()
        return self.log.read_text()
