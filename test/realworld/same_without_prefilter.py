"""Holds the findings with the prefilter against those of --parse-all.

usage: same_without_prefilter.py [--rules DIR] [--root DIR PATTERN... -- FLAGS...]

A file that is not parsed must not have had a finding. With --rules every rule
test below DIR is run as its test does: with the checks, options and flags of
its RUN line. With --root it is every file below DIR that a PATTERN matches.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUN = re.compile(r"^// RUN: %check_rule %s (?P<checks>\S+)(?P<rest>.*)$", re.MULTILINE)


def corolint(*arguments, cwd=None):
    """Findings, each with its notes. What does not compile may be dropped."""
    result = subprocess.run([os.environ["COROLINT"], "--quiet", *arguments], capture_output=True, text=True, cwd=cwd)
    if result.returncode not in (0, 1, 3):
        sys.exit(f"exit {result.returncode}: {result.stderr}")
    return "\n".join(line for line in result.stdout.splitlines() if re.match(r"\S.*: (warning|note): ", line))


def both(arguments, cwd=None):
    return corolint(*arguments, cwd=cwd), corolint("--parse-all", *arguments, cwd=cwd)


def of_rule_test(path):
    match = RUN.search(path.read_text(encoding="utf-8"))
    if not match:
        return None
    _, _, flags = match["rest"].partition(" -- ")
    flags = flags.replace("%S", str(path.parent)).replace("%root", str(ROOT)).split()
    inputs = ROOT / "test" / "rules" / "Inputs"
    # Without --checks all of them look at the file.
    return [str(path), "--", "-std=c++20", f"-I{inputs}", *flags]


def in_database(files, root, flags, build):
    database = [{"directory": str(root), "file": name, "arguments": ["c++", *flags, "-c", name]} for name in files]
    pathlib.Path(build, "compile_commands.json").write_text(json.dumps(database), encoding="utf-8")
    return ["-p", build]


def differ(name, with_filter, without):
    if with_filter == without:
        return 0
    print(f"{name}: the prefilter changes what is found")
    print(f"  with it:\n{with_filter}\n  without:\n{without}")
    return 1


def main():
    arguments, flags = sys.argv[1:], []
    if "--" in arguments:
        split = arguments.index("--")
        arguments, flags = arguments[:split], arguments[split + 1 :]
    parser = argparse.ArgumentParser()
    parser.add_argument("--rules", type=pathlib.Path)
    parser.add_argument("--root", type=pathlib.Path)
    parser.add_argument("patterns", nargs="*")
    options = parser.parse_args(arguments)

    wrong = looked_at = findings = 0
    if options.rules:
        tests = [(path, of_rule_test(path)) for path in sorted(options.rules.rglob("*.cpp"))]
        tests = [(path, command) for path, command in tests if command]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = pool.map(lambda test: both(test[1]), tests)
            for (path, _), (left, right) in zip(tests, results):
                wrong += differ(path, left, right)
                findings += len(re.findall(r"^\S.*: warning: ", right, re.MULTILINE))
        looked_at += len(tests)
    if options.root:
        files = [str(path) for pattern in options.patterns for path in sorted(options.root.glob(pattern))]
        with tempfile.TemporaryDirectory() as build:
            left, right = both(in_database(files, options.root, flags, build), options.root)
            wrong += differ(options.root, left, right)
            findings += len(re.findall(r"^\S.*: warning: ", right, re.MULTILINE))
        looked_at += len(files)
    if not looked_at:
        sys.exit("nothing to look at")
    print(f"{looked_at} files, {findings} findings, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
