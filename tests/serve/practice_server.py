"""A real server whose workers also know engines that behave badly on purpose.

Workers are spawned, and a spawned process first imports its parent's main script: this file. So the engines of the
table that the server is handed are found by the workers too. Run: practice_server.py '{"store_folder": ..., ...}'
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.table import ENGINES, Engine, StandaloneEngine
from kinescore.errors import PromptError
from kinescore.progress import Report
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.take import Section, Take

STEPS, STEP_SECONDS = 20, 0.05
RATE = 44100


def noise(request: SoundtrackRequest, seconds: float) -> Take:
    """A Take of seeded noise, so that equal requests give equal bytes."""
    samples = np.random.default_rng(request.seed).uniform(-0.5, 0.5, (2, round(seconds * RATE))).astype(np.float32)
    sections = (Section("noise", 0.0, seconds),)
    return Take(
        Audio(samples, RATE), np.array([0.0]), np.array([0]), 120.0, sections, provenance={"seed": request.seed}
    )


def sleepy(request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
    """Takes as many seconds as the prompt says, and tells its process id in every step, of STEP_SECONDS or less."""
    seconds = float(request.prompt or 0.2)
    steps = max(STEPS, round(seconds / STEP_SECONDS))
    for step in range(steps):
        report(f"pid {os.getpid()}", step / steps)
        time.sleep(seconds / steps)
    return noise(request, 0.1)


def large(request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
    """Makes as many seconds of noise as the prompt says, at once."""
    return noise(request, float(request.prompt))


def poison(request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
    """Takes its worker with it, every time."""
    os._exit(66)


def fragile(request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
    """Takes its worker with it the first time: until the file that the prompt names exists."""
    if _is_first_time(request):
        os._exit(66)
    return noise(request, 0.1)


def hanging(request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
    """Does nothing for ever the first time."""
    if _is_first_time(request):
        time.sleep(3600)
    return noise(request, 0.1)


def deaf(request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
    """Does not look at its stop flag for as many seconds as the prompt says."""
    report(f"pid {os.getpid()}", 0.5)
    time.sleep(float(request.prompt))
    return noise(request, 0.1)


def crashing(request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
    """Has a fault."""
    return noise(request, 1 / 0)


def careless(request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
    """Puts something into its Take that no file can hold."""
    return replace(noise(request, 0.1), provenance={"seed": object()})


class Choir:
    """Plays side by side, in half a second, and tells how many sing as its phase. The prompt "poison" takes the
    worker with it, "wrong" is refused, "crowd" fails in company alone, "memory" always."""

    def __call__(self, request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
        (take,) = self.together([(request, analysis)], report)
        return take

    def alike(self, asked: Sequence[tuple[SoundtrackRequest, DanceAnalysis]]) -> list[list[int]]:
        if any(request.prompt == "wrong" for request, _ in asked):
            raise PromptError("The prompt is wrong.")
        return [list(range(len(asked)))]

    def together(self, asked: Sequence[tuple[SoundtrackRequest, DanceAnalysis]], report: Report) -> list[Take]:
        prompts = [request.prompt for request, _ in asked]
        self.alike(asked)
        for step in range(STEPS):
            report(f"choir of {len(asked)}", step / STEPS)
            time.sleep(STEP_SECONDS / 2)
        if "poison" in prompts:
            os._exit(66)
        if "memory" in prompts or ("crowd" in prompts and len(prompts) > 1):
            raise MemoryError("Unable to allocate 7 TiB")
        return [noise(request, 0.1) for request, _ in asked]


def _is_first_time(request: SoundtrackRequest) -> bool:
    try:
        Path(request.prompt).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _given(engine: Engine) -> Engine:
    return engine


def _after_a_while(engine: Engine) -> Engine:
    time.sleep(2.5)
    return engine


BAD_COMPANY = {
    engine.__name__: StandaloneEngine(title=engine.__name__, licence="for tests", load=partial(_given, engine))
    for engine in (sleepy, large, poison, fragile, hanging, deaf, crashing, careless)
} | {
    "choir": StandaloneEngine(
        title="choir", licence="for tests", load=partial(_given, Choir()), plays_side_by_side=True
    ),
    "heavy": StandaloneEngine(title="heavy", licence="for tests", load=partial(_after_a_while, sleepy)),
}


def main(settings: dict) -> None:
    from kinescore.engines.model_choice import ModelChoice
    from kinescore.serve import pool
    from kinescore.serve.config import ServeConfig  # here: workers import this file too, and start sooner without
    from kinescore.serve.quotas import Quota
    from kinescore.serve.server import Server
    from kinescore.wire.messages import Limits, Priority

    pool.FIRST_PAUSE_SECONDS = 0.05
    if "descriptors" in settings:
        import resource

        most = settings.pop("descriptors")
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    for name in ("store_folder", "key_folder", "audit_file"):
        if name in settings:
            settings[name] = Path(settings[name])
    if "models" in settings:
        settings["models"] = tuple(ModelChoice(**choice) for choice in settings["models"])
    for client, quota in settings.get("quotas", {}).items():
        settings["quotas"][client] = Quota(**{**quota, "highest_priority": Priority(quota["highest_priority"])})
    if "limits" in settings:
        settings["limits"] = Limits(**settings["limits"])
    Server(ServeConfig(**settings, engines={**ENGINES, **BAD_COMPANY})).run(lambda address: print(address, flush=True))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
