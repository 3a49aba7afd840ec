# RUN: %python %s %t %clangd
# RUN: %python %s %t.lsp %lsp
"""The life of a finding in an editor."""

import sys

from cli import FLAGS
from lsp import Client, check

folder, *command = sys.argv[1:]
TEXT = """\
#include "lazy.h"

lib::task<void> save(int id);

lib::task<void> handle(int id) {
  save(id);
  co_return;
}
"""

with Client(command, folder, flags=FLAGS) as client:
    document = client.open("handle.cpp", TEXT)
    findings = document.findings()
    check(len(findings) == 1, "there is one finding", findings)
    (finding,) = findings
    check(finding["code"] == "coro-discarded-task", "it names its check", finding)
    check(finding["range"]["start"] == {"line": 5, "character": 2}, "it is where the task is dropped", finding)
    check(finding["severity"] == 2, "it is a warning", finding)
    notes = [note["message"] for note in finding["relatedInformation"]]
    check(
        notes == ["co_await it, return it, or hand it to a function that spawns it"], "it says the way out", finding
    )
    link = finding["codeDescription"]["href"]
    check(link.startswith("file:///") and link.endswith("/coro-discarded-task.md"), "it leads to its page", link)
    page = open(link.removeprefix("file://"), encoding="utf-8").read()
    check(page.startswith("# coro-discarded-task"), "the page is there", page)

    # 22 also offers refactorings.
    actions = [action for action in document.actions(finding) if action["kind"] == "quickfix"]
    titles = [action["title"] for action in actions]
    check(titles == ["insert 'co_await '", "suppress coro-discarded-task here with NOLINT"], "two ways out", titles)
    check(not document.actions(finding, ["refactor"]) or "NOLINT" not in str(document.actions(finding, ["refactor"])),
          "who wants a refactoring gets none of them")  # fmt: skip

    document.apply(actions[0])
    check("  co_await save(id);" in document.text, "the fix is made", document.text)
    check(not document.findings(), "a fixed finding is gone", document.findings())

    document.change(TEXT)
    (finding,) = document.findings()
    document.apply(document.actions(finding, ["quickfix"])[1])
    check("  save(id); // NOLINT(coro-discarded-task)\n" in document.text, "the comment is there", document.text)
    check(not document.findings(), "a suppressed finding is gone", document.findings())

    document.change(TEXT.replace("save(id);\n  co_return;", "save(id"))
    document.diagnostics()
    document.change(TEXT)
    check(len(document.findings()) == 1, "the finding is back after broken code", document.findings())

    document.close()
    client.until(lambda: client.published[document.uri][-1]["diagnostics"] == [], "no diagnostics of a closed file")
