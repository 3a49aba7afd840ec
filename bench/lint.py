"""Compares what corolint costs with the compiler and with clang-tidy.

usage: lint.py [-p compile_commands.json]... [--sample K] [--rounds N] [--corolint PROGRAM] [--no-clang-tidy]

Without -p the translation units are the Boost.Asio and Beast examples of
test/realworld (Debian's libboost1.81-doc). --sample takes K of them, evenly
spread. In each round all tools run one after the other over the same units, each
in one process at a time:

  clang++ -fsyntax-only     the measure: CPU seconds 1.00
  clang-tidy                with its own checks for coroutines
  corolint, cold            without a cache
  corolint, filling         with an empty cache
  corolint, warm            with what the run before left
  corolint, one changed     warm, but for one file with another content

Printed are medians over the rounds. CPU time is user and system time of all
processes. Units that Clang cannot compile are left out. Then the same warm run over
a database of 1,000 entries that differ in a macro. Needs `cmake --preset release &&
ninja -C build/release`.
"""

import argparse
import json
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from cost import examples, spread

ROOT = pathlib.Path(__file__).resolve().parents[1]
TIDY_CHECKS = ",".join(
    [
        "-*",
        "cppcoreguidelines-avoid-capturing-lambda-coroutines",
        "cppcoreguidelines-avoid-reference-coroutine-parameters",
        "cppcoreguidelines-no-suspend-with-lock",
        "misc-coroutine-hostile-raii",
    ]
)


def run(command, folder):
    """CPU seconds, wall seconds, peak memory in MB of the largest process, exit code."""
    start = time.monotonic()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    # Findings and files that do not compile are no failure of the measurement.
    if process.returncode not in (0, 1, 3):
        sys.exit(f"lint.py: error: exit {process.returncode}: {' '.join(command)}")
    # wait4 counts the children that the process has waited for.
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024, process.returncode


def arguments(entry):
    line = entry.get("arguments") or shlex.split(entry["command"])
    kept, skip = [], False
    for word in line[1:]:
        if skip or word in ("-c", entry["file"]):
            skip = False
        elif word in ("-o", "-MF", "-MT", "-MQ"):
            skip = True
        else:
            kept.append(word)
    return kept


def syntax_only(entry):
    return ["clang++-19", "-fsyntax-only", "-w", *arguments(entry), entry["file"]]


class Total:
    """What one tool used over all units of a round."""

    def __init__(self):
        self.cpu = self.wall = self.peak = 0.0

    def add(self, cpu, wall, peak, _code=0):
        self.cpu += cpu
        self.wall += wall
        self.peak = max(self.peak, peak)
        return self


def round_of(options, entries, scratch):
    build = scratch / "build"
    build.mkdir(exist_ok=True)
    changed = scratch / "changed.cpp"
    # The one that changes is a copy, so that nothing of the corpus is touched.
    first = entries[0]
    own = {**first, "file": str(changed), "arguments": ["c++", *arguments(first), "-c", str(changed)]}
    own["arguments"] += [f"-I{pathlib.Path(first['directory'], first['file']).parent}"]
    own.pop("command", None)
    changed.write_bytes(pathlib.Path(first["directory"], first["file"]).read_bytes())
    database = [own, *entries[1:]]
    (build / "compile_commands.json").write_text(json.dumps(database), encoding="utf-8")

    result = {"clang++ -fsyntax-only": Total()}
    for entry in database:
        result["clang++ -fsyntax-only"].add(*run(syntax_only(entry), entry["directory"]))
    if not options.no_clang_tidy:
        result["clang-tidy, its coroutine checks"] = Total()
        for entry in database:
            command = ["clang-tidy-19", "--quiet", f"--checks={TIDY_CHECKS}", entry["file"], "--", "-w", *arguments(entry)]
            result["clang-tidy, its coroutine checks"].add(*run(command, entry["directory"]))
    cache = scratch / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    lint = [options.corolint, "--quiet", "--jobs=1", "-p", str(build)]
    cached = [*lint, f"--cache={cache}"]
    result["corolint, cold"] = Total().add(*run([*lint, "--no-cache"], scratch))
    result["corolint, filling the cache"] = Total().add(*run(cached, scratch))
    result["corolint, warm"] = Total().add(*run(cached, scratch))
    with changed.open("a", encoding="utf-8") as file:
        file.write("\n// Another content.\n")
    result["corolint, one file changed"] = Total().add(*run(cached, scratch))
    return result


def thousand(options, entries, scratch):
    """A warm run over 1,000 entries: CPU and wall seconds."""
    build = scratch / "thousand"
    build.mkdir()
    database = []
    for number in range(1000):
        entry = entries[number % len(entries)]
        line = ["c++", *arguments(entry), f"-DNUMBER={number}", "-c", entry["file"]]
        database.append({"directory": entry["directory"], "file": entry["file"], "arguments": line})
    (build / "compile_commands.json").write_text(json.dumps(database), encoding="utf-8")
    command = [options.corolint, "--quiet", "-p", str(build), f"--cache={scratch / 'cache'}"]
    run(command, scratch)
    return run(command, scratch)


def compiles(entry):
    return run(syntax_only(entry), entry["directory"])[3] == 0


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("-p", action="append", type=pathlib.Path, default=[], dest="databases")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--corolint", default=str(ROOT / "build" / "release" / "bin" / "corolint"))
    parser.add_argument("--no-clang-tidy", action="store_true")
    parser.add_argument("--no-thousand", action="store_true")
    options = parser.parse_args()
    if not pathlib.Path(options.corolint).exists():
        sys.exit(f"lint.py: error: no program {options.corolint}")
    entries = [entry for path in options.databases for entry in json.loads(path.read_text(encoding="utf-8"))]
    entries = entries if options.databases else examples()
    if options.sample:
        entries = spread(entries, options.sample)
    entries = [entry for entry in entries if compiles(entry)]
    if not entries:
        sys.exit("lint.py: error: no translation unit compiles; is libboost1.81-doc installed?")
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        rounds = [round_of(options, entries, scratch) for _ in range(options.rounds)]
        print(f"{len(entries)} translation units, medians of {options.rounds} rounds")
        print(f"{'':34} {'CPU s':>8} {'ratio':>7} {'peak MB':>8}")
        for name in rounds[0]:
            cpu = statistics.median(each[name].cpu for each in rounds)
            ratio = statistics.median(each[name].cpu / each["clang++ -fsyntax-only"].cpu for each in rounds)
            peak = statistics.median(each[name].peak for each in rounds)
            print(f"{name:34} {cpu:8.2f} {ratio:7.3f} {peak:8.0f}")
        print(f"one unit's own share of -fsyntax-only: {1 / len(entries):.3f}")
        if not options.no_thousand:
            cpu, wall, peak, _ = thousand(options, entries, scratch)
            print(f"1,000 entries, warm: {wall:.2f} s, {cpu:.2f} CPU s, {peak:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
