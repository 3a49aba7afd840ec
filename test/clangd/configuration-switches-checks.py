# RUN: rm -rf %t && %python %s %t %clangd
"""Without configuration all checks are on; .clang-tidy, .clangd and .corolint.yaml have a say."""

import pathlib
import sys

from cli import FLAGS
from lsp import Client, check

folder, *command = sys.argv[1:]
folder = pathlib.Path(folder)
TEXT = """\
#include "lazy.h"
#include <mutex>

lib::task<void> save(int id);
std::mutex Mutex;

lib::task<void> handle(int id) {
  std::lock_guard<std::mutex> Lock(Mutex);
  save(id);
  co_await save(id);
}
"""
BOTH = ["coro-discarded-task", "coro-lock-across-await"]
CASES = [
    # Name of the case, name of the file, what it says, the checks that find something.
    ("nothing", ".none", "", BOTH),
    ("all-off", ".clang-tidy", "Checks: '-*'", []),
    ("ours-off", ".clang-tidy", "Checks: '-coro-*'", []),
    ("one-off", ".clang-tidy", "Checks: '-coro-discarded-task'", BOTH[1:]),
    # It speaks of clang-tidy's own checks, as for the CLI.
    ("others-on", ".clang-tidy", "Checks: '-*,bugprone-*'", BOTH),
    ("one-on", ".clang-tidy", "Checks: '-*,coro-discarded-task'", BOTH[:1]),
    ("removed", ".clangd", "Diagnostics: {ClangTidy: {Remove: coro-*}}", []),
    ("one-removed", ".clangd", "Diagnostics: {ClangTidy: {Remove: coro-discarded-task}}", BOTH[1:]),
    ("suppressed", ".clangd", "Diagnostics: {Suppress: coro-lock-across-await}", BOTH[:1]),
    ("project", ".corolint.yaml", "checks: ['*', '-coro-lock-across-await']", BOTH[:1]),
    ("excluded", ".corolint.yaml", "exclude: ['*.cpp']", []),
]

with Client(command, folder, flags=FLAGS) as client:
    for name, file, says, expected in CASES:
        (folder / name).mkdir(parents=True)
        (folder / name / file).write_text(says + "\n", encoding="utf-8")
        found = sorted(each["code"] for each in client.open(f"{name}/a.cpp", TEXT).findings())
        check(found == expected, f"{name}: '{says}' leaves {expected}", found)

    project = folder / "changes" / ".corolint.yaml"
    project.parent.mkdir()
    project.write_text("severities: {coro-discarded-task: error}\n", encoding="utf-8")
    document = client.open("changes/a.cpp", TEXT)
    levels = sorted((each["code"], each["severity"]) for each in document.findings())
    check(levels == [(BOTH[0], 1), (BOTH[1], 2)], "severities count", levels)
    project.write_text("checks: ['coro-discarded-task']\n", encoding="utf-8")
    document.change(TEXT + "\n")
    check(len(document.findings()) == 1, "a changed file is read again", document.findings())
    project.write_text("cheks: []\n", encoding="utf-8")
    for more in "\n\n", "\n\n\n":
        document.change(TEXT + more)
        check(len(document.findings()) == 1, "what it said before a mistake stays", document.findings())
    mistakes = [line for line in client.said().splitlines() if "unknown key 'cheks'" in line]
    check(len(mistakes) == 1, "a mistake is said once", client.said())
