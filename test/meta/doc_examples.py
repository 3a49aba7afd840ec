# RUN: %python %s
"""The examples of each page compile; the bad ones are found, the good ones not.

Those of a check that the checked runtime has a detector for are programs, which
`corolint demonstrate` can run; test/driver/demonstrate runs them.
"""

import pathlib
import re
import subprocess
import tempfile

from house import COROLINT, INPUTS, ROOT, finish, relative

BLOCK = re.compile(r"^```cpp (bad|good)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DETECTED = re.compile(r"^\| `(coro-[a-z-]+)` \|", re.MULTILINE)
FOUND = re.compile(r"^\S+?:\d+:\d+: warning: .* \[(\S+)\]$", re.MULTILINE)


def lint(code):
    """The output, the checks that found something, and whether it compiled."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "example.cpp")
        file.write_text(code, encoding="utf-8")
        result = subprocess.run(
            [COROLINT, "--checks=coro-*", file, "--", "-std=c++20", "-I", INPUTS, "-I", ROOT / "runtime/include"],
            capture_output=True,
            text=True,
        )
    output = result.stdout + result.stderr
    return output, set(FOUND.findall(result.stdout)), result.returncode in (0, 1)


problems, examples = [], 0
for page in sorted((ROOT / "docs/checks").glob("coro-*.md")):
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    for kind in ("bad", "good"):
        if kind not in {found for found, _ in blocks}:
            problems.append(f"{relative(page)}: no example '```cpp {kind}'")
    for kind, code in blocks:
        examples += 1
        output, found, compiled = lint(code)
        expected = {page.stem} if kind == "bad" else set()
        if not compiled:
            problems.append(f"{relative(page)}: a {kind} example does not compile:\n{output}")
        elif found != expected:
            told = ", ".join(sorted(expected)) or "no finding"
            problems.append(f"{relative(page)}: a {kind} example must give {told}, but gives:\n{output}")
listed = subprocess.run([COROLINT, "demonstrate"], capture_output=True, text=True, check=True).stdout.split()
expected = set(DETECTED.findall((ROOT / "docs/runtime/checked.md").read_text(encoding="utf-8")))
for check in sorted(expected ^ set(listed)):
    problems.append(f"{check}: has a detector or examples that are programs, but not both")
finish(problems, examples)
