"""What the CLI finds, and the same of a language server, in one form."""

import json
import os
import pathlib
import re
import subprocess
import sys

INPUTS = pathlib.Path(__file__).resolve().parents[1] / "rules" / "Inputs"
FLAGS = ["-std=c++20", f"-I{INPUTS}"]


def by_cli(folder, *words):
    """{file: [(line, column, check, message)]}, sorted; words go to corolint."""
    done = subprocess.run(
        [os.environ["COROLINT"], "--quiet", "--no-cache", "--report=json", *words],
        cwd=folder, capture_output=True, text=True)  # fmt: skip
    if done.returncode not in (0, 1):
        sys.exit(f"corolint ended with exit code {done.returncode}\n{done.stderr}")
    found = {}
    for each in json.loads(done.stdout)["findings"]:
        place = each["location"]
        path = str((pathlib.Path(folder) / place["file"]).resolve())
        found.setdefault(path, []).append((place["line"], place["column"], each["check"], plain(each["message"])))
    return {path: sorted(each) for path, each in found.items()}


def by_server(findings):
    """The same form for the diagnostics of a file, whose lines are ASCII up to the findings."""
    return sorted(
        (at["line"] + 1, at["character"] + 1, each["code"], plain(each["message"]))
        for each in findings
        for at in [each["range"]["start"]]
    )


def plain(message):
    """clangd begins with a capital and counts fixes."""
    return re.sub(r" \(fix(es)? available\)$", "", message[:1].lower() + message[1:])
