# RUN: %python %s
"""Code that differs between versions of LLVM stands in one file."""

import re

from house import finish, relative, sources

HOME = "checks/support/LlvmCompat.h"
VERSION = re.compile(r"^\s*#\s*(?:if|ifdef|ifndef|elif)\b.*(?:LLVM_VERSION|CLANG_VERSION|LLVM_MAJOR|__clang_major__)")

problems, looked_at = [], 0
for path in sources():
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        looked_at += 1
        if VERSION.match(line) and relative(path) != HOME:
            problems.append(f"{relative(path)}:{number}: belongs into {HOME}: {line.strip()}")
finish(problems, looked_at)
