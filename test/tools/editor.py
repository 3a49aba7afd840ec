"""An editor that was told how to act, and what corolint says of the same file.

The script that the editor runs writes what it has seen to the file named by $SEEN:
{"opened": [...], "fixed": [...]}, the diagnostics when the file was opened and
after a fix was chosen, each {"line", "column", "check", "message"}, counted from 1
in bytes. The title of the fix is in $FIX, the patience in $LIMIT, in seconds.
"""

import json
import pathlib
import shutil
import subprocess

from cli import FLAGS, by_cli, plain
from lsp import check

LIMIT = 120
FIX = "insert 'co_await '"
# Letters that count differently in bytes and in UTF-16 stand before one finding,
# not before the one that is fixed: Neovim 0.7 asks for fixes with a column in bytes.
TEXT = """\
#include "lazy.h"

lib::task<void> save(int id);

lib::task<void> handle(int id) {
  save(id);
  co_return;
}

lib::task<void> handle_all() {
  /* Größe \U0001f600 */ save(1);
  co_await save(2);
}
"""
FIXED = TEXT.replace("  save(id)", "  co_await save(id)")


def program(folder, clangd):
    """A folder with the clangd that the settings name, of LLVM 19; that of the build takes its place."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "corolint-clangd-19"
    script.write_text(f'#!/bin/sh\nexec "{clangd}" "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return folder.resolve()


def run(folder, clangd, editor, *words, settings):
    """Opens handle.cpp in the editor, whose settings are {place in its home: file that we ship}."""
    folder = pathlib.Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    home, project, seen = folder / "home", folder / "project", folder / "seen.json"
    project.mkdir(parents=True)
    (project / "compile_flags.txt").write_text("\n".join(FLAGS), encoding="utf-8")
    source = project / "handle.cpp"
    source.write_text(TEXT, encoding="utf-8")
    for place, shipped in settings.items():
        (home / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(shipped, home / place)
    programs = program(folder / "bin", clangd)

    before = by_cli(project, str(source), "--", *FLAGS)[str(source)]
    check(len(before) == 2, "corolint finds the dropped tasks", before)
    environment = {
        "HOME": str(home), "PATH": f"{programs}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "dumb",
        "SEEN": str(seen), "FIX": FIX, "LIMIT": str(LIMIT)}  # fmt: skip
    output = folder / "output"
    with output.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [editor, *words, str(source)], cwd=project, env=environment,
            stdin=subprocess.DEVNULL, stdout=log, stderr=log)  # fmt: skip
        try:
            code = process.wait(3 * LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            code = "none in time"
    said = output.read_text(encoding="utf-8", errors="replace")
    check(seen.exists(), f"the editor has seen something; its exit code is {code}", said)
    report = json.loads(seen.read_text(encoding="utf-8"))

    check(listed(report["opened"]) == before, "the editor shows what the CLI finds", report["opened"], before, said)
    text = source.read_text(encoding="utf-8")
    check(text == FIXED, "the fix is made", text, said)
    after = by_cli(project, str(source), "--", *FLAGS)[str(source)]
    check(len(after) == 1, "what is fixed is no longer found", after)
    check(listed(report["fixed"]) == after, "the editor shows the rest", report["fixed"], after, said)
    check(code == 0, "the editor ends well", str(code), said)


def listed(diagnostics):
    """In the form of by_cli. Notes follow a message where the client knows of no related places."""
    return sorted(
        (each["line"], each["column"], each["check"], plain(each["message"].split("\n\n")[0])) for each in diagnostics
    )
