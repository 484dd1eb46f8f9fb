"""Sound as numbers, and as a file that every tool reads."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import KinescoreError
from kinescore.files.atomic_file import write_atomically
from kinescore.sound.stored import StoredSamples, blocks_of
from kinescore.sound.wav import WavSamples, pcm24, require_wav_length, wav_pieces

COPY_BYTES = 2**20
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
    def channels(self) -> int:
        """C."""
        return self.stored.shape[0]

    @property
    def count(self) -> int:
        """N."""
        return self.stored.shape[1]

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.count / self.rate

    @property
    def stored(self) -> StoredSamples:
        """The samples, to be read part by part."""
        return self.samples

    def part(self, first: int, last: int) -> NDArray[np.float32]:
        """Return samples `first` to `last`, [C, last - first], those there are; of long sound no others are read."""
        return self.stored[:, first:last]

    def save(self, path: str | Path) -> None:
        """Write 24-bit sound, whole or not at all; the suffix chooses the format (see `encoded`).

        Raises KinescoreError for a format that cannot be written, OSError where there is no room or no such folder.
        """
        path = Path(path)
        write_atomically(path, encoded(self, path))


def wav_bytes(audio: Audio) -> bytes:
    """Return `audio` as a 24-bit PCM WAV file. Same samples, same bytes."""
    return b"".join(wav_pieces(audio.stored, audio.rate))


def audio_from_wav(data: bytes) -> Audio:
    """Read back what `wav_bytes` wrote (24-bit PCM). Raises wave.Error or EOFError for anything else."""
    samples = WavSamples(io.BytesIO(data))
    return Audio(samples[:, :], samples.rate)


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


def encoded(audio: Audio, path: Path) -> EncodedSound:
    """Return `audio` as the file `path` would hold it: .wav is made here, others (.flac, .ogg, ...) by soundfile.

    24 bits where the format has them. Raises KinescoreError for a format that cannot be written.
    """
    require_sound_format(path)
    if path.suffix.lower() == ".wav":
        require_wav_length(audio.stored)
    return EncodedSound(audio, path)


@dataclass(frozen=True)
class EncodedSound:
    """The bytes of a sound file, made anew, piece by piece, each time that they are gone through."""

    audio: Audio
    path: Path

    def __iter__(self) -> Iterator[bytes]:
        is_wav = self.path.suffix.lower() == ".wav"
        return wav_pieces(self.audio.stored, self.audio.rate) if is_wav else self._by_soundfile()

    def _by_soundfile(self) -> Iterator[bytes]:
        import soundfile

        kind = _kind(self.path)
        subtype = "PCM_24" if soundfile.check_format(kind, "PCM_24") else None
        with tempfile.TemporaryFile() as file:
            with soundfile.SoundFile(file, "w", self.audio.rate, self.audio.channels, subtype, format=kind) as out:
                for first, last in blocks_of(self.audio.count):
                    out.write(pcm24(self.audio.part(first, last)) << 8)
            file.seek(0)
            yield from iter(partial(file.read, COPY_BYTES), b"")


def _kind(path: Path) -> str:
    return path.suffix.lstrip(".").upper()
