"""Sound stretched along a time map, at its pitch: Signalsmith Stretch (MIT), one stretch of even rate after another.

Measured against WSOLA, a phase vocoder and the two by harmonic and percussive parts (`benchmarks/beat_lock.py`): it
leaves onsets as sharp as they were, within 3 ms of where they belong, and takes a tenth of the time of the next best.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.beat_lock.time_map import TimeMap
from kinescore.sound.audio import Audio

CONTEXT_SECONDS = 0.25
"""Of sound that each stretch is given beyond both ends, so that its own ends are whole: twice the stretcher's block."""
FADE_SECONDS = 0.024
BEFORE_BEAT_SECONDS = 0.012
"""Stretches change over just before their anchor, so that the onset there is whole."""
NUDGE_SECONDS = 0.003
SEED = 20_130


def stretched(audio: Audio, time_map: TimeMap) -> Audio:
    """Return `audio` as `time_map` says, from the first to the last of its anchors; silence where there is no sound.

    The same samples and map give the same sound.
    """
    rate = audio.rate
    begin = time_map.picture[0]
    out = np.zeros((audio.channels, round((time_map.picture[-1] - begin) * rate)), np.float32)
    fade, early = round(FADE_SECONDS * rate), round(BEFORE_BEAT_SECONDS * rate)
    for index in range(len(time_map.rates)):
        piece, first = _piece(audio, time_map, index)
        if index == 0:
            own = piece[:, -first:] if first < 0 else piece
            out[:, : own.shape[1]] = own[:, : out.shape[1]]
            continue
        joint = max(0, round((time_map.picture[index] - begin) * rate) - early - fade)
        _join(out, piece, joint - first, joint, fade if joint else 0, round(NUDGE_SECONDS * rate))
    return Audio(out, rate)


def _piece(audio: Audio, time_map: TimeMap, index: int) -> tuple[NDArray[np.float32], int]:
    """The sound [C, n] between two anchors with its context, stretched, and at which sample of the result it begins."""
    from python_stretch import Signalsmith

    rate, speed = audio.rate, float(time_map.rates[index])
    first = round((time_map.picture[index] - time_map.picture[0] - CONTEXT_SECONDS) * rate)
    count = round((time_map.picture[index + 1] - time_map.picture[index] + 2 * CONTEXT_SECONDS) * rate)
    begin = round((time_map.sound[index] - CONTEXT_SECONDS * speed) * rate)
    taken = _samples(audio, begin, begin + round(count * speed))
    stretcher = Signalsmith.Stretch(SEED)
    stretcher.preset(audio.channels, float(rate))
    stretcher.setTimeFactor(taken.shape[1] / count)
    return np.asarray(stretcher.process(np.ascontiguousarray(taken, np.float32))), first


def _samples(audio: Audio, first: int, last: int) -> NDArray[np.float32]:
    """Samples [C, last - first], silent before and after the sound."""
    inside = audio.part(max(first, 0), max(last, 0))
    before = min(max(-first, 0), last - first)
    return np.pad(inside, ((0, 0), (before, last - first - before - inside.shape[1])))


def _join(
    out: NDArray[np.float32], piece: NDArray[np.float32], skipped: int, joint: int, fade: int, nudge: int
) -> None:
    """Go on with `piece` from its sample `skipped` on, at sample `joint` of `out`, in place.

    The two cross over `fade` samples, `piece` moved by up to `nudge` to where their waves agree best, each weighed so
    that the power stays even however alike they are.
    """
    if fade:
        old = out[:, joint : joint + fade]
        places = range(skipped - nudge, skipped + nudge + 1)
        fits = {place: _alike(old, piece[:, place : place + fade]) for place in places}
        skipped = max(fits, key=lambda place: (fits[place], -abs(place - skipped)))
        new = piece[:, skipped : skipped + fade]
        up = np.linspace(0.0, 1.0, fade, dtype=np.float32)
        power = np.sqrt(up**2 + (1.0 - up) ** 2 + 2.0 * up * (1.0 - up) * max(fits[skipped], 0.0))
        out[:, joint : joint + fade] = (old * (1.0 - up) + new * up) / power
    rest = piece[:, skipped + fade :][:, : out.shape[1] - joint - fade]
    out[:, joint + fade : joint + fade + rest.shape[1]] = rest
    out[:, joint + fade + rest.shape[1] :] = 0.0


def _alike(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Correlation -1..1 of two stretches of sound [C, n]."""
    if one.shape != other.shape:
        return -1.0
    scale = float(np.sqrt((one**2).sum() * (other**2).sum()))
    return float((one * other).sum()) / scale if scale > 0.0 else 1.0
