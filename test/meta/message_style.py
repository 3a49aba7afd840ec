# RUN: %python %s
"""How findings are worded, read from what the rule tests expect."""

import re

from house import ROOT, finish, relative, rules

EXPECTED = re.compile(r"^\s*// CHECK: \S*?:(?:\[\[@LINE[^\]]*\]\]|\d+):\d+: (\w+): (.*)$")
TAG = re.compile(r"^(.*) \[(coro-[a-z-]+)\]$")
LONGEST = 160

problems, warnings = [], 0


def look_at(where, level, text):
    if level == "warning":
        tagged = TAG.match(text)
        if not tagged or tagged[2] not in rules():
            problems.append(f"{where}: does not end with the name of a check: {text}")
            return
        text = tagged[1]
    if not re.match(r"[a-z'0-9]", text):
        problems.append(f"{where}: starts with neither a small letter nor a quote: {text}")
    if text.endswith("."):
        problems.append(f"{where}: ends with a full stop: {text}")
    if re.search(r"\bshould\b", text):
        problems.append(f"{where}: says 'should': {text}")
    if "  " in text:
        problems.append(f"{where}: two blanks in a row: {text}")
    if len(text) > LONGEST:
        problems.append(f"{where}: {len(text)} characters, more than {LONGEST}: {text}")


for path in sorted((ROOT / "test/rules").rglob("*.cpp")):
    alone = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = EXPECTED.match(line)
        if not match:
            continue
        where = f"{relative(path)}:{number}"
        look_at(where, *match.groups())
        if match[1] == "warning":
            warnings += 1
            if alone:
                problems.append(f"{alone}: a warning without a note")
            alone = where
        else:
            alone = None
    if alone:
        problems.append(f"{alone}: a warning without a note")
finish(problems, warnings)
