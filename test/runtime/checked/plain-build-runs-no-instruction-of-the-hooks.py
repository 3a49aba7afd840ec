# REQUIRES: valgrind
# RUN: %python %s %root %cxx %t
"""The plain build runs as many instructions for an operation as one from whose sources the hooks of the checked mode are removed.

Removed is each use of what `detail/observed.hpp` declares, by the rules below, and that header itself: a use that no rule knows
does not compile. Counted is by callgrind, on one worker, with the workloads of the benchmarks. The start of a program falls out, as
an operation is the difference of two runs of a workload divided by the difference of how many operations they did.
"""

import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys

root, compiler, folder = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
HEADER = "include/corolint/rt/detail/observed.hpp"
PARTS = "include/corolint/rt/detail/observed"

# workload: so many operations in the shorter run; ten times as many in the longer one.
WORKLOADS = {"ready": 2000, "fib": 1000, "spawn": 1000, "yield": 2000, "mutexy": 2000, "ping": 1000, "channel": 2000, "timeout": 500}
# What may differ: the scheduler's looks at the time and at other threads fall on other operations in each run.
TOLERANCE = 0.005

# Where the hooks are more than a statement of their own: what to replace, and by what.
RULES = [
    (r"(public pooled), public observed_frame (\{.*?\npublic:)", r"\1 \2\n  std::suspend_always initial_suspend() const noexcept { return {}; }"),
    (r" : public observed_(?:job|worker) \{", " {"),
    (r"get_return_object\(creation at(?: = creation::here\(\))?\)", "get_return_object()"),
    (r",\s*observed_frame \*parent = nullptr\) noexcept", ") noexcept"),
    (r"(begin_job\(\*this, child_), parent\.innermost\(\)\)", r"\1)"),
    (r"\n/// [^\n]*\ntemplate <class T, class\.\.\. Args>\nstruct std::coroutine_traits<corolint::rt::task<T>, Args\.\.\.> \{.*?\n\};\n", "\n"),
    (r"(?<![\w.])(?:detail::)?is_checked\b(?! =)", "false"),
    (r"\bcurrent_job current\b", "job *current"),
    (r" &&\s*!at\.who->block_is_known\(pulse\.jobs\)", ""),
    (r"\n *(?:\[\[maybe_unused\]\] )?const (?:detail::)?(?:observed_\w+|blocking_allowed) \w+(?:\([^()]*(?:\([^()]*\))?[^()]*\))?;", ""),
    (r'#include "corolint/rt/detail/observed\.hpp"', '#include "corolint/rt/sendable.hpp"\n#include <coroutine>\n#include <cstddef>\n#include <utility>'),
]


def hooks():
    """The functions of the plain build that are called as a statement."""
    plain = (root / "runtime" / PARTS / "plain.hpp").read_text()
    return sorted(set(re.findall(r"\bvoid (\w+)\(", plain)))


def without_hooks(to):
    """A copy of the runtime in which nothing of them is left."""
    shutil.copytree(root / "runtime", to)
    (to / HEADER).unlink()
    shutil.rmtree(to / PARTS)
    (to / "src/build.cpp").write_text("")  # is there for that header
    call = rf"(?<=[;{{}})\n])(\s*)(?:[\w*&]+(?:\.|->|::))*(?:{'|'.join(hooks())})\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\);"
    rules = [*RULES, (call, r"\1{}")]
    used = set()
    for path in sorted(to.rglob("*.?pp")):
        text = path.read_text()
        for pattern, instead in rules:
            text, count = re.subn(pattern, instead, text, flags=re.DOTALL)
            if count:
                used.add(pattern)
        path.write_text(text)
    for pattern, _ in rules:
        assert pattern in used, f"nothing is like {pattern}"


def built(runtime, where):
    launcher = ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if shutil.which("ccache") else []
    subprocess.run(["cmake", "-S", runtime, "-B", where, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DCOROLINT_BENCH=ON",
                    "-DCOROLINT_EXAMPLES=OFF", f"-DCMAKE_CXX_COMPILER={compiler}", *launcher], check=True, stdout=subprocess.DEVNULL)
    build = subprocess.run(["ninja", "-j2", "-C", where, "bench-corolint"], capture_output=True, text=True)
    assert build.returncode == 0, f"{runtime}: {build.stdout}\nA hook of observed.hpp that this does not know? See RULES."
    return where / "runtime/bench/bench-corolint"


def instructions(program, workload, operations):
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, workload, str(operations), "1"],
                         capture_output=True, text=True)
    counted = re.search(r"Collected : (\d+)", run.stderr)
    assert run.returncode == 0 and counted, run.stderr
    return int(counted[1])


def of_an_operation(program, workload):
    few = WORKLOADS[workload]
    return (instructions(program, workload, 10 * few) - instructions(program, workload, few)) / (9 * few)


shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
without_hooks(folder / "runtime")
programs = [built(root / "runtime", folder / "plain"), built(folder / "runtime", folder / "removed")]
pairs = [(program, workload) for workload in WORKLOADS for program in programs]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    figures = dict(zip(pairs, pool.map(lambda pair: of_an_operation(*pair), pairs), strict=True))
failed = False
for workload in WORKLOADS:
    plain, removed = (figures[program, workload] for program in programs)
    differs = abs(plain - removed) > TOLERANCE * removed
    failed |= differs
    print(f"{workload}: {plain:.2f} instructions, {removed:.2f} without the hooks{': differs' if differs else ''}")
sys.exit(failed)
