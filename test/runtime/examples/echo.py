# RUN: %python %s %examples
"""Sends back what it gets, to several at once; a large message in parts."""

from program import Program, expect

with Program("echo") as server:
    server.read_port()
    with server.connect() as one, server.connect() as two:
        two.say("second ")
        one.say("first\n")
        expect(one.hear(), "first\n")
        two.say("in two parts\n")
        expect(two.hear(), "second in two parts\n")
        long = "x" * 100_000 + "\n"
        one.say(long)
        expect(one.hear(), long)
    with server.connect() as waiting:
        waiting.say("still there?\n")
        expect(waiting.hear(), "still there?\n")
        server.terminate()
        expect(waiting.hear(), "")
    expect(server.end(), ("", 0))

with Program("echo") as first:
    port = str(first.read_port())
    with Program("echo", port) as second:
        expect(second.end(), ("", 1))  # the port is taken
