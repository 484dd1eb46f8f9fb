"""The server as people and Prometheus see it, over HTTP on loopback: /, /metrics and /healthz. It only tells."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files

import jinja2

from kinescore.serve.errors import ServeError
from kinescore.serve.metrics import metrics_text
from kinescore.serve.snapshot import Snapshot
from kinescore.wire.address import Address
from kinescore.wire.messages import JobState

STALE_SECONDS = 10.0
"""A snapshot older than this says that the server's door hangs."""
TEXT, HTML = "text/plain; charset=utf-8", "text/html; charset=utf-8"
METRICS = "text/plain; version=0.0.4; charset=utf-8"
REQUEST_SECONDS = 5.0
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


class StatusPage:
    """Serves what `look` returns, from threads of its own, from its making to `close`.

    Raises ServeError where nothing can listen there.
    """

    def __init__(self, address: Address, look: Callable[[], Snapshot]) -> None:
        self._look = look
        page = self

        class Handler(BaseHTTPRequestHandler):
            timeout = REQUEST_SECONDS
            server_version, sys_version = "kinescore", ""

            def do_GET(self) -> None:
                page.answer(self)

            def log_message(self, format: str, *values: object) -> None:
                """Scrapes are no news."""

        host = "127.0.0.1" if address.host == "localhost" else address.host
        try:
            self._server = ThreadingHTTPServer((host, address.port), Handler)
        except OSError as error:
            raise ServeError(
                f"The status page cannot listen at {host}:{address.port}: {error.strerror}.",
                "Choose another address with `--status`.",
            ) from error
        self._server.daemon_threads = True
        self.address = f"http://{host}:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, name="status page", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one GET. Other names than loopback's are refused: a web page may point its own name here."""
        name = handler.headers.get("Host", "").rpartition(":")[0] or handler.headers.get("Host", "")
        if name not in LOOPBACK_NAMES:
            _send(handler, HTTPStatus.FORBIDDEN, TEXT, b"Ask for 127.0.0.1 or localhost.\n")
            return
        now = self._look()
        match handler.path.partition("?")[0]:
            case "/healthz":
                is_well = now.is_healthy and time.time() - now.at < STALE_SECONDS
                status = HTTPStatus.OK if is_well else HTTPStatus.SERVICE_UNAVAILABLE
                _send(handler, status, TEXT, b"ok\n" if is_well else b"no worker is ready, or the server hangs\n")
            case "/metrics":
                _send(handler, HTTPStatus.OK, METRICS, metrics_text(now))
            case "/":
                _send(handler, HTTPStatus.OK, HTML, page_of(now).encode())
            case _:
                _send(handler, HTTPStatus.NOT_FOUND, TEXT, b"There are /, /metrics and /healthz.\n")


def page_of(now: Snapshot) -> str:
    """Return the page for people; it fetches nothing, and itself anew every five seconds."""
    finished = [(state.value, now.finished.get(state, 0)) for state in JobState if state.is_final]
    since = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(now.started_at))
    return _template().render(now=now, finished=finished, since=since)


@cache
def _template() -> jinja2.Template:
    text = files(__package__).joinpath("status.html").read_text("utf-8")
    return jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True).from_string(text)


def _send(handler: BaseHTTPRequestHandler, status: HTTPStatus, kind: str, body: bytes) -> None:
    handler.send_response(status)
    headers = {
        "Content-Type": kind,
        "Content-Length": str(len(body)),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    }
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)
