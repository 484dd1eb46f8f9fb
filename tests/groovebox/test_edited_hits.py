"""The music follows the hit points that the artist set, exactly, measured in the sound."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.hit_points import HitKind, HitPoint, HitPoints
from kinescore.engines.composer import analysis_of, compose
from kinescore.fit.onset_strength import OnsetStrength, onset_strength
from kinescore.fit.sync import onset_rank
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.read import read_motion
from kinescore.request import SoundtrackRequest
from kinescore.take import Take
from tests.wire.motions import wandering

SECONDS, FPS = 12, 30
STYLES_HEARD = ("house", "orchestral", "jazz")
TIMES = (1.37, 2.61, 4.19, 5.83, 7.08, 8.44, 9.57)
FOUND = tuple(HitPoint(time, 0.9, HitKind.CONTACT) for time in TIMES)


def edited() -> HitPoints:
    """The first moved by 0.2 s, the second muted, the third without weight to speak of, one added."""
    moved, _, light, *rest = FOUND
    changed = (replace(moved, time_s=moved.time_s + 0.2), replace(light, weight=0.05))
    return tuple(sorted((*changed, *rest, HitPoint(6.5, 1.0, HitKind.MARKER)), key=lambda hit: hit.time_s))


def taken(motion: Keypoints, genre: str, hits: HitPoints) -> Take:
    return compose(SoundtrackRequest(motion, genre=genre, hits=hits, seed=3, stems=True))


def strength_at(strength: OnsetStrength, time_s: float) -> float:
    """How strongly the sound begins within a frame of a moment."""
    place = round(time_s * strength.rate)
    reach = round(strength.rate / FPS)
    return float(strength.values[max(0, place - reach) : place + reach + 1].max())


def level_db(take: Take, time_s: float) -> float:
    """Of the accents in the 0.15 s from a moment on."""
    sound = take.stems["accents"]
    heard = sound.samples[:, round((time_s - 0.005) * sound.rate) : round((time_s + 0.15) * sound.rate)]
    return 10 * float(np.log10(np.mean(heard**2) + 1e-12))


@pytest.mark.parametrize("genre", STYLES_HEARD)
def test_each_edit_is_heard_where_it_was_made(genre: str) -> None:
    motion = wandering(SECONDS * FPS)
    before, after = taken(motion, genre, FOUND), taken(motion, genre, edited())
    assert before.scores["hit_coverage"] == after.scores["hit_coverage"] == 1.0
    one, other = (onset_strength(take.stems["accents"]) for take in (before, after))
    assert strength_at(one, 1.37) > 3 * strength_at(other, 1.37), "moved away"
    assert strength_at(other, 1.57) > 3 * strength_at(one, 1.57), "moved here"
    assert strength_at(one, 2.61) > 3 * strength_at(other, 2.61), "muted"
    assert level_db(before, 4.19) > level_db(after, 4.19) + 2, "made light"
    assert strength_at(other, 6.5) > 3 * strength_at(one, 6.5), "added"


@pytest.mark.parametrize("clip", ["salsa/61_10.bvh", "aist_sticks"])
def test_on_real_movement_the_sound_begins_at_the_edited_hits(clip: str, shared_motion: Path) -> None:
    """Found hits that were taken out fall back towards chance, 0.5."""
    motion = real(shared_motion / clip)
    times = np.sort(np.random.default_rng(7).uniform(1.0, motion.seconds - 2.5, 6)).tolist()
    hits = tuple(HitPoint(time, 0.9, HitKind.MARKER) for time in times)
    strong = (hit for hit in analysis_of(SoundtrackRequest(motion)).hits if hit.weight > 0.4)
    found = tuple(hit for hit in strong if all(abs(hit.time_s - time) > 0.2 for time in times))
    as_found, as_set = (onset_strength(taken(motion, "orchestral", each).audio) for each in (found, hits))

    def rank(sound: OnsetStrength, at: HitPoints) -> float:
        return onset_rank(sound, np.array([hit.time_s for hit in at]), np.ones(len(at))) or 0.0

    assert rank(as_set, hits) > 0.7
    assert rank(as_set, hits) > rank(as_found, hits) + 0.15
    assert rank(as_found, found) > rank(as_set, found) + 0.15


def real(path: Path) -> Keypoints:
    """Twelve seconds of a real movement, of the first one in a folder; skips where there is none."""
    path = min(path.glob("*.npz"), default=path) if path.suffix == "" else path
    if not path.is_file():
        pytest.skip(f"no movement at {path}")
    motion = read_motion(path)
    frames = round(12 * motion.fps)
    return replace(motion, positions=motion.positions[:frames], confidence=motion.confidence[:frames])
