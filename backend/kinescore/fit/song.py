"""The same song from shot to shot: what of an earlier take the music of another movement keeps."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_confidence import DOUBTFUL
from kinescore.errors import RequestError
from kinescore.genres import find_genre
from kinescore.request import MAX_SEED, SoundtrackRequest

OCTAVES = (1.0, 2.0, 0.5)
DRIFT_SECONDS = 0.035
"""So far from the movement's beats the song's may drift by either end of a shot before it shows."""


@dataclass(frozen=True)
class Song:
    """What makes two takes one song: the seed, which draws key and band, with the style and the prompt it draws from.

    tempo_bpm: of the earlier take. style: "" where its engine names none that is known.
    """

    seed: int
    style: str
    prompt: str
    tempo_bpm: float

    @classmethod
    def of(cls, provenance: Mapping[str, object], tempo_bpm: float) -> Song:
        """The song of a take. Raises RequestError for a provenance without a seed."""
        style, genre, prompt = (provenance.get(name) for name in ("style", "genre", "prompt"))
        seed = provenance.get("song_seed", provenance.get("seed"))
        if type(seed) is not int:
            raise RequestError("The earlier take does not say its seed, which decides the song.")
        known = next((name for name in (style, genre) if isinstance(name, str) and _is_genre(name)), "")
        return cls(seed, known, prompt if isinstance(prompt, str) else "", tempo_bpm)

    def asked_for(self, request: SoundtrackRequest) -> tuple[SoundtrackRequest, tuple[str, ...]]:
        """Return `request` with the song's seed, style and prompt, and sentences on what differs all the same.

        A prompt of its own stays: its words may change key and band.
        """
        notes = []
        prompt = request.prompt or self.prompt
        if prompt != self.prompt:
            notes.append("The prompt is not the song's, so key and band may differ from it.")
        return replace(
            request, seed=self.seed, own_song=False, genre=self.style or request.genre, prompt=prompt
        ), tuple(notes)

    def in_tempo(
        self, request: SoundtrackRequest, analysis: DanceAnalysis
    ) -> tuple[SoundtrackRequest, tuple[str, ...]]:
        """Return `request` in the song's tempo, its half or its double, where the movement allows that, and sentences.

        It does where it keeps no time or is not sure of its own, and where over the whole shot its own beats and the
        song's stay within DRIFT_SECONDS. `analysis`: of the request's movement. A tempo that the request names stays.
        """
        if request.tempo_bpm is not None or request.music_beats or request.tempo_map:
            return request, ()
        own = analysis.grid.tempo_bpm
        nearest = min((self.tempo_bpm * octave for octave in OCTAVES), key=lambda tempo: abs(tempo / own - 1))
        drift = abs(own / nearest - 1) * analysis.seconds / 2
        if analysis.grid.tempo_confidence < DOUBTFUL:
            return replace(request, tempo_bpm=self.tempo_bpm), ()
        if drift <= DRIFT_SECONDS:
            return replace(request, tempo_bpm=nearest), ()
        return request, (
            f"The song is at {self.tempo_bpm:.1f} BPM, but this movement keeps {own:.1f} BPM, which the music follows; "
            "seed, style, key and band are the song's.",
        )


def own_seed(seed: int, analysis: DanceAnalysis) -> int:
    """Return the seed, 0..MAX_SEED, of the song that is a movement's own under `seed`.

    It is drawn from the movement's length, tempo, energy and number of hit points, all so coarse that the song stays
    while an animator refines a shot; whatever of the timing was fixed does not count.
    """
    found = analysis.as_found or analysis
    energy = float(np.mean(found.energy)) if len(found.energy) else 0.0
    traits = (seed, round(found.seconds), round(found.grid.tempo_bpm / 4), len(found.hits) // 6, round(8 * energy))
    return zlib.crc32(repr(traits).encode()) % (MAX_SEED + 1)


def _is_genre(name: str) -> bool:
    try:
        return bool(find_genre(name))
    except RequestError:
        return False
