# RUN: %python %s %tasks
# REQUIRES: checked
"""A signal makes the program write a dump, and go on."""

import pathlib
import signal
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "Inputs"))
from looked_at import Program, arguments, expect, until

(tasks,) = arguments()
for name, number in (("SIGUSR2", signal.SIGUSR2), ("HUP", signal.SIGHUP)):
    with Program(tasks, COROLINT_DUMP=name) as program:
        # Tasks go on between two of them.
        def dumps(program=program, number=number):
            program.process.send_signal(number)
            text = program.said()
            wanted = ("waits for a message of a channel", "'next_request' awaits here", "the task was spawned here", "worker 1 of runtime 1")
            return text if all(each in text for each in wanted) and text.count("6 tasks, 2 workers") >= 3 else ""

        text = until(f"{name} gives dumps", dumps)
        program.end()

with Program(tasks, COROLINT_DUMP="SIGKILL") as program:
    program.end()
    wanted = ("corolint::rt: error: COROLINT_DUMP is 'SIGKILL', expected a signal: "
              "SIGUSR1, SIGUSR2, SIGHUP, SIGQUIT, SIGINT or SIGWINCH")  # fmt: skip
    expect("a signal that nobody can handle is refused", program.said().splitlines().count(wanted) == 1, program.said())
