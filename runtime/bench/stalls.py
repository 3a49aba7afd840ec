#!/usr/bin/env python3
"""Counts how often a stall is reported with the right function, and how long others wait behind a call that blocks.

usage: stalls.py [--build DIR] [--compiler CXX]

A hundred tasks, each of which computes for 50 ms, of processor time, in a function of its own; the limit is 20 ms. Then, ten times, one of two workers sleeps for a
second inside of a task, while others are ready, wait for timers, or were woken just before. Both with the checked library of
`cmake --preset runtime-release && ninja -C build/runtime-release`.
"""

import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
STALLS = 100

HEAD = """#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <ctime>
namespace rt = corolint::rt;
using namespace std::chrono_literals;
inline long used_ms() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}
"""
FUNCTION = ("[[gnu::noinline]] void stall{0}() {{ for (long end = used_ms() + 50; used_ms() < end;) asm volatile(\"\"); }}\n"
            "rt::task<> task{0}() {{ stall{0}(); co_return; }}\n")
MAIN = """rt::task<> all() {{ {calls} }}
int main() {{ rt::runtime::builder{{}}.workers(2).stall_limit(20ms).build().block_on(all()); }}
"""
BLOCKED = """#include "corolint/rt/event.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/yield.hpp"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>
namespace rt = corolint::rt;
using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;
std::atomic<bool> over{false};
double ms(clock_type::time_point from) { return std::chrono::duration<double, std::milli>(clock_type::now() - from).count(); }
rt::task<double> ready() {
  double worst = 0;
  while (!over) {
    const auto last = clock_type::now();
    co_await rt::yield();
    worst = std::max(worst, ms(last));
  }
  co_return worst;
}
rt::task<double> ticks() {
  double worst = 0;
  while (!over) {
    const auto last = clock_type::now();
    co_await rt::sleep_for(5ms);
    worst = std::max(worst, ms(last) - 5);
  }
  co_return worst;
}
rt::task<double> woken(rt::event &event, clock_type::time_point &since) {
  co_await event.wait();
  co_return ms(since);
}
rt::task<> all() {
  std::vector<rt::join_handle<double>> others;
  for (int i = 0; i != 10; ++i) {
    others.push_back(rt::spawn(ready()));
    others.push_back(rt::spawn(ticks()));
  }
  rt::event event;
  clock_type::time_point since;
  others.push_back(rt::spawn(woken(event, since)));
  co_await rt::sleep_for(50ms);
  since = clock_type::now();
  event.set();
  std::this_thread::sleep_for(1s);
  over = true;
  double worst = 0;
  for (auto &each : others)
    worst = std::max(worst, co_await std::move(each));
  std::printf("%f\\n", worst);
}
int main() { rt::runtime::builder{}.workers(2).build().block_on(all()); }
"""


def build(options, folder, name, source):
    (folder / f"{name}.cpp").write_text(source)
    subprocess.run([options.compiler, "-std=c++20", "-O2", "-g", "-w", "-fno-omit-frame-pointer", "-DCOROLINT_CHECKED=1",
                    f"-I{ROOT}/runtime/include", folder / f"{name}.cpp", "-o", folder / name,
                    options.build / "runtime/libcorolint_runtime_checked.a", "-lbacktrace", "-ldl", "-pthread"], check=True)  # fmt: skip
    return folder / name


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/runtime-release")
    parser.add_argument("--compiler", default="clang++-19")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        calls = " ".join(f"co_await task{i}(); co_await rt::sleep_for(1ms);" for i in range(STALLS))
        program = build(options, folder, "stalls", HEAD + "".join(FUNCTION.format(i) for i in range(STALLS)) + MAIN.format(calls=calls))
        report = folder / "report.json"
        subprocess.run([program], env={**os.environ, "COROLINT_REPORT": f"json={report}"}, check=True)
        named = set()
        for each in json.loads(report.read_text())["findings"]:
            called = {match[1] for note in each["notes"] if (match := re.search(r"(?:in|reached by) 'stall(\d+)'", note["message"]))}
            line = each["location"]["line"] - len(HEAD.splitlines())
            named |= {number for number in called if line == 2 * int(number) + 2}
        print(f"stalls of 50 ms with the right function and line: {len(named)} of {STALLS}")
        program = build(options, folder, "blocked", BLOCKED)
        waits = [float(subprocess.run([program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True).stdout)
                 for _ in range(10)]
        print(f"longest wait behind a worker that blocks for 1 s: median {statistics.median(waits):.1f} ms, most {max(waits):.1f} ms")


main()
