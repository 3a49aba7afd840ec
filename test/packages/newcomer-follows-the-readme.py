# REQUIRES: clean-root
# RUN: %python %s %t %root | FileCheck %s
"""The lines of the README in a clean root: install, lint the sample, open it in Neovim, take the fix.

# CHECK: $ corolint -p sample/build
# CHECK: sample/service/handler.cpp:21:3: warning: the task returned by 'write' is dropped
# CHECK: Neovim shows:
# CHECK: 21:3 coro-discarded-task
# CHECK: 44:16 coro-discarded-task
# CHECK: after the fix:
# CHECK: 44:16 coro-discarded-task
# CHECK: -  log_.write("not understood: " + request);
# CHECK-NEXT: +  co_await log_.write("not understood: " + request);
"""

import json
import pathlib
import re
import sys

from clean_root import CleanRoot
from lsp import check

folder, source = sys.argv[1:]
SECTION = re.compile(r"^## Install\n(.*?)^## ", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
EDITED = "sample/service/handler.cpp"


def lines_of_the_readme():
    """What the newcomer types, without what is said beside it."""
    section = SECTION.search((pathlib.Path(source) / "README.md").read_text(encoding="utf-8"))[1]
    return [line.partition("  #")[0].strip() for block in BLOCK.findall(section) for line in block.splitlines()]


def typed(root, line):
    print("$", line)
    if line.startswith("apt install"):
        # Where the packages are; and what a newcomer is asked there.
        line = "cd /tmp/packages && " + line.replace("apt install", "apt-get install --yes --no-install-recommends")
        root.run(line)
    elif line.startswith("nvim "):
        edit(root, line)
    else:
        print(root.run(line, ends_with=1 if line.startswith("corolint ") else 0))


def edit(root, line):
    """Somebody who knows what to look for sits before the editor: Inputs/act.lua."""
    root.run("apt-get install --yes --no-install-recommends neovim")
    root.bring(f"{source}/test/editors/Inputs", "tmp/hands")
    root.run(f"cp {EDITED} before")
    said = root.run(
        line.replace("nvim ", "nvim --headless -c 'luafile /tmp/hands/act.lua' ", 1),
        SEEN="/tmp/seen.json", FIX="insert 'co_await '", LIMIT="120")  # fmt: skip
    seen = json.loads((root.path / "tmp/seen.json").read_text(encoding="utf-8"))
    for title, found in ("Neovim shows:", seen["opened"]), ("after the fix:", seen["fixed"]):
        check(found, title, said)
        print(title)
        for each in sorted(found, key=lambda each: each["line"]):
            print(f"  {each['line']}:{each['column']} {each['check']}: {each['message'].splitlines()[0]}")
    print(root.run(f"diff -u before {EDITED}", ends_with=1))


with CleanRoot(folder) as root:
    lines = lines_of_the_readme()
    check(any(line.startswith("nvim ") for line in lines), "the README opens Neovim", lines)
    for line in lines:
        typed(root, line)
