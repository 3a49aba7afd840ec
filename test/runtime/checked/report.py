"""Compares what a program with all detectors reports with what it does on purpose.

usage: report.py PROGRAM REPORT DELIBERATE

DELIBERATE has lines `FILE CHECK`; what stands there has to be reported, and
nothing else may be.
"""
import json
import os
import pathlib
import subprocess
import sys

program, report, deliberate = map(pathlib.Path, sys.argv[1:])
report.unlink(missing_ok=True)
ended = subprocess.run([program, "--gtest_brief=1"], env={**os.environ, "COROLINT_REPORT": f"json={report}"})
if ended.returncode:
    sys.exit(f"{program.name} ended with {ended.returncode}")
seen = {(pathlib.Path(each["location"]["file"]).name, each["check"]): each["location"]["line"]
        for each in json.loads(report.read_text())["findings"]}
wanted = {tuple(line.split()) for line in deliberate.read_text().splitlines() if not line.startswith("#")}
for name, check in sorted(set(seen) - wanted):
    print(f"{name}:{seen[name, check]}: {check} is reported, and not there on purpose")
for name, check in sorted(wanted - set(seen)):
    print(f"{name}: {check} is there on purpose, and not reported")
sys.exit(set(seen) != wanted)
