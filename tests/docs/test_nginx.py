"""The settings for nginx in the guide serve a site as it says: read by the real server, asked as a browser asks."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from guide import PAGES, steps

PROGRAM = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin")
SERVERS = {step.about: step.text for step in steps(PAGES["menerbitkan-di-server-sendiri"].read_text("utf-8"))}
OTHERS = "nginx is not here, so the guide's settings for it were not tried; apt-get install nginx-light"


@contextmanager
def serving(settings: str, site: Path, home: Path) -> Iterator[str]:
    """The address at which nginx serves ``site`` by ``settings``, with nothing exchanged but places of this machine."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    (home / "htpasswd").write_text("budi:{PLAIN}rahasia\n", "utf-8")
    moved = re.sub(r"listen 80;", f"listen 127.0.0.1:{port};", settings)
    moved = re.sub(r"root [^;]+;", f"root {site};", moved).replace("/etc/nginx/spbe.htpasswd", str(home / "htpasswd"))
    temp = "".join(
        f"{name}_temp_path {home}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"daemon off;\npid {home}/pid;\nerror_log {home}/errors;\nevents {{}}\n"
    whole += f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{temp}{moved}\n}}\n"
    if Path("/proc/self").stat().st_uid == 0:  # workers of root give up their rights, and may not read our folders
        whole = f"user root;\n{whole}"
    (home / "nginx.conf").write_text(whole, "utf-8")
    command = [str(PROGRAM), "-p", str(home), "-e", str(home / "errors"), "-c", str(home / "nginx.conf")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as running:
        try:
            until = time.monotonic() + 20
            while running.poll() is None and time.monotonic() < until:
                with socket.socket() as asked:
                    if asked.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.02)
            assert running.poll() is None, running.stderr and running.stderr.read()
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()


def asked(address: str, user: str | None = None) -> tuple[int, str, Mapping[str, str]]:
    request = urllib.request.Request(address)
    if user is not None:
        request.add_header("Authorization", f"Basic {b64encode(user.encode()).decode()}")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode("utf-8"), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8", "replace"), error.headers


@pytest.mark.deep
def test_nginx_serves_a_site_by_the_settings_of_the_guide(
    built: Callable[[str], Path], tmp_path: Path, untried: Callable[[str], None]
) -> None:
    if PROGRAM is None:
        untried(OTHERS)
        return
    with serving(SERVERS["publik"], built("bandar-lampung"), tmp_path) as address:
        home, page, missing = asked(f"{address}/"), asked(f"{address}/indeks"), asked(f"{address}/tidak-ada/")

        assert (home[0], page[0]) == (200, 200)
        assert home[2]["Content-Type"] == "text/html"
        assert home[2]["X-Content-Type-Options"] == "nosniff"
        assert missing[0] == 404
        assert missing[1] == (built("bandar-lampung") / "404.html").read_text("utf-8")
        assert asked(f"{address}/.spbe")[0] == 404


@pytest.mark.deep
def test_nginx_shows_an_internal_edition_to_nobody_without_the_password(
    built: Callable[[str], Path], tmp_path: Path, untried: Callable[[str], None]
) -> None:
    if PROGRAM is None:
        untried(OTHERS)
        return
    with serving(SERVERS["internal"], built("bandar-lampung"), tmp_path) as address:
        let_in = asked(f"{address}/", "budi:rahasia")

        assert let_in[0] == 200
        assert let_in[2]["X-Robots-Tag"] == "noindex, nofollow"
        assert asked(f"{address}/")[0] == asked(f"{address}/", "budi:salah")[0] == 401
        assert "SPBE" not in asked(f"{address}/indeks/")[1].replace("SPBE internal", "")
    local = SERVERS["internal"].replace("allow 127.0.0.1;", "")
    with serving(local, built("bandar-lampung"), tmp_path) as address:
        assert asked(f"{address}/", "budi:rahasia")[0] == 403
