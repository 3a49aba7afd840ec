# RUN: %python %s
"""No file of the project tells of the machine it was written on."""

import re
import subprocess

from house import ROOT, finish

FOLDERS = ["work", "home", "root", "Users"]
PATH = re.compile(r"(?<![\w.~*)}\]-])/(?:" + "|".join(FOLDERS) + r")/\w")


def files():
    """What is, or would be, in the repository."""
    command = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\0")
        return [ROOT / name for name in names if name]
    except (OSError, subprocess.CalledProcessError):
        return [path for path in ROOT.rglob("*") if "build" not in path.parts]


problems, looked_at = [], 0
for path in files():
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        continue
    looked_at += 1
    for number, line in enumerate(lines, 1):
        if PATH.search(line):
            problems.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
finish(problems, looked_at)
