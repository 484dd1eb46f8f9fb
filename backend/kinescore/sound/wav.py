"""24-bit PCM WAV, written and read part by part."""

from __future__ import annotations

import io
import struct
import wave
from collections.abc import Iterator
from typing import IO

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import KinescoreError
from kinescore.sound.stored import StoredSamples, blocks_of

FULL_SCALE = 2**23
SAMPLE_BYTES = 3
HEADER_BYTES = 44
MAX_FILE_BYTES = 2**32
"""RIFF counts with 32 bits: 4.5 hours of stereo at 44.1 kHz."""
MAX_HEAD_BYTES = 65_536


def pcm24(samples: NDArray[np.float32]) -> NDArray[np.int32]:
    """Return samples [C, N] as 24-bit integers [N, C], 2**23 being full scale."""
    scaled = np.round(samples.T.astype(np.float64) * FULL_SCALE)
    return np.clip(scaled, -FULL_SCALE, FULL_SCALE - 1).astype(np.int32)


def wav_size(samples: StoredSamples) -> int:
    """Return the bytes of samples [C, N] as a WAV file."""
    return HEADER_BYTES + samples.shape[0] * samples.shape[1] * SAMPLE_BYTES


def require_wav_length(samples: StoredSamples) -> None:
    """Raise KinescoreError for samples [C, N] that are too long for a WAV file."""
    if wav_size(samples) >= MAX_FILE_BYTES:
        raise KinescoreError("The sound is too long for .wav, which holds 4 GiB.", "Write .flac, or a shorter piece.")


def wav_pieces(samples: StoredSamples, rate: int) -> Iterator[bytes]:
    """Yield samples [C, N] as a 24-bit PCM WAV file, piece by piece. Same samples, same bytes."""
    channels, count = samples.shape
    frame = channels * SAMPLE_BYTES
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, channels, rate, rate * frame, frame, 8 * SAMPLE_BYTES)
    riff, data = struct.pack("<4sI", b"RIFF", 36 + count * frame), struct.pack("<4sI", b"data", count * frame)
    yield riff + b"WAVE" + form + data
    for first, last in blocks_of(count):
        little_endian = np.ascontiguousarray(pcm24(samples[:, first:last]), dtype="<i4")
        yield little_endian.view(np.uint8).reshape(-1, 4)[:, :SAMPLE_BYTES].tobytes()


class WavSamples:
    """The samples of a 24-bit PCM WAV that lies in an open file, as float32 [C, N]; reads what is asked for."""

    def __init__(self, file: IO[bytes], start: int = 0, size: int | None = None) -> None:
        """start, size: where in the file the WAV lies. Raises wave.Error or EOFError for anything else."""
        file.seek(start)
        head = io.BytesIO(file.read(MAX_HEAD_BYTES if size is None else min(size, MAX_HEAD_BYTES)))
        with wave.open(head) as source:
            if source.getsampwidth() != SAMPLE_BYTES:
                raise wave.Error(f"sample width is {source.getsampwidth() * 8} bit, expected 24 bit")
            self.shape, self.rate = (source.getnchannels(), source.getnframes()), source.getframerate()
            self._start = start + head.tell()
        end = start + size if size is not None else file.seek(0, io.SEEK_END)
        if self._start + self.shape[0] * self.shape[1] * SAMPLE_BYTES > end:
            raise EOFError("the sound ends before its time")
        self._file = file

    def __getitem__(self, part: tuple[slice, slice], /) -> NDArray[np.float32]:
        channels, frame = self.shape[0], self.shape[0] * SAMPLE_BYTES
        first, last, _ = part[1].indices(self.shape[1])
        self._file.seek(self._start + first * frame)
        raw = np.frombuffer(self._file.read(max(0, last - first) * frame), np.uint8).reshape(-1, SAMPLE_BYTES)
        padded = np.zeros((len(raw), 4), np.uint8)
        padded[:, 1:] = raw
        values = padded.view("<i4").ravel() >> 8
        return (values.reshape(-1, channels).T[part[0]] / FULL_SCALE).astype(np.float32)
