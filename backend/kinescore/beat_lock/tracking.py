"""The beats that are heard in a sound: librosa's tracker, asked about any tempo, or about one that is expected."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.beat_lock.compiling import compile_librosa
from kinescore.fit.onset_strength import OnsetStrength

TEMPO_STEPS = 97
SEARCHED = 1.12
"""How much faster or slower than expected a pulse may be, to be looked for."""
PULSES = 4
"""A pulse is followed over so many of its periods when its tempo is compared with others."""
TIGHT = 1000.0
"""How steady a pulse is followed: librosa's default, 100, is for players; models and machines keep their tempo."""
TEMPO_SECONDS, TEMPO_HOPS = 8.0, 16
"""How long the stretches of sound are that a tempo is estimated from, librosa's own; and how far apart here."""
REFINE_SECONDS = 0.035
SMOOTHED_BEATS = 17
ROUNDS = 4
OUTLYING_SECONDS = 0.01


def heard_beats(strength: OnsetStrength) -> NDArray[np.float64]:
    """Return the beats [N] s that librosa's tracker hears, knowing nothing of what is expected."""
    import librosa

    if not strength.values.any():
        return np.zeros(0)
    compile_librosa()
    beats = librosa.beat.beat_track(
        onset_envelope=strength.values, sr=strength.rate, hop_length=1, bpm=_own_tempo(strength), units="time"
    )[1]
    return _on_the_beat(strength, np.asarray(beats)) if len(beats) > 1 else np.asarray(beats)


def _own_tempo(strength: OnsetStrength) -> float:
    """The tempo, BPM, that librosa estimates, from every TEMPO_HOPS-th of the stretches that it would look at: those
    between are all but the same, and take most of the tracker's time."""
    import librosa

    window = round(TEMPO_SECONDS * strength.rate)
    padded = np.pad(strength.values, window // 2, mode="linear_ramp", end_values=0.0)
    stretches = np.lib.stride_tricks.sliding_window_view(padded, window)[::TEMPO_HOPS] * np.hanning(window)
    alike = librosa.util.normalize(librosa.autocorrelate(stretches, axis=-1), norm=np.inf, axis=-1)
    return float(librosa.feature.tempo(tg=alike.T, sr=strength.rate, hop_length=1)[0])


def beats_near(strength: OnsetStrength, tempo_bpm: float) -> NDArray[np.float64]:
    """Return the beats [N] s of a pulse near `tempo_bpm`, over the whole sound; none where nothing in it begins.

    A pulse of half or double the tempo counts as well: it has beats, or half-beats, there. librosa's dynamic
    programming (Ellis 2007) follows it; every beat then moves to the strongest onset beside it, and what a player
    hurries or drags within a bar is smoothed away, so that the groove stays.
    """
    import librosa

    if not strength.values.any():
        return np.zeros(0)
    compile_librosa()
    beats = librosa.beat.beat_track(
        onset_envelope=strength.values,
        sr=strength.rate,
        hop_length=1,
        bpm=pulse_near(strength, tempo_bpm),
        tightness=TIGHT,
        trim=False,
        units="frames",
    )[1]
    if len(beats) < 2:
        return np.zeros(0)
    return _on_the_beat(strength, _smoothed(*_refined(strength, np.asarray(beats, np.int64))))


def pulse_near(strength: OnsetStrength, tempo_bpm: float) -> float:
    """Return the clearest tempo, BPM, within a factor of SEARCHED around `tempo_bpm`: where the onset strength is most
    like itself one period later, and two, and so on up to PULSES."""
    flux = strength.values - strength.values.mean()
    spectrum = np.abs(np.fft.rfft(flux, 2 * len(flux))) ** 2
    alike = np.fft.irfft(spectrum)[: len(flux)]
    tempi = tempo_bpm * np.geomspace(1.0 / SEARCHED, SEARCHED, TEMPO_STEPS)
    lags = 60.0 / tempi[:, None] * strength.rate * np.arange(1, PULSES + 1)
    clear = np.interp(lags, np.arange(len(alike)), alike, right=0.0).sum(axis=1)
    return float(tempi[clear.argmax()])


def _refined(strength: OnsetStrength, frames: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Times [N] s of the strongest onset beside each of `frames` [N], and how strong it is."""
    reach = round(REFINE_SECONDS * strength.rate)
    padded = np.pad(strength.values, reach)
    beside = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)[frames]
    places = frames - reach + beside.argmax(axis=1)
    return places / strength.rate, beside.max(axis=1)


def _smoothed(times: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """`times` [N], each on the line through its neighbours over SMOOTHED_BEATS: least squares by `weights`, where those
    beyond OUTLYING_SECONDS count the less the farther they are (Huber 1964)."""
    reach = SMOOTHED_BEATS // 2
    smooth = np.empty(len(times))
    for index in range(len(times)):
        first = min(max(0, index - reach), max(0, len(times) - SMOOTHED_BEATS))
        near = slice(first, first + SMOOTHED_BEATS)
        smooth[index] = _on_line(np.arange(len(times))[near] - index, times[near], weights[near] + 1e-3 * weights.max())
    return np.maximum.accumulate(smooth)


def _on_line(places: NDArray[np.int64], times: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    """Where the line through `times` [N] over `places` [N] is at place 0, in s."""
    trusted = np.ones(len(times))
    at = 0.0
    for _ in range(ROUNDS):
        line = np.polyfit(places, times, 1, w=np.sqrt(weights * trusted))
        trusted = 1.0 / np.maximum(1.0, np.abs(np.polyval(line, places) - times) / OUTLYING_SECONDS)
        at = float(line[1])
    return at


def _on_the_beat(strength: OnsetStrength, beats: NDArray[np.float64]) -> NDArray[np.float64]:
    """`beats` [N], or the moments half-way between them where more begins: off-beats are as regular as beats."""
    between = beats + 0.5 * np.diff(beats, append=2.0 * beats[-1] - beats[-2])
    around = strength.around(REFINE_SECONDS)

    def height(times: NDArray[np.float64]) -> float:
        places = np.round(times * strength.rate).astype(np.int64)
        return float(around[places[(places >= 0) & (places < len(around))]].mean())

    return beats if height(beats) >= height(between[:-1]) else between
