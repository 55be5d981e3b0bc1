"""The few answers of GitHub and GitLab that our comments need, over real HTTP; what was written is remembered."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Answer = Callable[[Mapping[str, str], Any], Any]


@dataclass
class Host:
    """What a host knows. ``lists`` are answers by path, in pages; ``written`` what came in: method, path and text."""

    token: str
    lists: dict[str, Any] = field(default_factory=dict)
    written: list[tuple[str, str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def answer(self, method: str, path: str, query: Mapping[str, str], said: Any) -> Any:
        """What it says to one question; ``None`` for what it does not know."""
        if method != "GET":
            self.written.append((method, path, said.get("body") or json.dumps(said)))
            return {"id": 1, "number": 8, "iid": 8}
        self.asked.append(path)
        found = self.lists.get(path)
        if isinstance(found, list):
            size, number = int(query["per_page"]), int(query["page"])
            asked = {key: value for key, value in query.items() if key not in ("per_page", "page")}
            fitting = [one for one in found if all(one.get("is", asked).get(key) == asked[key] for key in asked)]
            return fitting[(number - 1) * size : number * size]
        return found


@contextmanager
def hosting(host: Host) -> Iterator[Host]:
    """Let ``host`` answer at its ``address``."""

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            parts = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            length = int(self.headers.get("Content-Length") or 0)
            said = json.loads(self.rfile.read(length)) if length else None
            tokens = (self.headers.get("PRIVATE-TOKEN"), self.headers.get("Authorization", "").removeprefix("Bearer "))
            known = host.token in tokens
            found = host.answer(self.command, re.sub("^/api", "", parts.path), query, said) if known else None
            data = found if isinstance(found, bytes) else json.dumps(found).encode()
            self.send_response(200 if found is not None else 404 if known else 401)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = do_PUT = _do  # noqa: N815

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()  # seconds that an end may take
    host.address = f"http://127.0.0.1:{server.server_port}/api"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
