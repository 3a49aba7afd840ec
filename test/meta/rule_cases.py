# RUN: %python %s
"""Each rule has 15 tests or more, the first five 25, and half as many that are correct code only.

Other files may hold both, so that more of them do not lower the share.
"""

from house import cases, finish, rules

CORE = {"coro-blocking-call", "coro-sync-wait", "coro-discarded-task", "coro-lock-across-await", "coro-unsafe-spawn-capture"}

problems = []
for check in rules():
    tests = [path.read_text(encoding="utf-8") for path in cases(check)]
    silent = sum("// CHECK-NONE" in text for text in tests)
    least = 25 if check in CORE else 15
    if len(tests) < least:
        problems.append(f"{check}: {len(tests)} tests, fewer than {least}")
    if 2 * silent < least:
        problems.append(f"{check}: {silent} tests are silent, fewer than half of {least}")
finish(problems, rules())
