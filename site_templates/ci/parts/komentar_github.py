"""Write the comment on a pull request, or bring the one that stands there up to date. Standard library only.

Nothing is taken from the pull request but a text: which one it is and whether the repository is private, the host says.
"""

import json
import os
import sys
import urllib.parse
import urllib.request
from pathlib import Path

MARK = "<!-- spbe: akibat perubahan -->"
SETTLED = "Usulan ini sekarang tidak mengubah data yang berarti."
FOREIGN = (
    "> **Usulan ini juga mengubah berkas di luar data** (alur kerja, program, atau templat). "
    "Komentar ini dibuat oleh program dari usulan itu sendiri, jadi jangan dipercaya sebelum berkas itu diperiksa."
)
DATA = ("content/", "indicators/", "architecture/", "skema/")
BOT = "github-actions[bot]"
MOST_BYTES = 60_000
MOST_FILES = 3_000  # the host lists no more

event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
run, repository = event["workflow_run"], event["repository"]
api = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}"


def ask(method, path, said=None):
    """What the host answers."""
    request = urllib.request.Request(api + path, method=method, data=json.dumps(said).encode() if said else None)
    request.add_header("Authorization", f"Bearer {os.environ['GITHUB_TOKEN']}")
    request.add_header("Accept", "application/vnd.github+json")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def every(path):
    """Every item of a list that comes in pages."""
    number, found = 1, []
    while page := ask("GET", f"{path}{'&' if '?' in path else '?'}per_page=100&page={number}"):
        found += page
        number += 1
    return found


def names(file):
    """What a changed file is called, and was."""
    return {file["filename"], file.get("previous_filename", file["filename"])}


owner = ((run["head_repository"] or {}).get("owner") or {}).get("login", "")  # nobody's when a fork is gone
head = f"{owner}:{run['head_branch']}"
wanted = {"state": "open", "base": repository["default_branch"], "head": head}
pulls = every(f"/pulls?{urllib.parse.urlencode(wanted)}")
pulls = [pull for pull in pulls if pull["head"]["sha"] == run["head_sha"]]
if len(pulls) != 1:
    print("Tidak ada usulan terbuka untuk pemeriksaan ini, atau usulannya sudah berubah lagi.")
    sys.exit()
number = pulls[0]["number"]

edition = "internal" if repository.get("visibility") == "private" else "publik"
place = Path("komentar", f"{edition}.md")
if not os.path.lexists(place):
    print(f"Pemeriksaan itu tidak meninggalkan komentar untuk edisi {edition}.")
    sys.exit()
if place.is_symlink() or not place.is_file() or place.stat().st_size > MOST_BYTES:
    sys.exit(f"{place} bukan berkas teks yang wajar.")
text = place.read_text("utf-8", errors="replace").strip()

mine = [one for one in every(f"/issues/{number}/comments") if one["user"]["login"] == BOT and MARK in one["body"]]
if not text and not mine:
    sys.exit()
files = every(f"/pulls/{number}/files")
trusted = len(files) < MOST_FILES and all(name.startswith(DATA) for file in files for name in names(file))
body = "\n\n".join([MARK, *([] if trusted else [FOREIGN]), text or SETTLED])
if mine:
    ask("PATCH", f"/issues/comments/{mine[0]['id']}", {"body": body})
else:
    ask("POST", f"/issues/{number}/comments", {"body": body})
