"""Kinescore watches something move and writes music that lands on the movement.

    import kinescore as ks

    motion = ks.read_motion("dance.bvh")
    dance = ks.analyse(motion)  # tempo, beats, downbeats, hit points
    take = ks.compose(ks.SoundtrackRequest(motion, prompt="joyful house with piano"))
    take.save("out.wav", stems="stems", midi="out.mid")

These names are stable; everything else may move between versions. Importing the package loads none of its rooms, and
neither numpy nor torch: a name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # a checker takes it for typing.TYPE_CHECKING, whose module would cost half of the import
if TYPE_CHECKING:
    from kinescore.dance.analysis import DanceAnalysis, analyse
    from kinescore.dance.beat_grid import BeatGrid
    from kinescore.dance.ensemble import analyse_together
    from kinescore.dance.hit_points import HitKind, HitPoint
    from kinescore.dance.metre import Metre
    from kinescore.dance.tempo_map import TempoChange
    from kinescore.dance.timing import Timing
    from kinescore.engines.composer import compose, engines_with
    from kinescore.engines.model_choice import ModelChoice
    from kinescore.errors import KinescoreError
    from kinescore.motion.keypoints import Keypoints
    from kinescore.motion.mover import Mover
    from kinescore.motion.read import read_motion, read_movers
    from kinescore.request import SoundtrackRequest
    from kinescore.sound.audio import Audio
    from kinescore.take import Take
    from kinescore.wire.client import Client
    from kinescore.wire.run_job import run_job

__version__ = "0.1.0"
__all__ = [
    "Audio",
    "BeatGrid",
    "Client",
    "DanceAnalysis",
    "HitKind",
    "HitPoint",
    "Keypoints",
    "KinescoreError",
    "Metre",
    "ModelChoice",
    "Mover",
    "SoundtrackRequest",
    "Take",
    "TempoChange",
    "Timing",
    "analyse",
    "analyse_together",
    "compose",
    "engines_with",
    "read_motion",
    "read_movers",
    "run_job",
]

_HOMES = {
    "analyse": "dance.analysis",
    "analyse_together": "dance.ensemble",
    "Audio": "sound.audio",
    "BeatGrid": "dance.beat_grid",
    "Client": "wire.client",
    "compose": "engines.composer",
    "DanceAnalysis": "dance.analysis",
    "engines_with": "engines.composer",
    "HitKind": "dance.hit_points",
    "HitPoint": "dance.hit_points",
    "Keypoints": "motion.keypoints",
    "KinescoreError": "errors",
    "Metre": "dance.metre",
    "ModelChoice": "engines.model_choice",
    "Mover": "motion.mover",
    "read_motion": "motion.read",
    "read_movers": "motion.read",
    "run_job": "wire.run_job",
    "SoundtrackRequest": "request",
    "Take": "take",
    "TempoChange": "dance.tempo_map",
    "Timing": "dance.timing",
}


def __getattr__(name: str) -> object:
    """Load a public name (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kinescore' has no attribute '{name}'")
    value = getattr(import_module(f"kinescore.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
