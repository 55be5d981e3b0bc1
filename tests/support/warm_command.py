"""``spbe`` as a command that scripts find on their way, without the seconds of a start: see ``support.program``."""

from __future__ import annotations

import json
import socketserver
import sys
import tempfile
import threading
from functools import cache
from pathlib import Path

from support import program

_CLIENT = """#!{python} -IS
import json, os, socket, sys
asked = socket.socket(socket.AF_UNIX)
asked.connect({address!r})
with asked.makefile("rw", encoding="utf-8") as stream:
    stream.write(json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]) + "\\n")
    stream.flush()
    code, out, err = json.loads(stream.readline())
sys.stdout.reconfigure(encoding="utf-8")
sys.stderr.reconfigure(encoding="utf-8")
sys.stdout.write(out)
sys.stderr.write(err)
sys.exit(code)
"""


class _Asked(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        words, cwd, env = json.loads(self.rfile.readline())
        done = program.spbe(*words, cwd=Path(cwd), env=env)
        self.wfile.write(json.dumps([done.returncode, done.stdout, done.stderr]).encode() + b"\n")


@cache
def _begun() -> tuple[tempfile.TemporaryDirectory[str], socketserver.BaseServer]:
    home = tempfile.TemporaryDirectory(prefix="spbe-")
    address = f"{home.name}/socket"
    command = Path(home.name, "bin/spbe")
    command.parent.mkdir()
    command.write_text(_CLIENT.format(python=sys.executable, address=address), "utf-8")
    command.chmod(0o755)
    server = socketserver.ThreadingUnixStreamServer(address, _Asked)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()  # seconds that an end may take
    return home, server


def folder() -> Path:
    """Where the command lies, for the front of ``PATH``."""
    return Path(_begun()[0].name, "bin")


def stop() -> None:
    """Take it away again, if it was ever there."""
    if _begun.cache_info().currsize:
        home, server = _begun()
        server.shutdown()
        server.server_close()
        home.cleanup()
        _begun.cache_clear()
