"""Make merge requests of the forms that a maintainer labelled, or say on their issues why not. Standard library only.

Runs on the default branch. What a form says is only data; who sent it and who labelled it, the host says.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

api, project = os.environ["CI_API_V4_URL"], os.environ["CI_PROJECT_ID"]
home = f"/projects/{project}"
edition = "internal" if os.environ.get("CI_PROJECT_VISIBILITY") == "private" else "publik"
token = os.environ.pop("SPBE_TOKEN", "")
if not token:
    sys.exit("SPBE_TOKEN belum diisi; lihat panduan menerbitkan di GitLab.")
ASKED, TAKEN, RETURNED = "terima", "diterima", "dikembalikan"
MAINTAINER = 40
NAME = ("-c", "user.name=spbe", "-c", "user.email=spbe@noreply.invalid")


def ask(method, path, said=None):
    """What the host answers."""
    request = urllib.request.Request(api + path, method=method, data=json.dumps(said).encode() if said else None)
    request.add_header("PRIVATE-TOKEN", token)
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def every(path):
    """Every item of a list that comes in pages."""
    number, found = 1, []
    while page := ask("GET", f"{path}{'&' if '?' in path else '?'}per_page=100&page={number}"):
        found += page
        number += 1
    return found


def git(*words, **env):
    """What git says."""
    done = subprocess.run(["git", *words], env={**os.environ, **env}, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


def is_asked_by_maintainer(issue):
    """Whether whoever set the label last may decide; anybody may set one when an issue is opened."""
    events = [one for one in every(f"{home}/issues/{issue['iid']}/resource_label_events") if one["action"] == "add"]
    users = [one["user"]["id"] for one in events if one["label"] and one["label"]["name"] == ASKED]
    try:
        return bool(users) and ask("GET", f"{home}/members/all/{users[-1]}")["access_level"] >= MAINTAINER
    except urllib.error.HTTPError:
        return False


def answer(issue, text, label):
    """Say it on the issue, and take the label off, so that it is not done again."""
    ask("POST", f"{home}/issues/{issue['iid']}/notes", {"body": text})
    ask("PUT", f"{home}/issues/{issue['iid']}", {"remove_labels": ASKED, "add_labels": label})


def propose(issue, sender, told):
    """A merge request of what was changed in this clone, or a new state of the one that is open."""
    number = issue["iid"]
    branch = f"formulir-{number}"
    git("checkout", "--quiet", "-B", branch)
    git("add", "--all")
    git(*NAME, "commit", "--quiet", "-m", f"Formulir #{number} dari @{sender}")
    # The token reaches git by its surroundings: in no argument, which others on the machine see, and in no file.
    basic = base64.b64encode(f"oauth2:{token}".encode()).decode()
    header = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "http.extraHeader"}
    address = f"{os.environ['CI_PROJECT_URL']}.git"
    git("push", "--quiet", "--force", address, branch, **header, GIT_CONFIG_VALUE_0=f"Authorization: Basic {basic}")
    text = f"Dari formulir #{number}; pengirimnya @{sender}. Closes #{number}.\n\n{told}"
    open_ones = every(f"{home}/merge_requests?state=opened&source_branch={branch}")
    if open_ones:
        made = ask("PUT", f"{home}/merge_requests/{open_ones[0]['iid']}", {"description": text})
    else:
        said = {"source_branch": branch, "target_branch": os.environ["CI_DEFAULT_BRANCH"]}
        said |= {"title": f"Formulir #{number}", "description": text, "remove_source_branch": True}
        made = ask("POST", f"{home}/merge_requests", said)
    answer(issue, f"Isian ini menjadi usulan !{made['iid']}.", TAKEN)


for issue in every(f"{home}/issues?state=opened&labels={ASKED}"):
    if not is_asked_by_maintainer(issue):
        continue
    git("checkout", "--quiet", "--force", "--detach", os.environ["CI_COMMIT_SHA"])
    sender = issue["author"]["username"]
    with tempfile.TemporaryDirectory() as folder:
        form = Path(folder, "formulir.md")
        form.write_text(issue["description"] or "", "utf-8")
        command = [
            "spbe",
            "terima",
            str(form),
            "--dari",
            sender,
            "--edition",
            edition,
            "--format",
            "markdown",
            "--tulis",
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    told = done.stdout.strip()[:50_000]
    if done.returncode:
        message = " ".join(done.stderr.replace("`", "'").split())
        answer(issue, f"Isian ini belum dapat diterima.\n\n{told or f'`{message}`'}", RETURNED)
    elif not git("status", "--porcelain", "--untracked-files=all"):
        answer(issue, "Isian ini tidak mengubah apa pun: data sudah begitu.", TAKEN)
    else:
        propose(issue, sender, told)
