"""Lets real clients load and go on with our studies, and goes on with theirs.

    python3 optuna_clients.py DLPLOT PYTHON4 PYTHON5 DASHBOARD

PYTHON4 and PYTHON5 have Optuna 4.9.0 and 5.0.0, DASHBOARD has optuna-dashboard; `scripts/optuna.sh`
installs them. Needs nothing but Python itself. Each line that it prints was checked.
"""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
CLIENT = os.path.join(HERE, "optuna_client.py")
MAKER = os.path.join(HERE, "..", "StudiesTests", "Fixtures", "make_studies.py")
SEARCH = ["search", "--space", "learning-rate=log:0.001..1.0", "--space", "hidden=10..30:10",
          "--space", "init=xavier|he", "--sampler", "tpe", "--pruner", "median", "--generation",
          "4", "--hidden", "20x2", "--batch", "20", "--epochs", "4", "--images", "100", "--shown",
          "4"]


def run(*words, check=True):
    done = subprocess.run(words, capture_output=True, text=True)
    if check and done.returncode != 0:
        sys.exit(f"failed: {' '.join(words)}\n{done.stdout}{done.stderr}")
    return done


def expect(condition, what):
    if not condition:
        sys.exit(f"differs: {what}")
    print(f"  {what}", flush=True)


class Tool:
    """The program, in a folder of its own."""

    def __init__(self, path, folder):
        self.path = path
        self.folder = folder

    def __call__(self, *words, check=True):
        return run(self.path, *words, check=check)

    def file(self, name):
        return os.path.join(self.folder, name)

    def search(self, study, trials, figure):
        return self(*SEARCH, "--trials", str(trials), "--study", study, "-o", self.file(figure))

    def identities(self, figure):
        text = self("inspect", self.file(figure)).stdout
        return re.findall(r"^(?:config|data|scene|pixels) .*", text, re.M)


def describe(python, path):
    return json.loads(run(python, CLIENT, "describe", path).stdout)


def plain(studies):
    """Without what storages may note of their own, and with choices by their index."""
    for study in studies:
        for trial in study["trials"]:
            trial.pop("seconds", None)
    return studies


def ours(tool, python, name):
    """A study of ours, in both forms, is loaded, gone on with, and gone on with here."""
    folder = tool.folder
    whole = tool.file("whole.jsonl")
    # In two steps as well, for the figure tells how often the test images were judged.
    for trials in (12, 24):
        tool.search(whole, trials, "whole.png")
    journal, database = tool.file("study.jsonl"), tool.file("study.db")
    tool(*SEARCH, "--trials", "12", "--study", journal, "-o", tool.file("part.png"), "--json",
         tool.file("part.json"))
    with open(tool.file("part.json"), encoding="utf-8") as file:
        trials = json.load(file)["result"]["trials"]
    tool("study", "export", journal, database)
    for path in (journal, database):
        kind = "database" if path.endswith(".db") else "journal"
        (study,) = describe(python, path)
        expect(study["name"] == "search" and study["directions"] == ["MAXIMIZE"]
               and study["metrics"] == ["validation accuracy"] and len(study["trials"]) == 12,
               f"{name} loads our {kind}: study, direction, metric")
        for mine, theirs in zip(trials, study["trials"], strict=True):
            settings = {s["name"]: s["value"] for s in mine["settings"]}
            state = {1: "COMPLETE", 2: "PRUNED"}[mine["state"]]
            assert theirs["number"] == mine["number"] and theirs["state"] == state, theirs
            assert theirs["external"] == {k: repr(settings[k]) for k in sorted(settings)}, theirs
            if state == "COMPLETE":
                assert theirs["values"] == [repr(float(mine["value"]))], theirs
            reports = {str(e): repr(float(v))
                       for e, v in zip(mine["epochs"], mine["validationAccuracy"]) if e > 0}
            assert theirs["intermediate"] == reports, theirs
        expect(True, f"{name} has the 12 trials of our {kind} with the numbers of --json")
        run(python, CLIENT, "go-on", path, "search", "6")
        expect(len(describe(python, path)[0]["trials"]) == 20, f"{name} goes on with our {kind}")

    back = tool.file("back.jsonl")
    tool("study", "import", database, back)
    for path, kind in ((journal, "journal"), (back, "imported database")):
        before = describe(python, path)[0]["trials"]
        listed = tool("study", "list", path).stdout
        expect("search: 20 trials" in listed and "1 failed" in listed and "1 waiting" in listed,
               f"the {kind} that {name} went on with is listed: {listed.strip()}")
        done = tool.search(path, 24, "rest.png")
        expect("8 trials of another program stay as they are" in done.stderr,
               f"it goes on here: {done.stderr.strip().splitlines()[0].split(': ')[-1]}")
        expect(tool.identities("rest.png") == tool.identities("whole.png"),
               "and comes to the figure of a search that no other program wrote to")
        after = describe(python, path)[0]["trials"]
        expect(after[:20] == before and len(after) == 32, f"{name} loads it again, its trials kept")
    for entry in os.listdir(folder):
        os.remove(tool.file(entry))


def theirs(tool, python, name):
    """Studies that Optuna made, with everything odd in them, go through our files and back."""
    run(python, MAKER, tool.folder)
    journal, database = tool.file("optuna.journal"), tool.file("optuna.db")
    original = {path: plain(describe(python, path)) for path in (journal, database)}
    for path in (journal, database):
        kind = "database" if path.endswith(".db") else "journal"
        tool("study", "import", path, tool.file("ours.jsonl"))
        tool("study", "export", path, tool.file("ours.db"))
        for copy in ("ours.jsonl", "ours.db"):
            expect(plain(describe(python, tool.file(copy))) == original[path],
                   f"a {kind} of {name} is the same as our {copy.split('.')[1]}")
    refused = tool(*SEARCH, "--study", journal, "--study-name", "kept", "-o",
                   tool.file("none.png"), check=False)
    expect(refused.returncode == 2 and "was made by another program" in refused.stderr,
           f"its study is not taken for a search: {refused.stderr.strip()}")
    for entry in os.listdir(tool.folder):
        os.remove(tool.file(entry))


def together(tool, python, name):
    """Both write to one journal at the same time."""
    for trials in (4, 60):
        tool.search(tool.file("whole.jsonl"), trials, "whole.png")
    path = tool.file("study.jsonl")
    tool.search(path, 4, "part.png")
    words = [*SEARCH, "--trials", "60", "--study", path, "-o", tool.file("both.png"), "--quiet"]
    search = subprocess.Popen([tool.path, *words])
    client = subprocess.Popen([python, CLIENT, "go-on", path, "search", "10"],
                              stderr=subprocess.PIPE, text=True)
    error = client.communicate()[1]
    expect(search.wait() == 0 and client.returncode == 0,
           f"{name} and a search of ours write to one journal at the same time {error}".strip())
    expect(tool.identities("both.png") == tool.identities("whole.png"),
           "the search comes to the same figure")
    trials = describe(python, path)[0]["trials"]
    expect(len(trials) == 72 and sum(t["user"].get("by") == '"optuna"' for t in trials) == 10,
           "and all trials of both are there")
    for entry in os.listdir(tool.folder):
        os.remove(tool.file(entry))


def dashboard(tool, python):
    journal, database = tool.file("study.jsonl"), tool.file("study.db")
    tool(*SEARCH, "--trials", "12", "--study", journal, "-o", tool.file("part.png"), "--json",
         tool.file("part.json"))
    tool("study", "export", journal, database)
    with open(tool.file("part.json"), encoding="utf-8") as file:
        mine = json.load(file)["result"]["trials"]
    for path in (journal, database):
        kind = "database" if path.endswith(".db") else "journal"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        store = f"sqlite:///{path}" if path.endswith(".db") else path
        log = open(tool.file("dashboard.log"), "w", encoding="utf-8")
        server = subprocess.Popen(
            [python, "-c", "from optuna_dashboard._cli import main; main()", store, "--host",
             "127.0.0.1", "--port", str(port)], stdout=log, stderr=log)
        try:
            studies = ask(port, "/api/studies", server)
            (study,) = studies["study_summaries"]
            expect(study["study_name"] == "search" and study["directions"] == ["maximize"],
                   f"optuna-dashboard lists the study of our {kind}")
            detail = ask(port, f"/api/studies/{study['study_id']}", server)
            rows = detail["trials"]
            assert len(rows) == len(mine), len(rows)
            for row, trial in zip(rows, mine, strict=True):
                state = {1: "Complete", 2: "Pruned"}[trial["state"]]
                assert (row["number"], row["state"]) == (trial["number"], state), row
                if state == "Complete":
                    assert [float(v) for v in row["values"]] == [trial["value"]], row
                params = {p["name"]: p["param_external_value"] for p in row["params"]}
                assert sorted(params) == sorted(s["name"] for s in trial["settings"]), row
                for s in trial["settings"]:
                    value = params[s["name"]]
                    same = value == s["value"] if isinstance(s["value"], str) \
                        else abs(float(value) - s["value"]) <= 1e-12 * abs(s["value"])
                    assert same, (value, s)
                reports = [(i["step"], float(i["value"])) for i in row["intermediate_values"]]
                assert reports == [(e, v) for e, v in zip(
                    trial["epochs"], trial["validationAccuracy"]) if e > 0], row
            best = max(t["value"] for t in mine if t["state"] == 1)
            expect(any(float(t["values"][0]) == best for t in detail["best_trials"]),
                   f"and shows its 12 trials: numbers, states, values, parameters, reports, best")
        finally:
            server.terminate()
            server.wait()
            log.close()


def ask(port, path, server):
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
                return json.load(answer)
        except (ConnectionError, http.client.HTTPException, OSError):
            if server.poll() is not None:
                break
            time.sleep(0.1)
    sys.exit(f"optuna-dashboard does not answer at {path}")


def main():
    program, four, five, board = sys.argv[1:]
    folder = tempfile.mkdtemp(prefix="dlplot-optuna-")
    try:
        tool = Tool(os.path.abspath(program), folder)
        for python in (four, five):
            name = "Optuna " + run(python, CLIENT, "version").stdout.strip()
            print(name, flush=True)
            ours(tool, python, name)
            theirs(tool, python, name)
            together(tool, python, name)
        print("optuna-dashboard", flush=True)
        dashboard(tool, board)
    finally:
        shutil.rmtree(folder)


main()
