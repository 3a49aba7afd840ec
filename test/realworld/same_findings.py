"""Holds the findings with every shortcut of the engine against those without.

usage: same_findings.py [--every N] [--at-least COUNT]

A compile database of every Nth rule test and of programs on Asio is checked as users
do it, then with each switch that takes a shortcut away, with all of them,
and with other numbers of jobs. What is printed must be the same each time. Fails
also if a shortcut was not taken or fewer than COUNT findings were compared: then
nothing was shown.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUN = re.compile(r"^// RUN: %check_rule %s \S+(?P<rest>.*)$", re.MULTILINE)
EXAMPLES = pathlib.Path("/usr/share/doc/libboost1.81-doc/examples/libs/asio/example")
# Findings; files that begin alike; files without anything to check.
PROGRAMS = [
    (ROOT / "test/realworld/asio-program", "*.cpp"),
    (EXAMPLES / "cpp20/coroutines", "echo_server_with_d*.cpp"),
    (EXAMPLES / "cpp11/echo", "*_tcp_echo_client.cpp"),
]
SWITCHES = ["--parse-all", "--parse-bodies", "--no-shared-headers"]
VARIANTS = [*([switch] for switch in SWITCHES), [*SWITCHES, "--jobs=3"], ["--jobs=1"]]


def entries(every):
    tests = sorted(path for path in (ROOT / "test/rules").rglob("*.cpp") if "Inputs" not in path.parts)
    for path in tests[::every]:
        rest = RUN.search(path.read_text(encoding="utf-8"))
        own = rest["rest"].partition(" -- ")[2].split() if rest else []
        yield path, [f"-I{ROOT}/test/rules/Inputs", *own]
    for folder, pattern in PROGRAMS:
        for path in sorted(folder.glob(pattern)):
            yield path, []


def check(build, *options):
    command = [os.environ["COROLINT"], "--no-cache", "--stats", "-p", build, *options]
    result = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if result.returncode not in (0, 1):
        sys.exit(f"exit {result.returncode}: {' '.join(command)}\n{result.stderr}")
    figures = dict(re.findall(r"^stats: (.*): ([\d.]+)$", result.stderr, re.MULTILINE))
    return result.stdout, figures


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--every", type=int, default=40)
    parser.add_argument("--at-least", type=int, default=1)
    options = parser.parse_args()
    database = [
        {"directory": str(ROOT), "file": str(path), "arguments": ["c++", "-std=c++20", *flags, "-c", str(path)]}
        for path, flags in entries(options.every)
    ]
    good = True
    with tempfile.TemporaryDirectory() as build:
        pathlib.Path(build, "compile_commands.json").write_text(json.dumps(database), encoding="utf-8")
        usual, figures = check(build)
        count = len(re.findall(r": warning: .*\[coro-", usual))
        print(f"{len(database)} files, {count} findings; {figures}")
        taken = ["units without anything to check", "units parsed behind shared headers", "function bodies skipped"]
        for name in taken:
            if figures.get(name) == "0":
                print(f"{name}: none; this test shows nothing")
                good = False
        good &= count >= options.at_least
        for variant in VARIANTS:
            other, _ = check(build, *variant)
            if other != usual:
                print(f"{' '.join(variant)} changes what is printed:")
                there = set(usual.splitlines()) ^ set(other.splitlines())
                print("\n".join(f"  {line}" for line in sorted(there)[:20]))
                good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
