"""What pages embed: sound, spectrograms and texts as data URIs, movement as numbers."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.keypoints import Keypoints
from kinescore.sound.audio import Audio

MEL_BANDS = 96
MEL_RANGE_HZ = (30.0, 11_025.0)
MEL_RANGE_DB = 70.0
COLUMNS_PER_SECOND = 50
MAX_DRAWN_FPS = 30.0
DRAWING_STEPS = 1000
"""The figure's larger extent over the whole clip is this many steps; a screen shows fewer."""


def data_uri(kind: str, content: bytes) -> str:
    """Return `content` of the media type `kind` as a data URI."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def flac_uri(audio: Audio) -> str:
    """Return `audio` as 16-bit FLAC: browsers place it in time to the sample, which they do not with MP3."""
    import soundfile

    buffer = io.BytesIO()
    soundfile.write(buffer, np.clip(audio.samples.T, -1.0, 1.0), audio.rate, format="FLAC", subtype="PCM_16")
    return data_uri("audio/flac", buffer.getvalue())


def mel_uri(audio: Audio, seconds: float) -> str:
    """Return the mel spectrogram of the first `seconds` of `audio` as a PNG, time to the right, high bands on top.

    Loudest is lightest; MEL_RANGE_DB below it and silence after the sound's end are black.
    """
    from matplotlib.image import imsave

    buffer = io.BytesIO()
    imsave(buffer, mel_picture(audio, seconds)[::-1], cmap="inferno", vmin=0.0, vmax=1.0, format="png")
    return data_uri("image/png", buffer.getvalue())


def mel_picture(audio: Audio, seconds: float) -> NDArray[np.float64]:
    """Return [MEL_BANDS, columns] 0..1, low bands first, column k at k / COLUMNS_PER_SECOND s."""
    import librosa

    rate = 22_050
    mono = librosa.resample(audio.samples.mean(axis=0), orig_sr=audio.rate, target_sr=rate)
    mono = librosa.util.fix_length(mono, size=max(1, round(seconds * rate)))
    low, high = MEL_RANGE_HZ
    power = librosa.feature.melspectrogram(
        y=mono, sr=rate, n_fft=2048, hop_length=rate // COLUMNS_PER_SECOND, n_mels=MEL_BANDS, fmin=low, fmax=high
    )
    decibels = librosa.power_to_db(power, ref=max(float(power.max()), 1e-10), top_db=None)
    return np.clip(1.0 + decibels / MEL_RANGE_DB, 0.0, 1.0)


def mel_heights(frequencies: tuple[float, ...]) -> tuple[float, ...]:
    """Return where `frequencies` (Hz) lie in the picture, 0 at its top, 1 at its bottom."""
    import librosa

    low, high = librosa.hz_to_mel(np.array(MEL_RANGE_HZ))
    return tuple(float(height) for height in (high - librosa.hz_to_mel(np.array(frequencies))) / (high - low))


def drawing(keypoints: Keypoints) -> Mapping[str, object]:
    """Return fps, size [width, height] and frames [T'][34] of x, y in turn, whole numbers from 0 to DRAWING_STEPS.

    At most MAX_DRAWN_FPS frames per second are kept, evenly; the box holds the figure wherever it goes.
    """
    stride = int(np.ceil(keypoints.fps / MAX_DRAWN_FPS - 1e-9))
    kept = keypoints.positions[::stride].astype(np.float64)
    low, high = keypoints.positions.min(axis=(0, 1)), keypoints.positions.max(axis=(0, 1))
    scale = DRAWING_STEPS / max(float((high - low).max()), 1e-6)
    size = np.round((high - low) * scale).astype(int)
    frames = np.round((kept - low) * scale).astype(int)
    return {"fps": keypoints.fps / stride, "size": size.tolist(), "frames": frames.reshape(len(frames), 34).tolist()}
