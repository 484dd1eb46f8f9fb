"""The practice server, which also says on its standard error whenever it or a worker encodes or decodes a request."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from practice_server import main  # beside this script, which is the first place that a script's imports are looked for

from kinescore.request import SoundtrackRequest
from kinescore.serve import board
from kinescore.wire.encoded_request import EncodedRequest

WHO = "server" if __name__ == "__main__" else "worker"
"""Workers are spawned, and import their parent's main script under another name."""
ENCODE: Callable[[SoundtrackRequest], EncodedRequest] = EncodedRequest.of
DECODE = EncodedRequest.decode


def encode(request: SoundtrackRequest) -> EncodedRequest:
    print(f"{WHO} encodes", file=sys.stderr, flush=True)
    return ENCODE(request)


def decode(encoded: EncodedRequest) -> SoundtrackRequest:
    print(f"{WHO} decodes", file=sys.stderr, flush=True)
    return DECODE(encoded)


EncodedRequest.of = encode
EncodedRequest.decode = decode
board.RETRY_AFTER_SECONDS = 0.1

if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
