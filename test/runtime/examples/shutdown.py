# RUN: %python %s %examples
"""At SIGTERM nobody new is let in, and who has asked gets the answer."""

from program import Program, expect

with Program("shutdown") as server:
    server.read_port()
    with server.connect() as busy, server.connect() as idle:
        idle.say("first\n")
        expect(idle.hear(), "FIRST\n")
        busy.say("one\ntwo\n")
        expect(busy.hear(), "ONE\n")  # so both have been read
        server.terminate()
        expect(idle.hear(), "")
        expect(server.process.stdout.readline(), "closing, 2 connected\n")
        try:
            server.connect()
        except ConnectionRefusedError:
            pass
        else:
            raise SystemExit("somebody was let in")
        expect(busy.hear(), "TWO\n")
        expect(busy.hear(), "")
    expect(server.end(), ("closed\n", 0))
