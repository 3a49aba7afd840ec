# RUN: %python %s %root %build %t
"""Objects of a plain and of a checked build do not get into one program, and the linker says why.

All mixtures are tried with what could lose the reference: optimisation, hidden symbols, sections that nobody needs.
"""

import itertools
import pathlib
import shutil
import subprocess
import sys

root, build, folder = map(pathlib.Path, sys.argv[1:])
LIBRARIES = {
    "plain": build / "runtime/libcorolint_runtime.a",
    "checked": build / "runtime/libcorolint_runtime_checked.a",
}
NEEDS_PLAIN = "corolint_rt_objects_compiled_without_COROLINT_CHECKED_need_the_library_corolint_runtime"
NEEDS_CHECKED = "corolint_rt_objects_compiled_with_COROLINT_CHECKED_need_the_library_corolint_runtime_checked"
NOT_BOTH = "corolint_rt_link_corolint_runtime_or_corolint_runtime_checked_not_both"
# What the objects of a program are, which libraries it links, and what the linker says of it.
PROGRAMS = [
    ("plain", "plain", ("plain",), None),
    ("checked", "checked", ("checked",), None),
    ("plain", "plain", ("checked",), NEEDS_PLAIN),
    ("checked", "checked", ("plain",), NEEDS_CHECKED),
    ("plain", "checked", ("plain",), NEEDS_CHECKED),
    ("checked", "plain", ("plain",), NEEDS_CHECKED),
    ("plain", "checked", ("checked",), NEEDS_PLAIN),
    ("checked", "plain", ("checked",), NEEDS_PLAIN),
    ("checked", "plain", ("checked", "plain"), NOT_BOTH),
]
FLAGS = {
    "as it comes": ([], []),
    "small": (["-O2", "-fvisibility=hidden", "-ffunction-sections", "-fdata-sections"], ["-Wl,--gc-sections"]),
}
SOURCES = {
    "main": """#include "corolint/rt/runtime.hpp"
corolint::rt::task<int> made_elsewhere();
int main() { return corolint::rt::block_on(made_elsewhere()); }
""",
    "other": """#include "corolint/rt/task.hpp"
corolint::rt::task<int> made_elsewhere() { co_return 0; }
""",
}


def objects(compiler, flags, where):
    """{(source, kind): object}"""
    made = {}
    for source, kind in itertools.product(SOURCES, LIBRARIES):
        made[source, kind] = where / f"{source}-{kind}.o"
        kinds = ["-DCOROLINT_CHECKED=1"] if kind == "checked" else []
        subprocess.run([compiler, "-std=c++20", *flags, *kinds, f"-I{root}/runtime/include",
                        "-c", folder / f"{source}.cpp", "-o", made[source, kind]], check=True)
    return made


folder.mkdir(parents=True, exist_ok=True)
for source, text in SOURCES.items():
    (folder / f"{source}.cpp").write_text(text)
compilers = [each for each in ("g++", "clang++-19") if shutil.which(each)]
linkers = [each for each in ("bfd", "lld") if shutil.which(f"ld.{each}")]
assert compilers and linkers, "no compiler, or no linker"
for compiler, (name, (compiled, linked)) in itertools.product(compilers, FLAGS.items()):
    where = folder / f"{compiler}-{name.replace(' ', '-')}"
    where.mkdir(exist_ok=True)
    made = objects(compiler, compiled, where)
    for linker, (first, second, libraries, says) in itertools.product(linkers, PROGRAMS):
        program = where / "program"
        link = subprocess.run([compiler, f"-fuse-ld={linker}", *linked, made["main", first], made["other", second],
                               *[LIBRARIES[each] for each in libraries], "-lbacktrace", "-ldl", "-pthread", "-o", program],
                              capture_output=True, text=True)
        what = f"{compiler}, {linker}, {name}: {first} and {second} with {' and '.join(libraries)}"
        if says:
            assert link.returncode != 0, f"{what}: is linked"
            assert says in link.stderr, f"{what}: {link.stderr}"
        else:
            assert link.returncode == 0, f"{what}: {link.stderr}"
            subprocess.run([program], check=True)
