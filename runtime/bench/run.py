#!/usr/bin/env python3
"""Runs the workloads on this runtime and on its peers, and prints ratios.

usage: run.py [--build DIR] [--rounds N] [WORKLOAD...]

All programs of a workload run once in each round, one after the other, so that
a busy machine disturbs all of them. Printed are the medians over the rounds,
and ours divided by the peer's median. Processor time of the whole process, in
nanoseconds per operation; bytes per task for `parked`, seconds for `sleepers`.
Needs `cmake --preset runtime-release && ninja -C build/runtime-release`.
"""

import argparse
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# workload: (operations, workers, peers and theirs, [(peer, limit)])
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

    print("| workload | workers | corolint | peer | theirs | ratio | limit | |\n|---|---|---|---|---|---|---|---|")
    medians = {}
    for name in options.workloads or WORKLOADS:
        operations, all_workers, peers = WORKLOADS[name]
        for workers in all_workers:
            figures = {program: [] for program in ("corolint", *peers)}
            for _ in range(options.rounds):
                for program, seen in figures.items():
                    seen.append(measure(options.build, program, name, operations, workers))
            ours = medians[name, workers] = statistics.median(figures["corolint"])
            for peer, limit in peers.items():
                theirs = statistics.median(figures[peer])
                verdict = "" if limit is None else "met" if ours / theirs <= limit else "missed"
                print(f"| {name} | {workers} | {ours:.4g} | {peer} | {theirs:.4g} | {ours / theirs:.3f} | {limit or ''} | {verdict} |",
                      flush=True)  # fmt: skip
    if {("ping", 1), ("ping", 2)} <= set(medians):
        ratio = medians["ping", 2] / medians["ping", 1]
        print(f"| ping | 2 | {medians['ping', 2]:.4g} | itself on 1 | {medians['ping', 1]:.4g} | {ratio:.3f} | 1.5 | {'met' if ratio <= 1.5 else 'missed'} |")


if __name__ == "__main__":
    main()
