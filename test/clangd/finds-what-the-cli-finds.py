# RUN: %python %s %t 16 %clangd
# RUN: %python %s %t.lsp 48 %lsp
"""Some of the rule tests, every 16th and so on, with all checks and a database."""

import json
import pathlib
import sys

from cli import FLAGS, INPUTS, by_cli, by_server
from lsp import Client, check

folder, step, *command = sys.argv[1:]
folder = pathlib.Path(folder).resolve()
folder.mkdir(parents=True, exist_ok=True)


def flags(path):
    run = path.read_text(encoding="utf-8").splitlines()[0]
    return run.split(" -- ")[1].split() if " -- " in run else []


rules = INPUTS.parent
files = sorted(path for path in rules.rglob("*.cpp") if path.read_text(encoding="utf-8").startswith("// RUN"))
files = files[5 :: int(step)]
(folder / "compile_commands.json").write_text(json.dumps([
    {"directory": str(folder), "file": str(path), "arguments": ["clang++", *FLAGS, *flags(path), "-c", str(path)]}
    for path in files
]), encoding="utf-8")  # fmt: skip
expected = by_cli(folder, "-p", str(folder))

compared = 0
with Client([*command, f"--compile-commands-dir={folder}"], folder) as client:
    for path in files:
        document = client.open(path, path.read_text(encoding="utf-8"), write=False)
        found, wanted = by_server(document.findings()), expected.get(str(path), [])
        check(found == wanted, f"{path.name}: both find the same", f"clangd: {found}", f"corolint: {wanted}")
        compared += len(found)
        document.close()
check(compared > 300 / int(step), "there is something to compare", str(compared))
