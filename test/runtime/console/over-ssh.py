# RUN: %python %s %tasks %console
# REQUIRES: checked, console, tmux, sshd
"""`corolint-console` on another machine, which is looked at over ssh.

Runs where there is an sshd. scripts/test does not install one: Debian's package would open the machine to the network.
"""

import getpass
import os
import pathlib
import socket
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "Inputs"))
from looked_at import Program, arguments, expect, folder, settled, until
from screen import Terminal

tasks, console = arguments()


class Server:
    """An sshd of the one who runs this, for one key."""

    def __init__(self, home):
        for name in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{home}/{name}"], check=True)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        (home / "sshd").write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {home}/host\nAuthorizedKeysFile {home}/user.pub\n"
            "StrictModes no\nUsePAM no\nPermitRootLogin yes\nPidFile none\n")
        if os.geteuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)  # it asks for that
        self.process = subprocess.Popen(["/usr/sbin/sshd", "-D", "-f", home / "sshd", "-E", home / "log"])
        self.client = ["ssh", "-F", "none", "-p", self.port, "-i", home / "user", "-o", "StrictHostKeyChecking=no",
                       "-o", f"UserKnownHostsFile={home}/known", "-o", "LogLevel=ERROR", f"{getpass.getuser()}@127.0.0.1"]
        until("sshd answers", lambda: subprocess.run([*map(str, self.client), "true"], capture_output=True).returncode == 0)

    def __enter__(self):
        return self

    def __exit__(self, *failed):
        self.process.terminate()
        self.process.wait()


with folder() as name:
    home = pathlib.Path(name)
    path = home / "socket"
    with Server(home) as server, Program(tasks, COROLINT_CONSOLE=str(path)) as program:
        settled(path)
        with Terminal(home, server.client[0], "-t", *server.client[1:], console, "--interval=50", path) as terminal:
            terminal.shows("6 tasks, 2 workers, 1 warning", "a message of a channel", "q:quit")
            terminal.keys("w")
            terminal.shows("JOBS/S", without=["WAITS FOR"])
            terminal.tmux("resize-window", "-x", "50", "-y", "10")
            until("it fills a smaller window", lambda: "t:tasks" in terminal.tmux("capture-pane", "-p").splitlines()[-1])
            terminal.keys("q")
            terminal.shows("ended with 0")
        once = subprocess.run([*map(str, server.client), str(console), "--once", str(path)], capture_output=True, text=True)
        expect("--once needs no terminal", once.returncode == 0 and "a mutex" in once.stdout, once)
        program.end()
