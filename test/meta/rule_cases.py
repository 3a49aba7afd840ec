# RUN: %python %s
"""Each rule has 25 tests or more, at least half of them correct code."""

from house import cases, finish, rules

problems = []
for check in rules():
    tests = [path.read_text(encoding="utf-8") for path in cases(check)]
    silent = sum("// CHECK-NONE" in text for text in tests)
    if len(tests) < 25:
        problems.append(f"{check}: {len(tests)} tests, fewer than 25")
    if 2 * silent < len(tests):
        problems.append(f"{check}: {silent} of {len(tests)} tests are silent, fewer than half")
finish(problems, rules())
