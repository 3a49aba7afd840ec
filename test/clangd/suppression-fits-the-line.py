# RUN: %python %s %t %clangd
# RUN: %python %s %t.lsp %lsp
"""Where the comment goes that silences a finding."""

import sys

from cli import FLAGS
from lsp import Client, check

folder, *command = sys.argv[1:]
HEAD = """\
#include "lazy.h"

lib::task<void> save(int id);

lib::task<void> handle(int id) {
"""
NAME = "coro-discarded-task"
CASES = [
    ("  save(id);\n", f"  save(id); // NOLINT({NAME})\n"),
    ("  save(id); // NOLINT(other)\n", f"  save(id); // NOLINT(other, {NAME})\n"),
    # Letters that count as one or two in UTF-16.
    ("  /* Größe \U0001f600 */ save(id);\n", f"  /* Größe \U0001f600 */ save(id); // NOLINT({NAME})\n"),
    (
        "  save(id); // what is said here leaves no room for more\n",
        f"  // NOLINTNEXTLINE({NAME})\n  save(id); // what is said here leaves no room for more\n",
    ),
]


def suppressions(actions):
    return [action for action in actions if "NOLINT" in action["title"]]


with Client(command, folder, flags=FLAGS) as client:
    document = client.open("a.cpp", HEAD + "  co_return;\n}\n")
    check(not document.findings(), "there is nothing to suppress yet")
    for line, expected in CASES:
        document.change(HEAD + line + "  co_return;\n}\n")
        (finding,) = document.findings()
        (action,) = suppressions(document.actions(finding))
        document.apply(action)
        check(document.text == HEAD + expected + "  co_return;\n}\n", "the comment stands well", document.text)
        check(not document.findings(), "it suppresses", document.text)

    # Incremental changes, in UTF-16, are followed.
    text = HEAD + "  /* \U0001f600\U0001f600 */ co_await save(id);\n  co_return;\n}\n"
    document.change(text)
    start = {"line": 5, "character": 13}
    edit = {"range": {"start": start, "end": {"line": 5, "character": 22}}, "text": ""}
    document.changes([edit], text.replace("co_await save", "save"))
    (finding,) = document.findings()
    (action,) = suppressions(document.actions(finding))
    document.apply(action)
    check(f"*/ save(id); // NOLINT({NAME})\n" in document.text, "the document is followed", document.text)
    check(not document.findings(), "it suppresses", document.text)

    # A comment in a macro would swallow the rest of it.
    document.change(HEAD.replace("lib::task<void> handle", "#define DROP \\\n  save(id); \\\n\nlib::task<void> handle")
                    + "  DROP\n  co_return;\n}\n")  # fmt: skip
    for finding in document.findings():
        if finding["range"]["start"]["line"] < 6:
            check(not suppressions(document.actions(finding)), "no comment is offered in a macro", finding)
