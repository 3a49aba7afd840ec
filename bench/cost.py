"""Measures what the checks cost on top of the parse, both in the same process.

usage: cost.py [-p compile_commands.json]... [--sample K] [--repeat N] [--plugin FILE] [--clang-tidy PROGRAM]

Without -p the translation units are the Boost.Asio and Beast examples of
test/realworld (Debian's libboost1.81-doc). --sample takes K of them, evenly
spread. The checks' time is the sum of clang-tidy's profile, user and system;
the first check's includes the model that all share. The rest of the process is
the parse. Needs `cmake --preset release && ninja -C build/release`.
"""

import argparse
import collections
import json
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
EXAMPLES = pathlib.Path("/usr/share/doc/libboost1.81-doc/examples/libs")
PATTERNS = [
    "asio/example/cpp20/*/*.cpp",
    "beast/example/*/*/awaitable/*.cpp",
    "beast/example/advanced/*awaitable/*.cpp",
]
FLAGS = ["-std=c++20", "-include", "list", "-I", str(EXAMPLES / "beast")]


def examples():
    files = sorted({str(path) for pattern in PATTERNS for path in EXAMPLES.glob(pattern)})
    return [{"directory": str(EXAMPLES), "file": f, "arguments": ["c++", *FLAGS, "-c", f]} for f in files]


def spread(entries, count):
    return [entries[i * len(entries) // count] for i in range(count)] if count < len(entries) else entries


def cpu_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(options, entry):
    """Seconds of the whole process and of each check, or None if the unit does not compile."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "compile_commands.json").write_text(json.dumps([entry]), encoding="utf-8")
        before = cpu_of_children()
        result = subprocess.run(
            [options.clang_tidy, f"-load={options.plugin}", "--checks=-*,coro-*", "--quiet", "--enable-check-profile",
             f"--store-check-profile={folder}/profile", "-p", folder, entry["file"]],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        total = cpu_of_children() - before
        profiles = list(pathlib.Path(folder, "profile").glob("*.json"))
        if " error: " in result.stdout or not profiles:
            return None
        checks = collections.Counter()
        for name, seconds in json.loads(profiles[0].read_text(encoding="utf-8"))["profile"].items():
            check, clock = name.removeprefix("time.clang-tidy.").rsplit(".", 1)
            if clock in ("user", "sys"):
                checks[check] += seconds
        return total, checks


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("-p", action="append", type=pathlib.Path, default=[], dest="databases")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--plugin", default=ROOT / "build" / "release" / "lib" / "libcorolint-tidy.so")
    parser.add_argument("--clang-tidy", default="clang-tidy-19")
    options = parser.parse_args()
    if not pathlib.Path(options.plugin).exists():
        sys.exit(f"cost.py: error: no plugin {options.plugin}")
    entries = [entry for path in options.databases for entry in json.loads(path.read_text(encoding="utf-8"))]
    entries = entries if options.databases else examples()
    if not entries:
        sys.exit("cost.py: error: no translation units")

    ratios, per_check, parse_sum = [], collections.Counter(), 0.0
    print(" parse s  checks s  ratio %")
    for entry in spread(entries, options.sample or len(entries)):
        runs = [run for _ in range(options.repeat) if (run := measure(options, entry))]
        if not runs:
            print(f"  left out, does not compile: {entry['file']}")
            continue
        total, checks = sorted(runs, key=lambda run: sum(run[1].values()) / run[0])[len(runs) // 2]
        cost = sum(checks.values())
        parse = total - cost
        print(f"{parse:8.2f} {cost:9.3f} {100 * cost / parse:8.2f}  {entry['file']}", flush=True)
        ratios.append((100 * cost / parse, entry["file"]))
        per_check += checks
        parse_sum += parse
    if not ratios:
        return 1
    ratios.sort(reverse=True)
    print(f"\n{len(ratios)} units, median {statistics.median(ratio for ratio, _ in ratios):.2f} %, worst:")
    for ratio, name in ratios[:3]:
        print(f"{ratio:8.2f} %  {name}")
    print(f"all units: parse {parse_sum:.1f} s, checks {sum(per_check.values()):.2f} s, of which")
    for check, seconds in per_check.most_common(5):
        print(f"{seconds:8.2f} s  {check}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
