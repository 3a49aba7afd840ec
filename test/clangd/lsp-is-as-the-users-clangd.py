# RUN: %python %s %t %clangd %lsp
"""Requests, their ids, the greeting and the end are those of the user's clangd."""

import pathlib
import signal
import subprocess
import sys

from cli import FLAGS
from lsp import Client, check

folder, ours, lsp, *users = sys.argv[1:]
users = users[users.index("--") + 1 :]
folder = pathlib.Path(folder).resolve()
command = [lsp, f"--server={ours}", "--", *users]
TEXT = """\
#include "lazy.h"

lib::task<void> save(int id);

lib::task<void> handle(int id) {
  save(id);
  co_return;
}
"""

with Client(users, folder / "plain", flags=FLAGS) as client:
    plain = client.greeting

with Client(command, folder / "lsp", flags=FLAGS) as client:
    check(client.greeting == plain, "the greeting is the user's", client.greeting, plain)
    # '+' is written as it is by some clients, escaped by clangd.
    document = client.open("c++/a.cpp", TEXT)
    document.uri = document.uri.replace("%2B", "+")
    client.notify("textDocument/didClose", {"textDocument": {"uri": document.uri}})
    document = client.open("c++/a.cpp", TEXT)
    (finding,) = document.findings()

    # Ids that differ in their type only.
    for number in ("7", 7, "x"):
        client.ask("textDocument/codeAction", {
            "textDocument": document.id(), "range": finding["range"], "context": {"diagnostics": [finding]}
        }, number)  # fmt: skip
    for number in ("x", 7, "7"):
        titles = [action["title"] for action in client.answer(number)]
        check(titles.count("insert 'co_await '") == 1, f"request {number!r} has its answer", titles)

    symbols = client.request("textDocument/documentSymbol", {"textDocument": document.id()})
    check("handle" in str(symbols), "other requests are answered", symbols)
    try:
        client.request("no/such", {})
        sys.exit("a wrong request was answered")
    except RuntimeError as error:
        check("-32601" in str(error), "errors are the user's", str(error))
    check(not client.asked, "ours asks the client nothing", client.asked)

# The client goes without a word: so does the user's clangd.
client = Client(command, folder / "gone", flags=FLAGS)
client.process.stdin.close()
code = client.process.wait(60)
plain = Client(users, folder / "gone", flags=FLAGS)
plain.process.stdin.close()
check(code == plain.process.wait(60), "the exit code is the user's", str(code))

# The user's clangd dies.
client = Client(command, folder / "dies", flags=FLAGS)
name = pathlib.Path(users[0]).resolve().name
children = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(client.process.pid)],
                          capture_output=True, text=True, check=True).stdout.splitlines()  # fmt: skip
(pid,) = [line.split()[0] for line in children if line.split()[1] == users[0]]
subprocess.run(["kill", "-KILL", pid], check=True)
check(client.process.wait(60) == 128 + signal.SIGKILL, "the exit code tells the signal", str(client.process.returncode))
check(all(not pathlib.Path(f"/proc/{line.split()[0]}").exists() for line in children), "no child is left", *children)
