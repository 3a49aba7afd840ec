# RUN: %python %s %examples
"""1,000 users at the same time: each gets the answer that is meant for it."""

import re

from program import Program, expect

with Program("jokes") as bot:
    output, code = bot.end()
    if not re.fullmatch(r"1000 users laughed after \d+ ms, \d+ threads\n", output):
        raise SystemExit(output)
    expect(code, 0)
