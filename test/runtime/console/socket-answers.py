# RUN: %python %s %tasks
# REQUIRES: checked
"""A program answers on a Unix socket: several at once, with all its tasks, and to its user only."""

import pathlib
import stat
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "Inputs"))
from looked_at import Client, Program, arguments, expect, folder, functions, settled, until

(tasks,) = arguments()
with folder() as home:
    with Program(tasks, COROLINT_CONSOLE=f"{home}/of-%p") as program:
        path = pathlib.Path(home) / f"of-{program.process.pid}"
        expect("only the user may connect", stat.S_IMODE(path.stat().st_mode) == 0o600, oct(path.stat().st_mode))

        dump = settled(path)
        expect("it is the program", dump["process"] == program.process.pid and dump["format"] == 1, dump)
        expect("all tasks are there", functions(dump) == ["hold", "serve", "tick", "update", "update", "update"], functions(dump))
        serve = next(each for each in dump["tasks"] if each["function"]["function"] == "serve")
        expect("it is known what it waits for", serve["waits_for"] == "a message of a channel", serve)
        expect("the chain of awaits is there", [at["function"] for at in serve["awaits"]] == ["next_request", "serve"], serve)
        expect("it was spawned by start", serve["spawned"]["function"] == "start", serve)
        expect("time is known", serve["since_ms"] >= 0, serve)
        expect("what is reported is there", [each["check"] for each in dump["warnings"]] == ["coro-blocking-call"], dump["warnings"])

        first, second = Client(path), Client(path)
        before = first.ask()["workers"]
        until("workers go on while they are looked at",
              lambda: sum(each["jobs"] for each in second.ask()["workers"]) > sum(each["jobs"] for each in before))  # fmt: skip
        later = first.ask()
        expect("who waits does so for longer and longer",
               max(each["since_ms"] or 0 for each in later["tasks"]) >= serve["since_ms"], later)  # fmt: skip

        said = first.ask("dance")
        expect("what it does not know it says", said == {"error": "unknown request 'dance', expected dump"}, said)
        expect("and goes on", "tasks" in first.ask(), "")
        first.send("du")
        second.ask()
        first.send("mp\ndump\n")
        expect("a request may come in parts, and two at once", "tasks" in first.answer() and "tasks" in first.answer(), "")
        said = Client(path).ask("x" * 5000)
        expect("what is too long is no request", said["error"].startswith("unknown request 'xxxxxxxxxxxxxxxx...'"), said)

        # Asks for more than the kernel keeps, and reads nothing.
        lazy = Client(path)
        lazy.socket.setblocking(False)
        try:
            for _ in range(2000):
                lazy.send("dump\n")
        except BlockingIOError:
            pass
        expect("who does not read harms nobody", "tasks" in second.ask(), "")
        program.end()
        expect("the socket goes with the program", not path.exists(), path)
