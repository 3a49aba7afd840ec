# RUN: %python %s
"""Our C++ is as clang-format leaves it."""

import subprocess

from house import ROOT, finish, relative, sources

files = [path for path in sources() if path.suffix != ".def"]
for folder in ("test/unit", "test/runtime", "test/rules/Inputs", "docs/sample"):
    files += [path for path in (ROOT / folder).rglob("*") if path.suffix in (".h", ".cpp")]
result = subprocess.run(["clang-format", "--dry-run", "-Werror", *files], capture_output=True, text=True, cwd=ROOT)
wrong = {line.split(":")[0] for line in result.stderr.splitlines() if ": error: " in line}
problems = [f"clang-format -i {relative(path)}" for path in sorted(wrong)]
if result.returncode and not wrong:
    problems = [result.stderr]
finish(problems, files)
