"""A server that keeps what is PUT to it in a folder, or one that misbehaves.

usage: server.py FOLDER PORTFILE [keep|read-only|garbage|hang|broken]

Writes the port to PORTFILE when it listens, and each request to FOLDER/log.
"""

import http.server
import os
import pathlib
import sys
import threading
import time

folder, port_file, mode = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
folder.mkdir(exist_ok=True)
log = threading.Lock()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, code, body=b""):
        with log, open(folder / "log", "a", encoding="utf-8") as out:
            out.write(f"{self.command} {self.path.rsplit('/', 1)[0]} {code}\n")
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def file(self):
        return folder / self.path.strip("/")

    def do_GET(self):
        if mode == "hang":
            time.sleep(60)
        if mode == "broken":
            return self.answer(500)
        if mode == "garbage":
            return self.answer(200, b"<html>Please log in</html>")
        if not self.file().is_file():
            return self.answer(404)
        self.answer(200, self.file().read_bytes())

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if mode == "read-only":
            return self.answer(403)
        self.file().parent.mkdir(parents=True, exist_ok=True)
        self.file().write_bytes(body)
        self.answer(201)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 100


# Whoever started it may forget it.
threading.Timer(100, lambda: os._exit(1)).start()
server = Server(("127.0.0.1", 0), Handler)
pathlib.Path(port_file + ".new").write_text(str(server.server_port), encoding="utf-8")
os.rename(port_file + ".new", port_file)
server.serve_forever()
