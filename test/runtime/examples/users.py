# RUN: %python %s %examples
"""The service of users, driven by curl: what it does, refuses and keeps open."""

import subprocess

from program import SECONDS, Program, expect

ADA, BOB = '{"id":1,"name":"Ada"}', '{"id":2,"name":"Bob B\u00f6hm"}'


def curl(*arguments):
    """What each request gave: its body and its status."""
    ended = subprocess.run(
        ["curl", "-sS", "--noproxy", "*", "-m", str(SECONDS), "-w", " %{http_code} %{num_connects}\n", *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False)  # fmt: skip
    if ended.returncode:
        raise SystemExit(f"curl {arguments}: {ended.stderr}")
    return ended.stdout.splitlines()


with Program("users") as server:
    users = f"http://127.0.0.1:{server.read_port()}/users"
    expect(curl(users), ["[] 200 1"])
    expect(curl("-d", '{"id": 1, "name": "Ada"}', users), [ADA + " 201 1"])
    expect(curl("-d", BOB, users), [BOB + " 201 1"])
    expect(curl(users), [f"[{ADA},{BOB}] 200 1"])
    expect(curl(users + "/2"), [BOB + " 200 1"])

    # One connection for several requests; the second says that it is the last.
    expect(curl(users + "/1", users + "/2"), [ADA + " 200 1", BOB + " 200 0"])
    expect(curl("-H", "Connection: close", users + "/1", users + "/2"), [ADA + " 200 1", BOB + " 200 1"])

    expect(curl(users + "/3"), [" 404 1"])
    expect(curl(users + "/x"), [" 404 1"])
    expect(curl(users + "/" + "1" * 3_000), [" 404 1"])
    expect(curl(users + "s"), [" 404 1"])
    expect(curl("-X", "PATCH", users + "/1"), [" 405 1"])
    expect(curl("-X", "DELETE", users), [" 405 1"])
    expect(curl("-d", ADA, users), [" 409 1"])
    for wrong in "", "Ada", '{"id": -1, "name": "Ada"}', '{"id": 3}', '{"id": 3, "name": "\\""}', ADA + ADA:
        expect(curl("-d", wrong, users), [" 400 1"])
    expect(curl("-d", "x" * 9_000, users), [" 400 1"])
    expect(curl("-d", ADA[:-2] + "x" * 9_000 + '"}', users), [" 400 1"])
    expect(curl("-d", "x" * 10_000, users), [" 413 1"])
    expect(curl("-H", "Content-Length: many", "-X", "POST", users), [" 400 1"])
    expect(curl("-H", "Transfer-Encoding: chunked", "-d", ADA, users), [" 501 1"])
    expect(curl("-H", "X-Long: " + "x" * 5000, users), [" 431 1"])
    with server.connect() as stranger:
        stranger.say("HELO example\r\n\r\n")
        expect(stranger.hear(), "HTTP/1.1 400 Bad Request\n")

    expect(curl("-X", "DELETE", users + "/1"), [ADA + " 200 1"])
    expect(curl("-X", "DELETE", users + "/1"), [" 404 1"])
    expect(curl(users), [f"[{BOB}] 200 1"])

    # Twenty write and read at the same time.
    made = [f'{{"id":{number},"name":"user {number}"}}' for number in range(10, 30)]
    commands = [["curl", "-sS", "--noproxy", "*", "-m", str(SECONDS), "-d", each, users] for each in made]
    at_once = [subprocess.Popen(each, stdout=subprocess.PIPE, text=True) for each in commands]
    expect([each.communicate(timeout=SECONDS)[0] for each in at_once], made)
    expect(curl(users), [f"[{','.join([BOB, *made])}] 200 1"])

    with server.connect() as idle:  # does not hold the end up
        server.terminate()
        expect(server.end(), ("", 0))
