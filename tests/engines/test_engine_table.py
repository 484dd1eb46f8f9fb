"""One table of engines: everybody reads it, and a new engine is one file and a row."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kinescore.cli import doctor
from kinescore.engines.composer import BUILT_IN, compose, engines_with
from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import ENGINES, EngineEntry, StandaloneEngine, model_engine, model_engines
from kinescore.errors import EngineError, KinescoreError
from kinescore.request import SoundtrackRequest
from kinescore.serve.config import ServeConfig
from kinescore.wire.client import Client
from kinescore.wire.run_job import run_job
from tests.engines import theremin
from tests.engines.theremin import WITH_THEREMIN
from tests.wire.motions import wandering

ROOT = Path(__file__).resolve().parents[2]


def asking_for(engine: str) -> SoundtrackRequest:
    return SoundtrackRequest(wandering(frames=90), engine=engine)


def test_an_engine_of_ones_own_plays_beside_the_built_in_ones() -> None:
    by_hand = compose(asking_for("mine"), engines={**BUILT_IN, "mine": lambda: theremin.play})
    by_table = compose(asking_for("theremin"), engines=engines_with((), WITH_THEREMIN))
    assert by_hand.audio.seconds == 3.0
    assert by_hand.audio.samples.tobytes() == by_table.audio.samples.tobytes()
    with pytest.raises(EngineError, match="There is no engine named 'theremin'; this one has groovebox"):
        compose(asking_for("theremin"))


def test_the_doctor_examines_it(capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    doctor.examine(WITH_THEREMIN)
    rows = [row.split() for row in capsys.readouterr().out.splitlines()]
    assert ["engine", "theremin", "ready", "(MIT;", "the", "music", "it", "plays", "is", "everybody's)"] in rows


def test_a_servers_greeting_tells_of_it_and_its_workers_play_it(tmp_path: Path) -> None:
    command = [sys.executable, theremin.__file__, str(tmp_path / "jobs")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        try:
            with Client(server.stdout.readline().strip()) as client:
                licences = {engine.name: engine.licence for engine in client.hello().engines}
                take = run_job(client, asking_for("theremin"))
        finally:
            server.terminate()
    assert licences == {name: WITH_THEREMIN[name].licence for name in ("groovebox", "theremin", "pocket")}
    expected = compose(asking_for("theremin"), engines=engines_with((), WITH_THEREMIN))
    assert np.abs(take.audio.samples - expected.audio.samples).max() < 2**-23


def test_every_engine_says_what_it_is() -> None:
    for name, entry in ENGINES.items():
        assert name == name.lower()
        assert entry.title
        assert entry.licence
        assert not entry.licence.endswith("."), "a full stop comes after it"
    assert [*model_engines()] == ["pocket", "musicgen", "riffusion", "ace_step", "audioldm2"]
    assert [*BUILT_IN] == ["groovebox", "pocket"]


def test_the_extra_brings_what_an_engine_needs() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    for entry in model_engines().values():
        brought = {requirement.split(">")[0] for requirement in extras[entry.extra]}
        assert {name.replace("_", "-") for name in entry.needs} <= brought, entry.title


def test_licences_stand_in_the_table_alone() -> None:
    for licence in ("CC-BY-NC", "OpenRAIL", "weights are MIT"):
        sources = [*(ROOT / "backend").rglob("*.py"), *(ROOT / "blender_addon").rglob("*.py")]
        found = [path.name for path in sources if licence in path.read_text("utf-8")]
        assert found == ["table.py"], licence


def test_engines_that_lack_a_package_say_what_to_install(capsys: pytest.CaptureFixture) -> None:
    lacking = replace(WITH_THEREMIN["theremin"], needs=("no_such_package",))
    with pytest.raises(EngineError, match=r"Theremin needs no_such_package; .* Use: pip install no_such"):
        compose(asking_for("theremin"), engines=engines_with((), {"theremin": lacking}))
    extra = EngineEntry(title="Theremin", licence="MIT", needs=("no_such_package",), extra="hands")
    assert extra.remedy == "pip install 'kinescore[hands]'"
    doctor.examine({**ENGINES, "theremin": lacking})
    assert "no_such_package" in capsys.readouterr().out


def test_the_doctor_reports_an_engine_that_is_broken(capsys: pytest.CaptureFixture) -> None:
    def load() -> None:
        raise ImportError("a string is torn")

    broken = StandaloneEngine(title="Harp", licence="MIT", load=load)
    with pytest.raises(KinescoreError, match="These engines cannot run here: harp"):
        doctor.examine({**ENGINES, "harp": broken})
    assert "a string is torn" in capsys.readouterr().out


def test_models_are_for_engines_that_take_one() -> None:
    for name in ("groovebox", "jukebox"):
        for refuse in (
            lambda name=name: model_engine(name),
            lambda name=name: engines_with([ModelChoice(name, "x")]),
            lambda name=name: ServeConfig(models=(ModelChoice(name, "x"),)),
        ):
            with pytest.raises(
                EngineError, match=f"'{name}' is no engine that plays with a model; those are pocket, musicgen"
            ):
                refuse()
