"""Write the comments on open merge requests, or bring those that stand there up to date. Standard library only.

Runs on the default branch, so that its token is never near a merge request. Nothing is taken from one but a text: which
ones there are and whether the project is private, the host says.
"""

import json
import os
import sys
import urllib.error
import urllib.request

MARK = "<!-- spbe: akibat perubahan -->"
SETTLED = "Usulan ini sekarang tidak mengubah data yang berarti."
FOREIGN = (
    "> **Usulan ini juga mengubah berkas di luar data** (alur kerja, program, atau templat). "
    "Komentar ini dibuat oleh program dari usulan itu sendiri, jadi jangan dipercaya sebelum berkas itu diperiksa."
)
DATA = ("content/", "indicators/", "architecture/", "skema/")
MOST_BYTES = 60_000

api, project = os.environ["CI_API_V4_URL"], os.environ["CI_PROJECT_ID"]
edition = "internal" if os.environ.get("CI_PROJECT_VISIBILITY") == "private" else "publik"
if not os.environ.get("SPBE_TOKEN"):
    sys.exit("SPBE_TOKEN belum diisi; lihat panduan menerbitkan di GitLab.")


def fetch(method, path, said=None, most=None):
    """What the host answers, as bytes; at most one more than ``most``."""
    request = urllib.request.Request(api + path, method=method, data=json.dumps(said).encode() if said else None)
    request.add_header("PRIVATE-TOKEN", os.environ["SPBE_TOKEN"])
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read() if most is None else answer.read(most + 1)


def every(path):
    """Every item of a list that comes in pages."""
    number, found = 1, []
    while page := json.loads(fetch("GET", f"{path}{'&' if '?' in path else '?'}per_page=100&page={number}")):
        found += page
        number += 1
    return found


def told(merge):
    """The text that the newest pipeline of this state of ``merge`` left behind; nothing where there is none yet."""
    for pipeline in every(f"/projects/{project}/merge_requests/{merge['iid']}/pipelines"):
        if pipeline["sha"] == merge["sha"] and pipeline["source"] == "merge_request_event":
            home = f"/projects/{pipeline['project_id']}"
            for job in every(f"{home}/pipelines/{pipeline['id']}/jobs"):
                if job["name"] == "dampak" and job["status"] == "success":
                    try:
                        place = f"{home}/jobs/{job['id']}/artifacts/dampak/{edition}.md"
                        text = fetch("GET", place, most=MOST_BYTES)
                    except urllib.error.HTTPError:
                        return None
                    return text.decode("utf-8", "replace").strip() if len(text) <= MOST_BYTES else None
            return None
    return None


me = json.loads(fetch("GET", "/user"))["id"]
for merge in every(f"/projects/{project}/merge_requests?state=opened"):
    text, place = told(merge), f"/projects/{project}/merge_requests/{merge['iid']}"
    if text is None:
        continue
    mine = [one for one in every(f"{place}/notes") if one["author"]["id"] == me and MARK in one["body"]]
    names = {file[key] for file in every(f"{place}/diffs") for key in ("old_path", "new_path")}
    trusted = all(name.startswith(DATA) for name in names)
    body = "\n\n".join([MARK, *([] if trusted else [FOREIGN]), text or SETTLED])
    if mine and mine[0]["body"] != body:
        fetch("PUT", f"{place}/notes/{mine[0]['id']}", {"body": body})
    elif text and not mine:
        fetch("POST", f"{place}/notes", {"body": body})
