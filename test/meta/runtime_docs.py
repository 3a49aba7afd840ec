# RUN: %python %s
"""The pages of the runtime quote code that is run, tests that exist, annotations that are defined."""

import re

from house import ROOT, finish, read, relative

BLOCK = re.compile(r"^```cpp\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TEST = re.compile(r"^TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\)", re.MULTILINE)
LAW = re.compile(r"\| [A-Z`].*\. \|(.*)\|(.*)\|")
MACRO = re.compile(r"^#define (COROLINT_\w+)", re.MULTILINE)

problems, looked_at = [], 0

run = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "runtime/examples").glob("*.cpp"))]
run += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "test/runtime").rglob("*.cpp"))]
for page in sorted((ROOT / "docs/runtime").glob("*.md")):
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        looked_at += 1
        if not any(block in code for code in run):
            problems.append(f"{relative(page)}: no example or test has these lines:\n{block}")

tests = {f"{suite}.{name}" for code in run for suite, name in TEST.findall(code)}
macros = set(MACRO.findall(read("runtime/include/corolint/annotations.hpp")))
page = "docs/runtime/semantics.md"
for line in read(page).splitlines():
    if not line.startswith("| ") or line.startswith("| law "):
        continue
    looked_at += 1
    law = LAW.fullmatch(line)
    if not law:
        problems.append(f"{page}: not a sentence, an annotation or none, and a test: {line}")
        continue
    annotation, test = (cell.strip(" `") for cell in law.groups())
    if annotation and annotation not in macros:
        problems.append(f"{page}: annotations.hpp has no {annotation}")
    if test not in tests:
        problems.append(f"{page}: there is no test {test}")
finish(problems, looked_at)
