"""Sums up lit's results files; the last line is `N passed, N failed`.

usage: totals.py RESULTS.json...

A file that is missing (the build broke, or lit) counts as one failure.
"""

import json
import pathlib
import sys

PASSED = {"PASS", "FLAKYPASS", "XFAIL"}
SKIPPED = {"UNSUPPORTED"}
SLOWEST = 10


def main():
    passed, skipped, failed, times = 0, [], [], []
    for name in sys.argv[1:]:
        path = pathlib.Path(name)
        if not path.exists():
            failed.append(f"{path.stem}: no results; it was not built, or lit itself failed")
            continue
        for test in json.loads(path.read_text(encoding="utf-8"))["tests"]:
            title = f"{path.stem}: {test['name']}"
            times.append((test["elapsed"] or 0, title))
            if test["code"] in PASSED:
                passed += 1
            elif test["code"] in SKIPPED:
                skipped.append(title)
            else:
                failed.append(f"{title} ({test['code']})")

    print(f"\n== slowest of {sum(seconds for seconds, _ in times):.0f} s in tests")
    for seconds, title in sorted(times, reverse=True)[:SLOWEST]:
        print(f"{seconds:6.1f} s  {title}")
    for heading, titles in ("skipped", skipped), ("failed", failed):
        if titles:
            print(f"\n== {heading}")
            print("\n".join(titles))
    print()
    print(f"{passed} passed, {len(failed)} failed" + (f", {len(skipped)} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
