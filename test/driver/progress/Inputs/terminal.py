"""Runs a command on a terminal of 50 columns and shows what it wrote there,
escapes spelled out; standard output goes to the file "out".

usage: terminal.py TERM COMMAND..."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios

ours, theirs = pty.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 50, 0, 0))
with open("out", "wb") as out:
    child = subprocess.Popen(sys.argv[2:], stdout=out, stderr=theirs, env=dict(os.environ, TERM=sys.argv[1]))
os.close(theirs)
seen = b""
while True:
    try:
        piece = os.read(ours, 4096)
    except OSError:
        break  # As Linux says that nobody writes there any more.
    if not piece:
        break
    seen += piece
text = seen.decode().replace("\r\n", "\n").replace("\r", "<return>").replace("\x1b[K", "<erase>")
print(text, end="")
print("exit", child.wait())
