"""A terminal that shows a program, and can be read."""

import os
import subprocess

from looked_at import until


class Terminal:
    """A tmux server of its own, without the user's settings."""

    def __init__(self, home, *command, term="screen"):
        self.base = ["tmux", "-f", "/dev/null", "-S", f"{home}/tmux-{term}"]
        self.tmux("new-session", "-d", "-x", "80", "-y", "24", f"TERM={term} LC_ALL=C.UTF-8 {' '.join(map(str, command))}; echo ended with $?; exec cat")

    def tmux(self, *words):
        return subprocess.run([*self.base, *words], capture_output=True, text=True, check=True,
                              env={key: value for key, value in os.environ.items() if key != "TMUX"}).stdout  # fmt: skip

    def keys(self, *keys):
        self.tmux("send-keys", *keys)

    def shows(self, *wanted, without=(), above=0):
        """Waits until all of `wanted` are on the screen, or that many lines above it, and none of `without`."""
        seen = ""

        def look():
            nonlocal seen
            seen = self.tmux("capture-pane", "-p", "-J", "-S", str(-above))
            return seen if all(each in seen for each in wanted) and not any(each in seen for each in without) else ""

        try:
            return until(f"{wanted} without {without}", look)
        except SystemExit:
            print(seen)
            raise

    def __enter__(self):
        return self

    def __exit__(self, *failed):
        self.tmux("kill-server")
