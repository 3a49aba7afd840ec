#!/usr/bin/env python3
"""Measures how many real bugs corolint finds.

Each .cpp file in the folders beside this script retells one bug that was fixed
in a public commit; its first lines name the repository and the commit. A
comment `// BUG: <check>` ends each line where that check has to report. This
script runs corolint with all of its checks on each file and compares.

Prints a line for each finding that is missed or not expected, and how many of
the bugs were found. Exit code 1: a case does not compile, a finding is not
expected, or too few were found: of the bugs for the core checks 90 %, of those
for all others 75 %.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CORE = {"coro-blocking-call", "coro-sync-wait", "coro-discarded-task",
        "coro-lock-across-await", "coro-unsafe-spawn-capture"}
GOALS = {"core checks": 90, "other checks": 75}  # per cent
BUG = re.compile(r"// BUG: (coro-[\w-]+)\s*$")
FINDING = re.compile(r"^(.*?):(\d+):\d+: warning: .*\[(coro-[\w-]+)\]$")


def expected(case):
    """The (line, check) pairs that the BUG comments of a case ask for."""
    lines = case.read_text().splitlines()
    marks = ((number, BUG.search(line)) for number, line in enumerate(lines, 1))
    return {(number, mark[1]) for number, mark in marks if mark}


def found(corolint, case):
    """The (line, check) pairs that corolint reports, and why it failed.

    A finding in a header has the name of the header in place of the line.
    """
    run = subprocess.run(
        [corolint, "--quiet", "--checks=coro-*", case, "--", "-std=c++20", f"-I{HERE / 'Inputs'}"],
        capture_output=True, text=True, cwd=ROOT)
    findings = set()
    for match in map(FINDING.match, run.stdout.splitlines()):
        if match:
            file = pathlib.Path(ROOT, match[1]).resolve()
            findings.add((int(match[2]) if file == case else file.name, match[3]))
    failure = None if run.returncode in (0, 1) else (run.stderr or run.stdout).strip()
    return findings, failure


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corolint", type=pathlib.Path, default=ROOT / "build/dev/bin/corolint")
    corolint = parser.parse_args().corolint.resolve()

    wrong = False
    hits, total = collections.Counter(), collections.Counter()
    for case in sorted(HERE.glob("*/*.cpp")):
        name = case.relative_to(HERE)
        wanted = expected(case)
        reported, failure = found(corolint, case)
        if failure or not wanted:
            print(f"{name}: {failure or 'no BUG comment'}")
            wrong = True
        for line, check in sorted(wanted - reported):
            print(f"{name}:{line}: missed: {check}")
        for line, check in sorted(reported - wanted, key=str):
            print(f"{name}:{line}: not expected: {check}")
            wrong = True
        total.update(check for _, check in wanted)
        hits.update(check for _, check in wanted & reported)

    for check in sorted(total):
        print(f"{check}: {hits[check]} of {total[check]}")
    for family, goal in GOALS.items():
        checks = [check for check in total if (check in CORE) == (family == "core checks")]
        bugs, found_bugs = sum(total[c] for c in checks), sum(hits[c] for c in checks)
        share = 100 * found_bugs / max(1, bugs)
        print(f"{family}: found {found_bugs} of {bugs} ({share:.0f} %), goal {goal} %")
        wrong |= bool(checks) and share < goal
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
