"""Holds the checks and the detectors of the checked runtime to the same lines.

A program of this folder is analysed, compiled with the checked runtime, and run.
The lines that end in `// expect: CHECK` have to be reported by that check and by
its detector, and no others by either. A program without such a line is good
code. What one side cannot see stands in disagreements.yaml, with its reason.

usage: semantics.py --corolint FILE --library FILE --compiler FILE --root FOLDER
                    --output FOLDER [--update] CHECK...

Runs all programs of each CHECK and compares its row of the table in
docs/semantics.md with what was seen; --update writes it.
"""
import argparse
import concurrent.futures
import fcntl
import json
import os
import pathlib
import re
import subprocess
import sys

import yaml

here = pathlib.Path(__file__).resolve().parent
LIMIT = 60  # seconds for a program that ends by itself at once
BEGIN = "<!-- The rows are written by test/semantics/semantics.py. -->"

# Checks that a detector stands for. What others find is not compared.
DETECTED = {"coro-blocking-call", "coro-sync-wait", "coro-discarded-task", "coro-lock-across-await",
            "coro-unsafe-spawn-capture", "coro-task-reused", "coro-loop-without-suspend", "coro-deadlock",
            "coro-ignored-error", "coro-unbounded-spawn", "coro-dangling-parameter", "coro-dangling-this",
            "coro-dangling-lambda-capture", "coro-spawn-borrows-local"}


def expected(program):
    found = set()
    for number, line in enumerate(program.read_text().splitlines(), 1):
        for check in re.findall(r"// expect: (coro-[a-z-]+)", line):
            found.add((check, number))
    return found


def in_program(findings, program):
    return {(each["check"], each["location"]["line"]) for each in findings
            if each["check"] in DETECTED and pathlib.Path(each["location"]["file"]).name == program.name}


def compile_flags(options):
    return ["-std=c++20", f"-I{options.root}/runtime/include"]


def checked_flags(options):
    # As runtime/CMakeLists.txt gives them to those who link the library.
    return [*options.compiler.split(), *compile_flags(options), "-w", "-g", "-fno-omit-frame-pointer", "-falign-functions=16",
            "-DCOROLINT_CHECKED=1", "-pthread"]


def precompile(options):
    """A file that includes all headers of the runtime, precompiled. What takes most of the time of a compiler is done once so.
    Each program still includes what it uses: the analysis does without."""
    name = re.sub(r"[^\w+-]+", "_", " ".join(checked_flags(options)).replace(options.root, ""))
    all_headers = pathlib.Path(options.output) / name / "headers.hpp"
    all_headers.parent.mkdir(parents=True, exist_ok=True)
    compiled = all_headers.with_name("headers.hpp.gch")
    include = pathlib.Path(options.root) / "runtime/include"
    headers = sorted(include.rglob("*.hpp"))
    with open(all_headers.with_name("lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # each check has a process of its own
        if compiled.exists() and compiled.stat().st_mtime > max(each.stat().st_mtime for each in headers):
            return all_headers
        public = [each.relative_to(include) for each in headers if each.parent == include / "corolint/rt"]
        all_headers.write_text("".join(f'#include "{each}"\n' for each in public))
        fresh = all_headers.with_name("fresh.gch")
        subprocess.run([*checked_flags(options), "-x", "c++-header", all_headers, "-o", fresh], check=True)
        fresh.rename(compiled)
    return all_headers


class Sides:
    """What the two sides say of one program."""

    def __init__(self, options, program):
        self.program = program
        self.name = f"{program.parent.name}/{program.name}"
        self.failure = None
        stem = pathlib.Path(options.output) / program.parent.name / program.stem
        stem.parent.mkdir(parents=True, exist_ok=True)
        self.static = self.analyse(options)
        self.seen = self.run(options, stem)

    def analyse(self, options):
        run = subprocess.run([options.corolint, "--checks=coro-*", "--quiet", "--no-cache", "--report=json",
                              "--config=", self.program, "--", *compile_flags(options)],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if run.returncode not in (0, 1):
            self.failure = f"analysis failed: {run.stderr}"
            return set()
        return in_program(json.loads(run.stdout)["findings"], self.program)

    def run(self, options, stem):
        report = pathlib.Path(f"{stem}.json")
        report.unlink(missing_ok=True)
        compiled = subprocess.run(
            [*checked_flags(options), "-include", options.headers, self.program, "-o", f"{stem}.out", options.library, "-lbacktrace", "-ldl"],
            stderr=subprocess.PIPE, text=True)
        if compiled.returncode != 0:
            self.failure = f"does not compile: {compiled.stderr}"
            return set()
        environment = {**os.environ, "COROLINT_REPORT": f"json={report}", "COROLINT_CHECKED": "on"}
        try:
            ended = subprocess.run([f"{stem}.out"], env=environment, timeout=LIMIT, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True)
        except subprocess.TimeoutExpired:
            self.failure = f"did not end within {LIMIT} s"
            return set()
        if ended.returncode != 0:
            self.failure = f"ended with {ended.returncode}: {ended.stderr}"
        if not report.exists():
            return set()
        return in_program(json.loads(report.read_text())["findings"], self.program)

    def problems(self, excused):
        """What is not as the program says. \\p excused: the sides that may differ."""
        if self.failure:
            return [self.failure]
        wanted = expected(self.program)
        found = []
        for side, seen in (("check", self.static), ("detector", self.seen)):
            if side in excused:
                if seen == wanted:
                    found.append(f"the {side} is excused in disagreements.yaml, and agrees")
                continue
            for check, line in sorted(wanted - seen):
                found.append(f"line {line}: {check}: not seen by the {side}")
            for check, line in sorted(seen - wanted):
                found.append(f"line {line}: {check}: seen by the {side}, not expected")
        return found


def row(check, all_sides, excused):
    def share(sides):
        agree = sum(each.name not in excused for each in sides)
        return f"{agree} of {len(sides)}"

    bad = [each for each in all_sides if expected(each.program)]
    good = [each for each in all_sides if not expected(each.program)]
    return f"| `{check}` | {share(bad)} | {share(good)} |"


def main():
    parser = argparse.ArgumentParser()
    for name in ("corolint", "library", "compiler", "root", "output"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--only", default="", help="programs whose name contains this; no row is compared")
    parser.add_argument("checks", nargs="+")
    options = parser.parse_args()
    options.headers = precompile(options)
    excuses = yaml.safe_load((here / "disagreements.yaml").read_text()) or []
    excused = {each["program"]: {each["side"]} for each in excuses}
    page = pathlib.Path(options.root) / "docs/semantics.md"
    failed = False
    for check in options.checks:
        programs = sorted(each for each in (here / check).glob("*.cpp") if options.only in each.name)
        if not programs:
            sys.exit(f"no programs in {here / check}")
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            sides = list(pool.map(lambda program: Sides(options, program), programs))
        for each in sides:
            for problem in each.problems(excused.get(each.name, set())):
                print(f"{each.name}: {problem}")
                failed = True
        if options.only:
            continue
        wanted = row(check, sides, excused)
        text = page.read_text()
        if wanted in text.splitlines():
            continue
        if not options.update:
            print(f"docs/semantics.md has no row '{wanted}'; run with --update")
            failed = True
            continue
        lines = [line for line in text.splitlines() if not (line.startswith(f"| `{check}` | ") and " of " in line)]
        at = lines.index(BEGIN)
        end = at + 4
        while end < len(lines) and lines[end].startswith("|"):
            end += 1
        lines.insert(end, wanted)
        page.write_text("\n".join(lines) + "\n")
    sys.exit(failed)


if __name__ == "__main__":
    main()
