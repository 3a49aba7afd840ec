"""Lints code that nobody here wrote and compares with the reviewed findings.

usage: run_corpus.py EXPECTED --root DIR PATTERN... -- FLAGS...

Every file below DIR that a PATTERN matches must be analysed, and each PATTERN
must match. Each finding must have a line in
EXPECTED, `path:line:col check | judgement`, and each line a finding.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FINDING = re.compile(r"^(?P<file>[^\s:][^:]*):(?P<line>\d+):(?P<col>\d+): warning: .*\[(?P<check>coro-[a-z-]+)\]$")


def reviewed(path):
    entries = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        key, bar, judgement = line.partition("|")
        if not bar or not judgement.strip():
            sys.exit(f"{path.name}:{number}: a finding without a judgement: {line}")
        entries[key.strip()] = judgement.strip()
    return entries


def main():
    split = sys.argv.index("--")
    flags = sys.argv[split + 1 :]
    expected_file, _, root, *patterns = sys.argv[1:split]
    root = pathlib.Path(root).resolve()
    files = []
    for pattern in patterns:
        matches = sorted(str(path) for path in root.glob(pattern))
        if not matches:
            sys.exit(f"nothing matches {root}/{pattern}: is its package installed?")
        files += matches
    with tempfile.TemporaryDirectory() as build:
        database = [
            {"directory": str(root), "file": name, "arguments": ["c++", *flags, "-c", name]} for name in files
        ]
        pathlib.Path(build, "compile_commands.json").write_text(json.dumps(database), encoding="utf-8")
        result = subprocess.run(
            [os.environ["COROLINT"], "-p", build], capture_output=True, text=True, cwd=root
        )
    print(result.stderr.strip())
    found = {}
    for line in result.stdout.splitlines():
        if match := FINDING.match(line):
            path = pathlib.Path(match["file"])
            path = path if path.is_absolute() else root / path
            name = os.path.relpath(path.resolve(), root)
            found[f"{name}:{match['line']}:{match['col']} {match['check']}"] = line
    ok = True
    if result.returncode not in (0, 1):
        print(f"not every file could be analysed (exit {result.returncode}):")
        print("\n".join(l for l in result.stdout.splitlines() if ": error:" in l))
        ok = False
    expected = reviewed(pathlib.Path(expected_file))
    for key in sorted(found.keys() - expected.keys()):
        print(f"not reviewed: {key}\n  {found[key]}")
        ok = False
    for key in sorted(expected.keys() - found.keys()):
        print(f"no longer found: {key} | {expected[key]}")
        ok = False
    print(f"{len(files)} files, {len(found)} findings, {len(expected)} reviewed")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
