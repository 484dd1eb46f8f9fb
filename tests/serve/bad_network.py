"""Networks between client and server that break: one cuts connections after so many bytes, one falls silent."""

from __future__ import annotations

import random
import select
import socket
import threading
from contextlib import suppress

from kinescore.wire.address import Address


class BadNetwork:
    """Relays to `address` and cuts each connection at a random byte of what the server sends, from `cut_bytes` on.

    Use it in a `with`; `address` is where clients connect, `cuts` counts.
    """

    def __init__(self, address: str, seed: int, cut_bytes: tuple[int, int]) -> None:
        self._target = ("127.0.0.1", Address.parse(address).port)
        self._random = random.Random(seed)
        self._cut_bytes = cut_bytes
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp://127.0.0.1:{self._listener.getsockname()[1]}"
        self.cuts = 0

    def __enter__(self) -> BadNetwork:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            far = socket.create_connection(self._target)
            with near, far, suppress(ConnectionError):
                self._relay(near, far, self._random.randrange(*self._cut_bytes))
            self.cuts += 1

    def _relay(self, near: socket.socket, far: socket.socket, budget: int) -> None:
        """Pass bytes both ways until the server's budget is used up or either side closes."""
        while budget > 0:
            for source in select.select([near, far], [], [])[0]:
                data = source.recv(min(65536, budget) if source is far else 65536)
                if not data:
                    return
                if source is far:
                    budget -= len(data)
                (near if source is far else far).sendall(data)


class Wire:
    """A relay to a server that can be cut: from then on bytes go nowhere, and no connection ends."""

    def __init__(self, address: str) -> None:
        self._target = ("127.0.0.1", Address.parse(address).port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp://127.0.0.1:{self._listener.getsockname()[1]}"
        self._is_cut = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self._is_cut.set()

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *error: object) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(self._target)
            except OSError:  # the server is gone
                near.close()
                continue
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._relay, args=(source, target), daemon=True).start()

    def _relay(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                if not self._is_cut.is_set():
                    target.sendall(data)
        except OSError:
            return
