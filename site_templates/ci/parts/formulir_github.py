"""Make a pull request of what a form changed in this clone, or say on its issue why not. Standard library only."""

import base64
import json
import os
import subprocess
import urllib.parse
import urllib.request
from pathlib import Path

event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
issue, main = event["issue"], event["repository"]["default_branch"]
number, sender = issue["number"], issue["user"]["login"]
api = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}"
token = os.environ.pop("GITHUB_TOKEN")
branch = f"formulir-{number}"
NAME = ("-c", "user.name=spbe", "-c", "user.email=41898282+github-actions[bot]@users.noreply.github.com")
LATER = (
    "Pemeriksaan tidak berjalan sendiri pada usulan yang dibuat oleh alur kerja: "
    "tutup lalu buka lagi usulan ini agar diperiksa."
)


def ask(method, path, said=None):
    """What the host answers."""
    request = urllib.request.Request(api + path, method=method, data=json.dumps(said).encode() if said else None)
    request.add_header("Authorization", f"Bearer {token}")
    request.add_header("Accept", "application/vnd.github+json")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def git(*words, **env):
    """What git says."""
    done = subprocess.run(["git", *words], env={**os.environ, **env}, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


def left(name):
    """What the step before left behind."""
    place = Path(os.environ["RUNNER_TEMP"], name)
    return place.read_text("utf-8", errors="replace").strip()[:50_000] if place.is_file() else ""


def answer(text):
    """Say it on the issue."""
    ask("POST", f"/issues/{number}/comments", {"body": text})


told = left("hasil.md")
if os.environ["DITERIMA"] != "true":
    message = " ".join(left("pesan.txt").replace("`", "'").split())
    why = told or (f"`{message}`" if message else "Sebabnya ada pada catatan alur kerja.")
    answer(f"Isian ini belum dapat diterima.\n\n{why}")
elif not git("status", "--porcelain"):
    answer("Isian ini tidak mengubah apa pun: data sudah begitu.")
else:
    git("checkout", "--quiet", "-B", branch)
    git("add", "--all")
    git(*NAME, "commit", "--quiet", "-m", f"Formulir #{number} dari @{sender}")
    # The token reaches git by its surroundings: in no argument, which others on the machine see, and in no file.
    basic = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    header = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "http.extraHeader"}
    git("push", "--quiet", "--force", "origin", branch, **header, GIT_CONFIG_VALUE_0=f"Authorization: Basic {basic}")
    head = urllib.parse.quote(f"{event['repository']['owner']['login']}:{branch}")
    open_ones = ask("GET", f"/pulls?state=open&head={head}&per_page=100&page=1")
    body = "\n\n".join([f"Dari formulir #{number}; pengirimnya @{sender}. Closes #{number}.", LATER, told])
    said = {"title": f"Formulir #{number}", "head": branch, "base": main, "body": body}
    if open_ones:
        made = open_ones[0]["number"]
        ask("PATCH", f"/pulls/{made}", {"body": body})
    else:
        made = ask("POST", "/pulls", said)["number"]
    answer(f"Isian ini menjadi usulan #{made}.")
