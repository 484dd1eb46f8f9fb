"""Sound as numbers, and as a file that every tool reads."""

from __future__ import annotations

import io
import wave
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PCM_PEAK = 2**23 - 1


@dataclass(frozen=True)
class Audio:
    """samples: [C, N] float32 in [-1, 1]; rate: Hz."""

    samples: NDArray[np.float32]
    rate: int

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.samples.shape[1] / self.rate


def wav_bytes(audio: Audio) -> bytes:
    """Return `audio` as a 24-bit PCM WAV file. Same samples, same bytes."""
    scaled = np.round(np.clip(audio.samples, -1.0, 1.0).T.astype(np.float64) * PCM_PEAK).astype("<i4")
    frames = np.ascontiguousarray(scaled).view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as out:
        out.setnchannels(audio.samples.shape[0])
        out.setsampwidth(3)
        out.setframerate(audio.rate)
        out.writeframes(frames)
    return buffer.getvalue()


def audio_from_wav(data: bytes) -> Audio:
    """Read back what `wav_bytes` wrote (24-bit PCM). Raises wave.Error or EOFError for anything else."""
    with wave.open(io.BytesIO(data)) as source:
        if source.getsampwidth() != 3:
            raise wave.Error(f"sample width is {source.getsampwidth() * 8} bit, expected 24 bit")
        channels, rate = source.getnchannels(), source.getframerate()
        raw = np.frombuffer(source.readframes(source.getnframes()), dtype=np.uint8).reshape(-1, 3)
    padded = np.zeros((len(raw), 4), np.uint8)
    padded[:, 1:] = raw
    values = padded.view("<i4").ravel() >> 8
    return Audio((values.reshape(-1, channels).T / PCM_PEAK).astype(np.float32), rate)
