# RUN: %python %s %t %clangd
"""Qt Creator turns clang-tidy off and takes fixes from the diagnostics themselves."""

import pathlib
import sys

from cli import FLAGS
from lsp import Client, check

folder, clangd = sys.argv[1:]
TEXT = (pathlib.Path(__file__).parent / "Inputs" / "drop.cpp").read_text(encoding="utf-8")
# As its clangdclient.cpp has them.
COMMAND = [
    clangd, "--background-index", "--header-insertion=never", "--limit-results=0", "--limit-references=0",
    "--clang-tidy=0", "--use-dirty-headers"]  # fmt: skip
CAPABILITIES = {"textDocument": {"publishDiagnostics": {"categorySupport": True, "codeActionsInline": True}}}

with Client(COMMAND, folder, CAPABILITIES, flags=FLAGS) as client:
    (finding,) = client.open("drop.cpp", TEXT).findings()
check(finding["code"] == "coro-discarded-task", "the finding is there", finding)
titles = [action["title"] for action in finding.get("codeActions", [])]
check("insert 'co_await '" in titles, "so is its fix", finding)
