"""A SoundFont small enough for a test, written byte by byte: one looped sine, a lead preset and a drum kit."""

import struct

import numpy as np

RATE = 44_100
PERIODS, COUNT = 441, 44_100  # 441 Hz for a second, looped without a seam.
ROOT_KEY = 69
LOOPS, ROOT, SAMPLE, INSTRUMENT, RELEASE = 54, 58, 53, 41, 38


def chunk(kind, data):
    return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def named(name, size=20):
    return name.encode().ljust(size, b"\0")[:size]


def font_bytes(presets=((0, 0, "Sine Piano"), (0, 33, "Sine Bass"), (128, 0, "Sine Kit"))):
    """A .sf2 with `presets` (bank, program, name), all of one instrument."""
    sine = np.sin(2 * np.pi * PERIODS * np.arange(COUNT) / COUNT)
    samples = (12_000 * sine).astype("<i2").tobytes() + bytes(2 * 46)
    phdr, pbag, pgen = b"", b"", b""
    for index, (bank, program, name) in enumerate(presets):
        phdr += named(name) + struct.pack("<HHHIII", program, bank, index, 0, 0, 0)
        pbag += struct.pack("<HH", index, 0)
        pgen += struct.pack("<HH", INSTRUMENT, 0)
    phdr += named("EOP") + struct.pack("<HHHIII", 0, 0, len(presets), 0, 0, 0)
    pbag += struct.pack("<HH", len(presets), 0)
    pgen += struct.pack("<HH", 0, 0)
    inst = named("Sine") + struct.pack("<H", 0) + named("EOI") + struct.pack("<H", 1)
    ibag = struct.pack("<HHHH", 0, 0, 3, 0)
    igen = struct.pack("<HhHHHHHH", RELEASE, -3986, LOOPS, 1, SAMPLE, 0, 0, 0)  # A release of 0.1 s.
    shdr = named("sine") + struct.pack("<IIIIIBbHH", 0, COUNT, 0, COUNT, RATE, ROOT_KEY, 0, 0, 1)
    shdr += named("EOS") + bytes(26)
    tables = {
        **{b"phdr": phdr, b"pbag": pbag, b"pmod": bytes(10), b"pgen": pgen, b"inst": inst, b"ibag": ibag},
        **{b"imod": bytes(10), b"igen": igen, b"shdr": shdr},
    }
    info = chunk(b"ifil", struct.pack("<HH", 2, 1)) + chunk(b"isng", b"EMU8000\0") + chunk(b"INAM", b"Made\0\0")
    body = b"sfbk" + chunk(b"LIST", b"INFO" + info) + chunk(b"LIST", b"sdta" + chunk(b"smpl", samples))
    return chunk(b"RIFF", body + chunk(b"LIST", b"pdta" + b"".join(chunk(k, v) for k, v in tables.items())))
