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
    from kinescore.dance.hit_points import HitPoint
    from kinescore.engines.composer import compose, engines_with
    from kinescore.engines.model_choice import ModelChoice
    from kinescore.errors import KinescoreError
    from kinescore.motion.keypoints import Keypoints
    from kinescore.motion.read import read_motion
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
    "HitPoint",
    "Keypoints",
    "KinescoreError",
    "ModelChoice",
    "SoundtrackRequest",
    "Take",
    "analyse",
    "compose",
    "engines_with",
    "read_motion",
    "run_job",
]

_HOMES = {
    "analyse": "dance.analysis",
    "Audio": "sound.audio",
    "BeatGrid": "dance.beat_grid",
    "Client": "wire.client",
    "compose": "engines.composer",
    "DanceAnalysis": "dance.analysis",
    "engines_with": "engines.composer",
    "HitPoint": "dance.hit_points",
    "Keypoints": "motion.keypoints",
    "KinescoreError": "errors",
    "ModelChoice": "engines.model_choice",
    "read_motion": "motion.read",
    "run_job": "wire.run_job",
    "SoundtrackRequest": "request",
    "Take": "take",
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
