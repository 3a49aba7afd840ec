# RUN: %python %s %plain-tasks %console
# REQUIRES: console
"""The plain library answers as well: with its workers, and how many tasks there are."""

import pathlib
import signal
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "Inputs"))
from looked_at import Client, Program, arguments, expect, folder, until

plain, console = arguments()
unknown = "what each task does is known to corolint::runtime_checked only"
with folder() as home:
    path = f"{home}/socket"
    with Program(plain, COROLINT_CONSOLE=path, COROLINT_DUMP="USR2") as program:
        dump = until("the tasks have begun", lambda: (seen := Client(path).ask())["live_tasks"] == 6 and seen)
        expect("it knows its workers", len(dump["workers"]) == 2 and not dump["tasks"], dump)
        expect("and says what it does not know", dump["checked"] is False, dump)
        ended = subprocess.run([console, "--once", str(program.process.pid)], capture_output=True, text=True, check=False)
        expect("the console shows that", ended.returncode == 0 and "6 tasks, 2 workers" in ended.stdout, ended)
        program.process.send_signal(signal.SIGUSR2)
        until("it writes a dump", lambda: unknown in program.said())
        program.end()
