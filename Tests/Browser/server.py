"""A web server for the length of a test: the site at the root of a port, or in a folder of it as most registers are."""
import functools
import http.server
import threading


class _Files(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *words, base, **named):
        self.base = base
        super().__init__(*words, **named)

    def do_GET(self):
        if not self.path.startswith(self.base):
            return self.send_error(404)
        self.path = "/" + self.path[len(self.base):]
        return super().do_GET()

    def send_error(self, code, message=None, explain=None):
        page = self.directory + "/404.html"
        try:
            with open(page, "rb") as file:
                body = file.read()
        except OSError:
            body = b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """A test says only what is wrong."""


class _Quiet(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A browser that goes on to the next page leaves answers half read."""


class Server:
    """`with Server(folder, "/register/") as address:` serves on a free port of this machine, to this machine alone."""

    def __init__(self, folder, base="/"):
        handler = functools.partial(_Files, directory=str(folder), base=base)
        self.server = _Quiet(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}{base}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self.address

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
