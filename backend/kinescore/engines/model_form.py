"""Start and ending of music from a model, which cannot be told of them: what can be done to its sound, is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.form.form import Ending, Start, fade_in_seconds, fade_out_seconds
from kinescore.mastering.finish import fade_in, fade_out, finished, of_length
from kinescore.mastering.looping import cross_faded, looping_gain
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import SAMPLE_RATE

SEAM_SECONDS = 0.5
_PLAYED = (None, Start.FADE, Start.COLD)


def seam_seconds(request: SoundtrackRequest) -> float:
    """Return how much longer than the request says a model has to play: a loop's going on, for the cross-fade."""
    return min(SEAM_SECONDS, request.music_seconds / 4) if request.ending is Ending.LOOP else 0.0


def in_form(played: NDArray[np.float32], request: SoundtrackRequest) -> NDArray[np.float32]:
    """Return what a model played, [2, N] at SAMPLE_RATE, as `finished` does, with the fades or the loop asked for."""
    seconds = request.music_seconds
    count = round(seconds * SAMPLE_RATE)
    if request.ending is Ending.LOOP:
        goes_on = of_length(played, count + round(seam_seconds(request) * SAMPLE_RATE))
        loop = cross_faded(goes_on, count)
        return loop * looping_gain(loop, request.loudness_lufs)
    samples = of_length(played, count)
    if request.start is Start.FADE:
        fade_in(samples, fade_in_seconds(seconds))
    if request.ending is Ending.FADE:
        fade_out(samples, fade_out_seconds(seconds))
    return finished(samples, seconds, request.loudness_lufs)


def form_notes(request: SoundtrackRequest, engine: str) -> list[str]:
    """Return sentences on what `engine` did about the form, and what it could not."""
    notes = []
    if request.ending is Ending.LOOP:
        notes.append(
            f"The loop's seam is a cross-fade of {seam_seconds(request):.2f} s; {engine} plays no loops itself."
        )
    if request.ending in (Ending.RESOLVE, Ending.STAB):
        notes.append(f"{engine} cannot be told how to end: there is no {request.ending.value}, the music is cut.")
    if request.start not in _PLAYED and request.start is not None:
        notes.append(f"{engine} cannot be told how to begin: there is no {request.start.value}.")
    if request.sections:
        notes.append(f"{engine} cannot be told of sections: those that were set are not followed.")
    return notes
