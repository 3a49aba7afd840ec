#!/usr/bin/env python3
"""Runs the workloads on this runtime and on its peers, and prints ratios.

usage: run.py [--build DIR] [--rounds N] [WORKLOAD...]

In each round all programs run a workload once, one after the other, with each
number of workers, so that a busy machine disturbs all of them. Printed are the
medians over the rounds, ours divided by the other's, what the ratio may be at
most, and whether it is. Processor time of the whole process, in nanoseconds per
operation; `parked`: bytes per task; `sleepers`: seconds until all have ended.
Needs `cmake --preset runtime-release && ninja -C build/runtime-release`.
"""

import argparse
import pathlib
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
}
AT_MOST = {"parked": 256}  # ours alone
OF_ITSELF = {("ping", 2): (1, 1.5)}  # the most it may be of ours with so many workers
FEWER = {"asio": 10}  # a slower peer runs that many times fewer operations
EXACT = {"parked", "sleepers", "spawn"}  # whose figure depends on how many


def measure(build, program, workload, operations, workers):
    if program in FEWER and workload not in EXACT:
        operations //= FEWER[program]
    run = subprocess.run([build / "runtime/bench" / f"bench-{program}", workload, str(operations), str(workers)],
                         capture_output=True, text=True)  # fmt: skip
    if run.returncode:
        sys.exit(f"bench-{program} {workload}: {run.stderr.strip() or run.returncode}")
    return float(run.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/runtime-release")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD")
    options = parser.parse_args()
    unknown = set(options.workloads) - set(WORKLOADS)
    if unknown:
        parser.error(f"no workload {', '.join(sorted(unknown))}; there are {', '.join(WORKLOADS)}")

    print("| workload | workers | corolint | other | theirs | ratio | at most | |\n|---|---|---|---|---|---|---|---|")
    for name in options.workloads or WORKLOADS:
        operations, all_workers, peers = WORKLOADS[name]
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
        if name in AT_MOST:
            row(name, all_workers[0], ours, "", "", "", AT_MOST[name], verdict(ours, AT_MOST[name]))
        if name == "sleepers":
            row(name, all_workers[0], ours, "", "", "", "all end", "met")  # or the program had failed


def verdict(figure, limit):
    return "" if limit is None else "met" if figure <= limit else "**missed**"


def show(name, workers, ours, other, theirs, limit):
    row(name, workers, ours, other, f"{theirs:.4g}", f"{ours / theirs:.3f}", limit or "", verdict(ours / theirs, limit))


def row(name, workers, ours, *rest):
    print("|", " | ".join(map(str, (name, workers, f"{ours:.4g}", *rest))), "|", flush=True)


if __name__ == "__main__":
    main()
