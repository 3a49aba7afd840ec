# RUN: %python %s %t %clangd
# RUN: %python %s %t.lsp %lsp
"""200 random edits, most of which break the code, faster than any of them is parsed. What is found in the end is what
the CLI finds in the same text."""

import pathlib
import random
import sys
import time

from cli import FLAGS, by_cli, by_server
from lsp import Client, check

folder, *command = sys.argv[1:]
HEAD = """\
#include "lazy.h"
#include <future>
#include <mutex>

lib::task<void> save(int id); // Größe \U0001f600
std::mutex Mutex;
"""
PARTS = [
    "lib::task<void> drop_%d(int id) {\n  save(id);\n  co_return;\n}\n",
    "lib::task<void> lock_%d(int id) {\n  std::lock_guard<std::mutex> Lock(Mutex);\n  co_await save(id);\n}\n",
    "lib::task<int> wait_%d(std::future<int> late) {\n  co_await save(1);\n  co_return late.get();\n}\n",
    "lib::task<void> fine_%d(int id) {\n  co_await save(id);\n}\n",
]
LETTERS = '{}();"/*# co_await\n'


def position(text, at):
    line = text.count("\n", 0, at)
    start = text.rfind("\n", 0, at) + 1
    return {"line": line, "character": len(text[start:at].encode("utf-16-le")) // 2}


def edited(document, start, end, new):
    """Sends one change of a range, as an editor does."""
    text = document.text
    where = {"start": position(text, start), "end": position(text, end)}
    document.changes([{"range": where, "text": new}], text[:start] + new + text[end:])


def whole(chance, count):
    parts = PARTS + chance.choices(PARTS, k=count)
    chance.shuffle(parts)
    return HEAD + "".join("\n" + part % number for number, part in enumerate(parts))


chance = random.Random(6)
with Client(command, folder, flags=FLAGS) as client:
    document = client.open("edited.cpp", whole(chance, 2))
    for round in range(1, 6):
        for _ in range(40):
            start = chance.randrange(len(document.text) + 1)
            end = min(len(document.text), start + chance.choice([0, 0, 1, 5, 30]))
            edited(document, start, end, "".join(chance.choices(LETTERS, k=chance.choice([0, 1, 1, 3]))))
            if chance.random() < 0.1:
                # An editor asks of what it still shows, and may change its mind.
                shown = client.published.get(document.uri, [{"diagnostics": []}])[-1]["diagnostics"]
                where = {"start": {"line": 8, "character": 0}, "end": {"line": 8, "character": 0}}
                number = client.ask("textDocument/codeAction", {
                    "textDocument": document.id(), "range": where, "context": {"diagnostics": shown}})  # fmt: skip
                if chance.random() < 0.5:
                    client.notify("$/cancelRequest", {"id": number})
            time.sleep(chance.choice([0, 0, 0, 0.01, 0.1]))
        final = whole(chance, round)
        edited(document, 0, len(document.text), final)
        pathlib.Path(document.path).write_text(final, encoding="utf-8")
        wanted = by_cli(folder, str(document.path), "--", *FLAGS).get(str(document.path), [])
        found = by_server(document.findings())
        check(len(wanted) >= 3, "there is something to find", final)
        check(found == wanted, f"round {round}: nothing is lost or doubled", final, f"{found}", f"{wanted}")
    asked = next(client.numbers) - 1
    client.until(lambda: len(client.answers) >= asked - 1, "an answer to each request")
