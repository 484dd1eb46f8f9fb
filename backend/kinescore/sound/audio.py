"""Sound as numbers, and as a file that every tool reads."""

from __future__ import annotations

import io
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import KinescoreError
from kinescore.files.atomic_file import write_atomically

FULL_SCALE = 2**23
SAMPLE_RATE = 44_100
"""Hz, of every take."""


def gain(decibels: float) -> float:
    """Linear amplitude factor."""
    return 10.0 ** (decibels / 20.0)


@dataclass(frozen=True)
class Audio:
    """samples: [C, N] float32 in [-1, 1]; rate: Hz."""

    samples: NDArray[np.float32]
    rate: int

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.samples.shape[1] / self.rate

    def save(self, path: str | Path) -> None:
        """Write 24-bit sound, whole or not at all; the suffix chooses the format (see `encoded`).

        Raises KinescoreError for a format that cannot be written, OSError where there is no room or no such folder.
        """
        path = Path(path)
        write_atomically(path, encoded(self, path))


def pcm24(audio: Audio) -> NDArray[np.int32]:
    """Return the samples as 24-bit integers [N, C], 2**23 being full scale."""
    scaled = np.round(audio.samples.T.astype(np.float64) * FULL_SCALE)
    return np.clip(scaled, -FULL_SCALE, FULL_SCALE - 1).astype(np.int32)


def wav_bytes(audio: Audio) -> bytes:
    """Return `audio` as a 24-bit PCM WAV file. Same samples, same bytes."""
    little_endian = np.ascontiguousarray(pcm24(audio), dtype="<i4")
    frames = little_endian.view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as out:
        out.setnchannels(audio.samples.shape[0])
        out.setsampwidth(3)
        out.setframerate(audio.rate)
        out.writeframes(frames)
    return buffer.getvalue()


def require_sound_format(path: Path) -> None:
    """Raise KinescoreError where the suffix of `path` is no sound format that can be written here."""
    if path.suffix.lower() == ".wav":
        return
    try:
        import soundfile
    except ImportError:
        raise KinescoreError(
            f"Writing {path.suffix or 'sound without a suffix'} needs soundfile.",
            "Install it with: pip install 'kinescore[audio]', or write .wav.",
        ) from None
    if _kind(path) not in soundfile.available_formats():
        raise KinescoreError(f"'{path.name}' ends in no sound format that can be written.", "Use .wav, .flac or .ogg.")


def encoded(audio: Audio, path: Path) -> bytes:
    """Return `audio` as the file `path` would hold it: .wav is made here, others (.flac, .ogg, ...) by soundfile.

    24 bits where the format has them. Raises KinescoreError for a format that cannot be written.
    """
    require_sound_format(path)
    if path.suffix.lower() == ".wav":
        return wav_bytes(audio)
    import soundfile

    buffer = io.BytesIO()
    subtype = "PCM_24" if soundfile.check_format(_kind(path), "PCM_24") else None
    soundfile.write(buffer, pcm24(audio) << 8, audio.rate, subtype=subtype, format=_kind(path))
    return buffer.getvalue()


def _kind(path: Path) -> str:
    return path.suffix.lstrip(".").upper()


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
    return Audio((values.reshape(-1, channels).T / FULL_SCALE).astype(np.float32), rate)
