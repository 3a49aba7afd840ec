# RUN: %python %s %root %cxx %t
"""A project that is built without optimisation, and the library with it, gets the reports that the programs of test/semantics expect.

There all functions that a class defines in itself follow each other, and exist in several objects; and the library has debug info of its own,
whose lines are no place for a user to edit.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

root, compiler, folder = sys.argv[1:]
folder = pathlib.Path(folder)
programs = pathlib.Path(root) / "test/semantics"
sys.path.insert(0, str(programs))
import semantics  # noqa: E402

PROGRAMS = [
    "coro-blocking-call/through-functions.cpp",
    "coro-dangling-parameter/rvalue-reference.cpp",
    "coro-dangling-this/second-coroutine.cpp",
    "coro-dangling-this/starts-itself.cpp",
    "coro-dangling-this/temporary.cpp",
    "coro-discarded-task/member-function.cpp",
    "coro-discarded-task/template.cpp",
    "coro-unbounded-spawn/callable.cpp",
    "coro-unsafe-spawn-capture/join-set.cpp",
]

shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
rules = "".join(
    f"add_executable({pathlib.Path(each).stem} {programs / each})\n"
    f"target_link_libraries({pathlib.Path(each).stem} PRIVATE corolint::runtime_checked)\n"
    for each in PROGRAMS)
(folder / "CMakeLists.txt").write_text(
    "cmake_minimum_required(VERSION 3.25)\nproject(newcomer CXX)\nset(CMAKE_CXX_STANDARD 20)\n"
    f"add_subdirectory({root}/runtime runtime EXCLUDE_FROM_ALL)\n{rules}")
launcher = ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if shutil.which("ccache") else []
subprocess.run(["cmake", "-S", folder, "-B", folder / "build", "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
                f"-DCMAKE_CXX_COMPILER={compiler}", *launcher], check=True, stdout=subprocess.DEVNULL)  # fmt: skip
subprocess.run(["ninja", "-j2", "-C", folder / "build"], check=True, stdout=subprocess.DEVNULL)

failed = False
for each in PROGRAMS:
    program = programs / each
    report = folder / f"{program.stem}.json"
    subprocess.run([folder / "build" / program.stem], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env={**os.environ, "COROLINT_CHECKED": "on", "COROLINT_REPORT": f"json={report}"})  # fmt: skip
    findings = json.loads(report.read_text())["findings"] if report.exists() else []
    seen = {(at["check"], at["location"]["file"], at["location"]["line"]) for at in findings}
    wanted = {(check, str(program), line) for check, line in semantics.expected(program)}
    if seen != wanted:
        failed = True
        print(f"{each}: reported {sorted(seen)}, expected {sorted(wanted)}")
sys.exit(failed)
