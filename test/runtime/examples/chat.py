# RUN: %python %s %examples
"""What one says, the others hear, in its order, and nobody hears himself."""

import time

from program import SECONDS, Program, expect


def wait_until_heard(speaker, listener):
    """Who has just connected may not be in the room yet."""
    listener.socket.settimeout(0.1)
    for attempt in range(10 * SECONDS):
        speaker.say("?\n")
        time.sleep(0.1)
        try:
            if listener.socket.recv(1000):
                break
        except TimeoutError:
            pass
    listener.socket.settimeout(SECONDS)


def next_line(guest):
    while (line := guest.hear()).endswith(": ?\n"):
        pass
    return line


with Program("chat") as server:
    server.read_port()
    with server.connect() as ann, server.connect() as bob, server.connect() as eve:
        wait_until_heard(ann, bob)
        wait_until_heard(bob, ann)
        wait_until_heard(ann, eve)
        ann.say("hello\n")
        ann.say("bob\n")
        expect(next_line(bob), "1: hello\n")
        expect(next_line(bob), "1: bob\n")
        expect(next_line(eve), "1: hello\n")
        bob.say("hello ann\n")
        expect(next_line(ann), "2: hello ann\n")
        expect(next_line(eve), "1: bob\n")
        expect(next_line(eve), "2: hello ann\n")
        server.terminate()
        expect(next_line(bob), "")
    expect(server.end(), ("", 0))
