"""Messages damaged in ten ways, for the codec and for a real server."""

from __future__ import annotations

import random
import string

from kinescore.files.strict_json import dump, parse
from kinescore.request import SoundtrackRequest
from kinescore.wire.codec import encode_call
from kinescore.wire.messages import AskStatus, Cancel, Fetch, Hello, ListJobs, Submit
from tests.wire.motions import hum, wandering

SUBMITTED_JOB = "0c7d2f6a-1f0e-4a55-8b1e-2f7f9f2f6b31"  # fixed: the same damage in every run
SOME_JOB = "6f1b0c52-6f0f-4f39-9f44-5b1a3d8a7f10"
MUTATORS = 10


def mutated(frames: list[bytes], rng: random.Random) -> list[bytes]:
    """Damage a good message in one of ten ways."""
    frames = list(frames)
    which = rng.randrange(len(frames))
    frame = bytearray(frames[which])
    place = rng.randrange(len(frame) + 1)
    match rng.randrange(MUTATORS):
        case 0:  # flip bits
            for _ in range(rng.randrange(1, 9)):
                frame[rng.randrange(len(frame))] ^= 1 << rng.randrange(8)
        case 1:  # cut short
            del frame[place:]
        case 2:  # put noise in
            frame[place:place] = rng.randbytes(rng.randrange(1, 200))
        case 3:  # frames too many
            return frames + [rng.randbytes(10)] * rng.randrange(1, 5)
        case 4:  # only noise
            return [rng.randbytes(rng.randrange(100)) for _ in range(rng.randrange(1, 4))]
        case 5:  # a number of another size
            digits = [i for i, byte in enumerate(frame) if byte in b"0123456789"] or [0]
            digit = rng.choice(digits)
            frame[digit : digit + 1] = rng.choice([b"-1", b"1e999", b"NaN", b"9" * 500, b"null", b"0.5"])
        case 6:  # nested deeply
            frame[:] = rng.choice([b"[", b'{"a":']) * rng.randrange(1000, 10_000)
        case 7:  # a member changed for another
            header = parse(frames[0], "test")
            header[rng.choice(list(header))] = rng.choice([None, [], {}, "", 7, 0.5, True, "x" * 1000])
            frames[0] = dump(header)
            return frames
        case 8:  # a member too many, or one lost
            header = parse(frames[0], "test")
            inner = header["body"] if rng.random() < 0.5 else header
            if inner and rng.random() < 0.5:
                inner.pop(rng.choice(list(inner)))
            else:
                inner[rng.choice(string.ascii_letters)] = rng.choice([1, "1", None])
            frames[0] = dump(header)
            return frames
        case 9:  # a lone surrogate, or text in another encoding
            frame = bytearray(frame.replace(b'"', b'"\\ud800', 1) if rng.random() < 0.5 else b"\xff\xfe" + frame)
    frames[which] = bytes(frame)
    return frames


def good_calls() -> list[list[bytes]]:
    request = SoundtrackRequest(wandering(frames=8), "joyful", example=hum(0.001))
    calls = [
        Submit.of(request, SUBMITTED_JOB),
        Hello(),
        AskStatus(SOME_JOB),
        Fetch(SOME_JOB, 0, 9),
        Cancel(SOME_JOB),
        ListJobs(),
    ]
    return [encode_call(call, 5) for call in calls]
