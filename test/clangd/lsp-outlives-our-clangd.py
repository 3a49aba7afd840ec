# RUN: %python %s %t %clangd %lsp
"""What the user's clangd says stays when ours dies, cannot be started or never answers."""

import os
import pathlib
import signal
import subprocess
import sys

from cli import FLAGS
from lsp import Client, check

folder, ours, lsp, *users = sys.argv[1:]
users = users[users.index("--") + 1 :]
folder = pathlib.Path(folder).resolve()
TEXT = """\
#include "lazy.h"

lib::task<void> save(int id);

lib::task<void> handle(int id) {
  save(id);
  int other = nullptr;
  co_return;
}
"""


def children(process):
    return {
        pathlib.Path(f"/proc/{pid}/exe").resolve().name: int(pid)
        for pid in subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)],
                                  capture_output=True, text=True, check=True).stdout.split()
    }  # fmt: skip


def codes(diagnostics):
    return sorted(each["code"] for each in diagnostics)


with Client([lsp, f"--server={ours}", "--", *users], folder / "dies", flags=FLAGS) as client:
    document = client.open("a.cpp", TEXT)
    check(codes(document.diagnostics()) == ["coro-discarded-task", "init_conversion_failed"], "both speak",
          document.diagnostics())  # fmt: skip
    finding = document.findings()[0]
    os.kill(children(client.process)[pathlib.Path(ours).name], signal.SIGKILL)
    client.until(lambda: codes(client.published[document.uri][-1]["diagnostics"]) == ["init_conversion_failed"],
                 "our finding to go")  # fmt: skip
    document.actions(finding)
    document.change(TEXT.replace("other", "another"))
    check(codes(document.diagnostics()) == ["init_conversion_failed"], "the user's goes on", document.diagnostics())
    lines = [line for line in client.said().splitlines() if line.startswith("corolint-lsp: ")]
    check(lines == [f"corolint-lsp: error: '{ours}' ended with exit code 137; your clangd goes on without the "
                    "findings of corolint"], "it is said once", client.said())  # fmt: skip

with Client([lsp, "--server=/nowhere/clangd", "--", *users], folder / "none", flags=FLAGS) as client:
    document = client.open("a.cpp", TEXT)
    check(codes(document.diagnostics()) == ["init_conversion_failed"], "the user's speaks", document.diagnostics())
    check("corolint-lsp: error: cannot run '/nowhere/clangd': No such file or directory; your clangd goes on without"
          in client.said(), "it is said", client.said())  # fmt: skip

# One that never answers, and one that also closes its streams.
for name in "mute", "deaf":
    server = str(pathlib.Path(__file__).parent / "Inputs" / name)
    with Client([lsp, f"--server={server}", "--", *users], folder / name, flags=FLAGS) as client:
        document = client.open("a.cpp", TEXT)
        client.until(lambda: document.uri in client.published, "the user's diagnostics")
        shown = codes(client.published[document.uri][-1]["diagnostics"])
        check(shown == ["init_conversion_failed"], "the user's speaks", shown)
        document.actions(finding)
