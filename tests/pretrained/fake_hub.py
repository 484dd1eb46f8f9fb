"""A hub on loopback that speaks as much of the Hugging Face hub's protocol as fetching needs; files of our making."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REVISION = "a" * 40


@dataclass
class FakeHub:
    """files: of the one repository, by name. licence: as its card says. lies: names whose digests are wrong.

    breaks: how many bytes of a file are sent before the connection ends, once. asked: what was asked for, with the
    byte from which on.
    """

    repository: str
    files: Mapping[str, bytes]
    licence: str | None = "mit"
    lies: set[str] = field(default_factory=set)
    breaks: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    address: str = ""

    def description(self) -> dict[str, object]:
        """What /api/models/ID?blobs=true says. Weights are large files there, with SHA-256; others have Git's SHA-1."""
        siblings = []
        for name, data in self.files.items():
            told = b"something else" if name in self.lies else data
            blob = hashlib.sha1(f"blob {len(data)}\0".encode() + told).hexdigest()
            row: dict[str, object] = {"rfilename": name, "size": len(data), "blobId": blob}
            if not name.endswith((".json", ".md")):
                row["lfs"] = {"sha256": hashlib.sha256(told).hexdigest(), "size": len(data), "pointerSize": 130}
            siblings.append(row)
        card = {"license": self.licence} if self.licence else {}
        return {"id": self.repository, "sha": REVISION, "siblings": siblings, "cardData": card, "tags": []}

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve, and give the address."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        self.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield self.address
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


def _handler(hub: FakeHub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            prefix = f"/{hub.repository}/resolve/{REVISION}/"
            if path == f"/api/models/{hub.repository}":
                self._answer(200, json.dumps(hub.description()).encode(), {"Content-Type": "application/json"})
            elif path.startswith(prefix) and path.removeprefix(prefix) in hub.files:
                self._file(path.removeprefix(prefix))
            else:
                self._answer(404, b"{}", {"X-Error-Code": "RepoNotFound"})

        def _file(self, name: str) -> None:
            data = hub.files[name]
            start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
            hub.asked.append((name, start))
            sent = data[start:]
            code = 206 if "Range" in self.headers else 200
            about = {"Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"} if code == 206 else {}
            self._answer(code, sent, about, hub.breaks.pop(name, len(sent)))

        def _answer(self, code: int, data: bytes, about: Mapping[str, str], most: int | None = None) -> None:
            self.send_response(code)
            for key, value in {**about, "Content-Length": str(len(data))}.items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(data[:most])
            self.close_connection = most is not None and most < len(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
