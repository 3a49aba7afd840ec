# RUN: %python %s
# REQUIRES: yaml
"""Every command line of corolint in the pages and in integrations/ is one that it takes.

Each is run in an empty folder. It may end for want of files there, but not
because it was called wrongly.
"""

import re
import shlex
import subprocess
import tempfile

import yaml

from house import COROLINT, ROOT, finish, relative

# What the shell would put there.
FILLED = re.compile(r"\$\{?\w+\}?")
BLOCK = re.compile(r"^```(?:sh|yaml|groovy)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:^|[\s'])(corolint [^|`'#]*)")
# A mistake in the call, in the words of driver/Options.cpp.
WRONG = re.compile(r"error: (?:unknown|option|'.*' matches no check|.*\bneeds\b)")


def texts():
    """The files and their lines of shell."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    for page in pages:
        for block in BLOCK.findall(page.read_text(encoding="utf-8")):
            yield page, block.replace("\\\n", " ").splitlines()
    action = ROOT / "integrations/action/action.yml"
    for job in [*sorted((ROOT / "integrations/ci").glob("*.yml")), action, ROOT / ".pre-commit-hooks.yaml"]:
        yield job, [line for text in strings(yaml.safe_load(job.read_text(encoding="utf-8"))) for line in text.splitlines()]


def strings(node):
    """All texts of a YAML document."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, (dict, list)):
        for child in node.values() if isinstance(node, dict) else node:
            yield from strings(child)


def complaint(words):
    """What corolint says against being called so; nothing if it takes the words."""
    with tempfile.TemporaryDirectory() as empty:
        done = subprocess.run([COROLINT, *words], cwd=empty, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    return next((line for line in done.stderr.splitlines() if WRONG.search(line)), "")


problems, looked_at = [], set()
for path, lines in texts():
    for line in lines:
        if line.lstrip().startswith("#"):
            continue
        for command in COMMAND.findall(line):
            words = shlex.split(FILLED.sub("main", command))[1:]
            looked_at.add(path)
            if said := complaint(words):
                problems.append(f"{relative(path)}: {command.strip()}: {said}")
for name in ("integrations/action/action.yml", "integrations/ci/github.yml", "integrations/ci/gitlab.yml", ".pre-commit-hooks.yaml", "docs/ci.md"):
    if ROOT / name not in looked_at:
        problems.append(f"{name}: no command of corolint was found")
finish(problems, looked_at)
