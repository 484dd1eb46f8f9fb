"""Takes to export: two bars and a pick-up, with everything that a take can have."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.engines.composer import compose
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import SAMPLE_RATE, Audio
from kinescore.take import Section, Take
from tests.wire.motions import wandering

SECONDS = 5.0
HITS = (
    HitPoint(0.5, 0.9, HitKind.CONTACT),
    HitPoint(1.26, 1.0, HitKind.STOP),
    HitPoint(1.27, 0.25, HitKind.PEAK),
    HitPoint(3.0, 0.7, HitKind.CUT),
    HitPoint(4.5, 0.5, HitKind.MARKER),
)


def noise(seed: int) -> Audio:
    """Five seconds in stereo, of values that 24 bits hold exactly."""
    steps = np.random.default_rng(seed).integers(-(2**20), 2**20, (2, round(SECONDS * SAMPLE_RATE)))
    return Audio((steps / 2**23).astype(np.float32), SAMPLE_RATE)


def made_take() -> Take:
    """120 BPM from 0.25 s on, a pick-up of one beat, sections, hits, two stems, no notes."""
    beats = np.arange(0.25, SECONDS, 0.5)
    drums, bass = noise(1), noise(2)
    return Take(
        audio=Audio(drums.samples + bass.samples, SAMPLE_RATE),
        beats=beats,
        downbeats=np.array([1, 5, 9]),
        tempo_bpm=120.0,
        sections=(Section("intro", 0.0, 2.75), Section("drop", 2.75, SECONDS)),
        stems={"drums": drums, "bass": bass},
        provenance={"engine": "groovebox", "seed": 3},
        hits=HITS,
        fps=24.0,
    )


def played_take() -> Take:
    """What the built-in engine plays to a movement, with notes."""
    return compose(SoundtrackRequest(wandering(150), stems=True, hits=HITS))


def without_stems(take: Take) -> Take:
    return replace(take, stems={})
