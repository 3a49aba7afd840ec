"""Compiles a program, runs it with the library, and compares what is reported.

watched.py COMPILER LIBRARY SOURCE FOLDER [FLAG...] [-- NAME=VALUE...]

The source says `// expect: CHECK` on each line that is to be reported, and
nothing else may be. What is compiled without -g says `// expect in FUNCTION:
CHECK`: the function is to be named, without a line."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

LINE = re.compile(r"// expect: ([a-z-]+)")
FUNCTION = re.compile(r"// expect in ([\w:]+): ([a-z-]+)")

arguments = sys.argv[1:]
variables = []
if "--" in arguments:
    at = arguments.index("--")
    arguments, variables = arguments[:at], arguments[at + 1 :]
compiler, library, source, folder, *flags = arguments
source, folder = Path(source), Path(folder).absolute()
folder.mkdir(parents=True, exist_ok=True)
program, report = folder / source.stem, folder / "report.json"
report.unlink(missing_ok=True)

# From elsewhere, so that the debug info has the path in full.
subprocess.run([compiler, "-std=c++20", source, "-o", program, "-pthread", *flags], check=True, cwd=folder)
asked = dict(each.split("=", 1) for each in variables)
environment = {**os.environ, "LD_PRELOAD": library, "COROLINT_REPORT": f"json={report}", **asked}
run = subprocess.run([program], env=environment, timeout=60, capture_output=True, text=True)
if run.returncode or run.stderr:
    sys.exit(f"{program}: status {run.returncode}: {run.stderr}")

expected = set()
for number, line in enumerate(source.read_text().splitlines(), 1):
    if "-g" in flags and (found := LINE.search(line)):
        expected.add((str(source), number, found[1]))
    if "-g" not in flags and (found := FUNCTION.search(line)):
        expected.add(("", found[1], found[2]))
findings = json.loads(report.read_text())["findings"] if report.exists() else []
seen = set()
for finding in findings:
    where = finding["location"]
    seen.add((where["file"], where["line"] if where["file"] else where["function"], finding["check"]))
for kind, all_of_them in [("not reported", expected - seen), ("not expected", seen - expected)]:
    for each in sorted(all_of_them, key=str):
        print(kind, *each)
for finding in findings:
    print(finding["location"]["line"], finding["message"], [note["message"] for note in finding["notes"]])
sys.exit(seen != expected)
