# RUN: %python %s %tasks %console
# REQUIRES: checked, console, tmux
"""`corolint-console` in a terminal: its views, keys and sizes, and a program that ends and comes back."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "Inputs"))
from looked_at import Program, arguments, expect, folder, settled, until
from screen import Terminal

tasks, console = arguments()


def look_around(home, path, term):
    with Program(tasks, COROLINT_CONSOLE=path) as program, Terminal(home, console, "--interval=50", path, term=term) as terminal:
        settled(path)
        seen = terminal.shows("6 tasks, 2 workers, 1 warning", "a message of a channel", "a mutex", "q:quit")
        lines = seen.splitlines()
        expect("the keys are in the last line", "q:quit t:tasks w:workers a:warnings p:pause enter:awaits s:age /:filter" in lines[23], lines[23])
        expect("the header is in the second", "FUNCTION" in lines[1] and "WAITS FOR" in lines[1], lines[1])
        expect("what runs often is the youngest", "tick" in lines[7], seen)

        terminal.keys("w")
        terminal.shows("RUNTIME", "JOBS/S", without=["WAITS FOR"])
        terminal.keys("a")
        terminal.shows("'sleep_for' blocks the thread", without=["JOBS/S"])
        terminal.keys("t")
        terminal.shows("WAITS FOR")

        terminal.keys("/", "n", "e", "x", "t", "_")
        terminal.shows("filter: next_")
        terminal.keys("Enter")
        terminal.shows("serve", "only 'next_'", without=["update"])
        terminal.keys("Enter")
        terminal.shows("'next_request' awaits at", "'serve' awaits at", "the task was spawned at", "for a message of a channel")
        terminal.keys("Escape")
        terminal.shows("WAITS FOR")
        terminal.keys("/", "Escape")
        terminal.shows("update", "serve")

        terminal.keys("s", "s")
        ordered = terminal.shows("s:function").splitlines()[2:8]
        expect("tasks are sorted by function", "hold" in ordered[0] and "serve" in ordered[1] and "update" in ordered[5], ordered)
        terminal.keys("Down", "Enter")
        terminal.shows("task", "'serve'")
        terminal.keys("Escape", "p")
        terminal.shows("p:go on")
        terminal.keys("p")
        terminal.shows("p:pause")

        terminal.tmux("resize-window", "-x", "50", "-y", "10")
        until("it fills a smaller window", lambda: "t:tasks" in terminal.tmux("capture-pane", "-p").splitlines()[-1])
        terminal.tmux("resize-window", "-x", "120", "-y", "40")
        until("it fills a larger one", lambda: "q:quit" in terminal.tmux("capture-pane", "-p").splitlines()[39])

        program.end()
        terminal.shows("waiting, q quits: ", "WAITS FOR")
        with Program(tasks, COROLINT_CONSOLE=path) as again:
            terminal.shows(f"process {again.process.pid}:", "6 tasks")
            terminal.keys("q")
            terminal.shows("ended with 0")


with folder() as home:
    look_around(home, f"{home}/socket", "screen")
    look_around(home, f"{home}/socket", "vt100")  # which has no colours
    with Program(tasks, COROLINT_CONSOLE=f"{home}/socket"), Terminal(home, console, f"{home}/socket", term="nonesuch") as terminal:
        terminal.shows("error: the terminal 'nonesuch' is not known; set TERM, or use --once", "ended with 3", above=9)
