#!/usr/bin/env python3
"""Writes what the knowledge files say of blocking functions as a table for C++.

The checked runtime speaks of a blocking call in the words of the checks. Both
read checks/knowledge/data: the linter the files themselves, the runtime
runtime/src/checked/blocking_calls.def, which this makes of them.

usage: generate_blocking_calls.py [--check]
"""
import argparse
import pathlib
import sys

import yaml

root = pathlib.Path(__file__).resolve().parent.parent
table = root / "runtime/src/checked/blocking_calls.def"
sources = ["posix", "std"]


def rows():
    for source in sources:
        data = root / "checks/knowledge/data" / f"{source}.yaml"
        for entry in yaml.safe_load(data.read_text())["functions"]:
            if "blocks" not in entry:
                continue
            check = "coro-sync-wait" if entry.get("joins") else "coro-blocking-call"
            for name in entry["names"]:
                yield name, entry["blocks"], check, entry["because"], entry.get("instead", "")


def text():
    lines = ["// Made by scripts/generate_blocking_calls.py of checks/knowledge/data.",
             "// COROLINT_BLOCKING_CALL(name, kind, check, because, instead)"]
    for row in sorted(set(rows())):
        quoted = ", ".join(f'"{each}"' for each in row)
        lines.append(f"COROLINT_BLOCKING_CALL({quoted})")
    return "\n".join(lines) + "\n"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--check", action="store_true",
                         help="only say whether the table is up to date")
    if not options.parse_args().check:
        table.write_text(text())
    elif table.read_text() != text():
        sys.exit(f"{table.relative_to(root)} is not what the knowledge files say; "
                 "run scripts/generate_blocking_calls.py")


main()
