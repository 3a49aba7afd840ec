#!/usr/bin/env python3
"""Runs the workloads on this runtime and on its peers, and prints ratios.

usage: run.py [--build DIR] [--rounds N] [--checked] [WORKLOAD...]

In each round all programs run a workload once, one after the other, with each
number of workers, so that a busy machine disturbs all of them. Printed are the
medians over the rounds, ours divided by the other's, what the ratio may be at
most, and whether it is. Processor time of the whole process, in nanoseconds per
operation; `parked`: bytes per task; `sleepers`: seconds until all have ended;
`echo`: also the system calls of a request, which strace counts. That slows the
server down, so that more requests wait for each look at the descriptors.
--checked compares the checked build with the plain one instead.
Needs `cmake --preset runtime-release && ninja -C build/runtime-release`.
"""

import argparse
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# workload: (operations, workers, {peer: the most that ours may be of theirs})
WORKLOADS = {
    "ready": (20_000_000, [1], {"floor": 1.5, "asio": None}),
    "yield": (10_000_000, [1], {"floor": 4.0, "asio": 0.15}),
    "spawn": (1_000_000, [1, 2], {"floor": None, "asio": 0.35}),
    "mutexy": (5_000_000, [1], {"floor": 3.0, "asio": None}),
    "ping": (2_000_000, [1, 2], {"floor": None, "asio": 0.2}),
    "channel": (5_000_000, [1, 2], {"floor": None, "asio": None}),
    "timeout": (1_000_000, [1], {"asio": 0.05}),
    "parked": (200_000, [1], {"asio": None}),
    "sleepers": (1_000_000, [1], {"asio": None}),
    "echo64": (500_000, [1], {"floor": None, "asio": 1.05, "uv": None}),
    "echo512": (500_000, [1], {"floor": None, "asio": 1.05, "uv": None}),
}
# What the checked build may cost: its time over that of the plain one.
CHECKED = {
    # So few that no task runs for 100 ms: a stall is looked into, which takes as long again, once.
    "ready": (8_000_000, 1, 2.0),
    "fib": (2_000_000, 1, 2.2),
    "spawn": (90_000, 1, 2.0),  # more tasks at once are reported, as they grow without bound
    "yield": (10_000_000, 1, 1.3),
    "mutexy": (5_000_000, 1, 1.3),
    "ping": (2_000_000, 1, 1.3),
    "channel": (5_000_000, 1, 1.3),
    "timeout": (1_000_000, 1, 1.3),
    "echo64": (500_000, 1, 1.3),
}
CALLS = {"echo64": 2.2, "echo512": 2.2}  # system calls of an operation, at most
AT_MOST = {"parked": 256}  # ours alone
OF_ITSELF = {("ping", 2): (1, 1.5)}  # the most it may be of ours with so many workers
FEWER = {"asio": 10}  # a slower peer runs that many times fewer operations
EXACT = {"parked", "sleepers", "spawn", "echo64", "echo512"}  # whose figure depends on how many


def measure(build, program, workload, operations, workers):
    if program in FEWER and workload not in EXACT:
        operations //= FEWER[program]
    run = subprocess.run([build / "runtime/bench" / f"bench-{program}", workload, str(operations), str(workers)],
                         capture_output=True, text=True)  # fmt: skip
    if run.returncode:
        sys.exit(f"bench-{program} {workload}: {run.stderr.strip() or run.returncode}")
    return float(run.stdout)


def count_calls(build, program, workload, workers):
    """The system calls of an operation, without those that begin and end."""

    def calls(operations):
        path = build / "runtime/bench" / f"bench-{program}"
        # The other end is a program of its own, which strace lets go.
        run = subprocess.run(["strace", "-f", "-c", "--detach-on=execve", path, workload, str(operations), str(workers)],
                             capture_output=True, text=True)  # fmt: skip
        total = re.search(r"^100\.00 +[\d.]+ +\d+ +(\d+) .*total$", run.stderr, re.MULTILINE)
        if run.returncode or not total:
            sys.exit(f"strace of bench-{program} {workload}: {run.stderr.strip()}")
        return int(total[1])

    return (calls(30_000) - calls(10_000)) / 20_000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/runtime-release")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--checked", action="store_true")
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD")
    options = parser.parse_args()
    known = CHECKED if options.checked else WORKLOADS
    unknown = set(options.workloads) - set(known)
    if unknown:
        parser.error(f"no workload {', '.join(sorted(unknown))}; there are {', '.join(known)}")

    if options.checked:
        return compare_checked(options)
    print("| workload | workers | corolint | other | theirs | ratio | at most | |\n|---|---|---|---|---|---|---|---|")
    for name in options.workloads or WORKLOADS:
        operations, all_workers, peers = WORKLOADS[name]
        for peer in [each for each in peers if not (options.build / f"runtime/bench/bench-{each}").exists()]:
            print(f"{name}: bench-{peer} is not built", file=sys.stderr)
            peers = {each: limit for each, limit in peers.items() if each != peer}
        figures = {(program, workers): [] for workers in all_workers for program in ("corolint", *peers)}
        for _ in range(options.rounds):
            for (program, workers), seen in figures.items():
                seen.append(measure(options.build, program, name, operations, workers))
        medians = {key: statistics.median(seen) for key, seen in figures.items()}
        for workers in all_workers:
            ours = medians["corolint", workers]
            for peer, limit in peers.items():
                show(name, workers, ours, peer, medians[peer, workers], limit)
            if (name, workers) in OF_ITSELF:
                fewer, limit = OF_ITSELF[name, workers]
                show(name, workers, ours, f"itself on {fewer}", medians["corolint", fewer], limit)
        if name in CALLS and shutil.which("strace"):
            limit = CALLS[name]
            ours, *others = (count_calls(options.build, program, name, 1) for program in ("corolint", *peers))
            for peer, theirs in zip(peers, others, strict=True):
                row(f"{name}, system calls", 1, ours, peer, f"{theirs:.4g}", f"{ours / theirs:.3f}", f"{limit} calls", verdict(ours, limit))
        if name in AT_MOST:
            row(name, all_workers[0], ours, "", "", "", AT_MOST[name], verdict(ours, AT_MOST[name]))
        if name == "sleepers":
            row(name, all_workers[0], ours, "", "", "", "all end", "met")  # or the program had failed


def compare_checked(options):
    print("| workload | checked | plain | ratio | at most | |\n|---|---|---|---|---|---|")
    for name, (operations, workers, limit) in CHECKED.items():
        if options.workloads and name not in options.workloads:
            continue
        seen = {"checked": [], "corolint": []}
        for _ in range(options.rounds):
            for program, figures in seen.items():
                figures.append(measure(options.build, program, name, operations, workers))
        checked, plain = (statistics.median(seen[program]) for program in ("checked", "corolint"))
        ratio = checked / plain
        print(f"| {name} | {checked:.4g} | {plain:.4g} | {ratio:.3f} | {limit} | {verdict(ratio, limit)} |", flush=True)


def verdict(figure, limit):
    return "" if limit is None else "met" if figure <= limit else "**missed**"


def show(name, workers, ours, other, theirs, limit):
    row(name, workers, ours, other, f"{theirs:.4g}", f"{ours / theirs:.3f}", limit or "", verdict(ours / theirs, limit))


def row(name, workers, ours, *rest):
    print("|", " | ".join(map(str, (name, workers, f"{ours:.4g}", *rest))), "|", flush=True)


if __name__ == "__main__":
    main()
