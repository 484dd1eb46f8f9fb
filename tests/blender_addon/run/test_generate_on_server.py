"""The same button with a server address: real server processes, real sockets."""

from __future__ import annotations

import functools
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import bpy
import numpy as np
import pytest
import zmq

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.settings import connection, engine_list
from blender_addon.settings.preferences import preferences
from blender_addon.timeline.ownership import PROVENANCE_PROPERTY
from kinescore.sound.audio import Audio, wav_bytes
from kinescore.wire.client import Client
from kinescore.wire.messages import JobState
from tests.blender_addon import rigs
from tests.blender_addon.unchanged import photograph
from tests.serve.bad_network import Wire
from tests.serve.running_server import RunningServer, asking_for, wait_for_worker

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def stage(saved_scene) -> bpy.types.Scene:
    """A saved scene with a dancer and a camera."""
    rigs.add_camera(saved_scene)
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    return saved_scene


@pytest.fixture(scope="module")
def practice(tmp_path_factory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("practice") / "store") as server:
        yield server


def use(address: str, engine: str = "groovebox", prompt: str = "") -> None:
    preferences(bpy.context).address = address
    bpy.context.scene.kinescore.engine = engine
    bpy.context.scene.kinescore.prompt = prompt


def tick_until(run, reached: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not reached() and run.tick() is not None:
        assert time.monotonic() < deadline, run.progress
        time.sleep(0.02)


def test_the_server_from_the_command_line_makes_the_same_music(stage, tmp_path) -> None:
    options = ["--address", "tcp://127.0.0.1:*", "--store", str(tmp_path / "store")]
    command = [sys.executable, "-m", "kinescore", "serve", *options]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:
        use(next(word for word in server.stdout.readline().split() if word.startswith("tcp://")))
        assert bpy.ops.kinescore.test_connection() == {"FINISHED"}
        assert "groovebox: Apache-2.0; the music it plays is yours" in connection.summary()
        assert bpy.ops.kinescore.generate() == {"FINISHED"}
        (by_server,) = (Path(bpy.path.abspath(sound.filepath)) for sound in bpy.data.sounds)
        assert stage.kinescore.pending == ""
        preferences(bpy.context).address = ""
        bpy.ops.kinescore.generate()
        (built_in,) = (Path(bpy.path.abspath(sound.filepath)) for sound in bpy.data.sounds)
        assert by_server == built_in  # named after the sound's own bytes
    finally:
        server.terminate()
        server.wait(timeout=30)


def test_engines_are_chosen_from_what_the_server_says_it_has(stage, practice) -> None:
    """Before it was asked, and while another server is in the preferences, only what is saved and built in."""
    settings = stage.kinescore
    use(practice.address, "musicgen")
    assert choices(settings) == ["groovebox", "musicgen"]
    assert "Refresh to list the server's engines." in engine_list.notes("musicgen", bpy.context)
    assert bpy.ops.kinescore.test_connection() == {"FINISHED"}
    assert {"groovebox", "sleepy", "musicgen"} < set(choices(settings))
    assert settings.engine_choice == "musicgen"
    assert any(
        "does not offer MusicGen; it has Groovebox" in note for note in engine_list.notes("musicgen", bpy.context)
    )
    settings.engine_choice = "sleepy"
    assert settings.engine == "sleepy"
    with pytest.raises(TypeError, match="not found"):
        settings.engine_choice = "theremin"
    preferences(bpy.context).address = "tcp://127.0.0.1:1"
    assert choices(settings) == ["groovebox", "sleepy"]
    assert settings.engine_choice == "sleepy", "what was saved stays while its server is away"


def test_the_menu_writes_engines_as_their_makers_do(stage) -> None:
    stage.kinescore.engine = "musicgen"
    assert [item[1] for item in engine_list.menu(stage.kinescore, bpy.context)] == ["Groovebox", "MusicGen"]


def test_what_one_server_said_is_not_held_against_the_next(stage, practice) -> None:
    use("tcp://127.0.0.1:1")
    assert bpy.ops.kinescore.test_connection() == {"FINISHED"}
    assert "No Kinescore server answers" in engine_list.notes("groovebox", bpy.context)[-1]
    use(practice.address)
    assert engine_list.notes("groovebox", bpy.context)[-1] == "Refresh to list the server's engines."
    assert connection.summary() == []


def choices(settings: bpy.types.PropertyGroup) -> list[str]:
    """The menu's entries, as Blender has them in the end."""
    return [item[0] for item in engine_list.menu(settings, bpy.context)]


def test_cancel_reaches_the_server(stage, practice) -> None:
    use(practice.address, "sleepy", "30")
    before = photograph(stage)
    run = runs.start_scoring(bpy.context, "")
    tick_until(run, lambda: run.progress.phase.startswith("Pid"))
    job = json.loads(stage.kinescore.pending)["job"]
    bpy.ops.kinescore.cancel()
    tick_until(run, lambda: False)
    assert run.outcome.summary.startswith("Cancelled")
    assert photograph(stage) == before
    with practice.client() as client:
        deadline = time.monotonic() + 30
        while not (status := client.status(job)).state.is_final:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert status.state is JobState.CANCELLED


def test_takes_wait_at_the_server_together_and_with_their_priority(stage, practice, tmp_path) -> None:
    use(practice.address, "sleepy", "0.3")
    stage.kinescore.priority, stage.kinescore.take_count = "high", 3
    with practice.client() as client:
        running = client.submit(asking_for("sleepy", "60")).job
        wait_for_worker(client, running)
        other = client.submit(asking_for("sleepy", "0.1")).job
        run = runs.start_scoring(bpy.context, "")
        tick_until(run, lambda: client.status(other).queue_position == 3)
        client.cancel(running)
        tick_until(run, lambda: False)
    assert run.outcome.take_id
    assert len(stage.kinescore_takes) == 3


def test_a_job_goes_on_after_the_file_was_closed(stage, practice) -> None:
    use(practice.address, "sleepy", "1")
    run = runs.start_scoring(bpy.context, "")
    tick_until(run, lambda: run.progress.phase.startswith("Pid"))
    bpy.ops.wm.save_mainfile()
    path, address = bpy.data.filepath, practice.address
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=False)
    assert run.tick() is None
    bpy.ops.wm.open_mainfile(filepath=path)
    preferences(bpy.context).address = address
    assert bpy.ops.kinescore.resume() == {"FINISHED"}
    scene = bpy.context.scene
    (strip,) = compat.existing_strips(scene)
    assert compat.strip_span(strip)[0] == 1
    assert scene.kinescore.pending == ""
    assert not bpy.ops.kinescore.resume.poll()


def test_a_job_on_another_server_is_not_mixed_up(stage, practice) -> None:
    use(practice.address, "sleepy", "1")
    run = runs.start_scoring(bpy.context, "")
    tick_until(run, lambda: bool(stage.kinescore.pending))
    runs.abandon_all()
    preferences(bpy.context).address = "tcp://127.0.0.1:1"
    with pytest.raises(RuntimeError, match="not the one in the preferences"):
        bpy.ops.kinescore.resume()
    assert bpy.ops.kinescore.forget_job() == {"FINISHED"}
    assert stage.kinescore.pending == ""


def test_a_server_that_goes_away_is_told_and_its_job_can_be_resumed(stage, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("blender_addon.settings.connection.Client", functools.partial(Client, patience_seconds=1.0))
    with RunningServer(tmp_path / "store") as server:
        use(server.address, "sleepy", "20")
        before = photograph(stage)
        run = runs.start_scoring(bpy.context, "")
        tick_until(run, lambda: run.progress.phase.startswith("Pid"))
        server.kill()
        tick_until(run, lambda: False)
    assert "stopped answering" in run.outcome.error.sentence
    assert photograph(stage) == {**before, "pending": stage.kinescore.pending}
    assert bpy.ops.kinescore.resume.poll()


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process by a signal that Windows lacks")
@pytest.mark.parametrize("end", ["killed", "stopped", "cut off"])
def test_a_lost_server_is_named_in_the_panel_within_five_seconds(stage, tmp_path, end) -> None:
    with RunningServer(tmp_path / "store") as server, Wire(server.address) as wire:
        use(wire.address, "sleepy", "60")
        run = runs.start_scoring(bpy.context, "")
        tick_until(run, lambda: run.progress.phase.startswith("Pid"))
        {"killed": server.kill, "cut off": wire.cut, "stopped": lambda: server.process.send_signal(signal.SIGSTOP)}[
            end
        ]()
        gone = time.monotonic()
        try:
            tick_until(run, lambda: run.progress.phase.startswith("No answer"))
            assert time.monotonic() - gone < 5.0
            assert f"No answer from {wire.address} for" in run.progress.phase
            assert "job" not in run.progress.phase
            run.cancel()
            tick_until(run, lambda: False)
        finally:
            server.process.send_signal(signal.SIGCONT)
    assert run.outcome.summary == "Cancelled; nothing was changed."


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process by a signal that Windows lacks")
def test_a_slow_window_names_a_lost_server_within_five_seconds_too(stage, tmp_path) -> None:
    """Drawing without a graphics card holds up every tick, and shows what a tick found only at its own end."""
    with RunningServer(tmp_path / "store") as server:
        use(server.address, "sleepy", "60")
        run = runs.start_scoring(bpy.context, "")
        tick_until(run, lambda: run.progress.phase.startswith("Pid"))
        server.process.send_signal(signal.SIGSTOP)
        gone = time.monotonic()
        try:
            while not run.progress.phase.startswith("No answer"):
                run.tick()
                time.sleep(1.3)
            assert time.monotonic() - gone < 5.0
        finally:
            server.process.send_signal(signal.SIGCONT)
            run.cancel()
            tick_until(run, lambda: False)


def test_nobody_at_the_address(stage) -> None:
    use("tcp://127.0.0.1:1")
    before = photograph(stage)
    with pytest.raises(RuntimeError, match="No Kinescore server answers at tcp"):
        bpy.ops.kinescore.generate()
    assert photograph(stage) == before


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (lambda frames: [frames[0].replace(b'"protocol":1', b'"protocol":99')], "protocol 99"),
        (lambda frames: [b"\xff\xfe nonsense"], "not Unicode"),
        (lambda frames: [b"{}"], "does not name its protocol"),
    ],
    ids=["newer protocol", "noise", "empty"],
)
def test_answers_that_are_no_answers(stage, answer, sentence) -> None:
    with impostor(answer) as address:
        use(address)
        before = photograph(stage)
        with pytest.raises(RuntimeError, match=sentence):
            bpy.ops.kinescore.generate()
        assert photograph(stage) == before
        bpy.ops.kinescore.test_connection()
        assert sentence in connection.summary()[0]


def test_what_an_engine_refuses_is_passed_on(stage, practice) -> None:
    use(practice.address, "theremin")
    before = photograph(stage)
    with pytest.raises(RuntimeError, match="theremin"):
        bpy.ops.kinescore.generate()
    assert photograph(stage) == before


class impostor:
    """Something at a port that answers each call with `answer(frames)`."""

    def __init__(self, answer: Callable[[list[bytes]], list[bytes]]) -> None:
        self._answer, self._stop = answer, threading.Event()

    def __enter__(self) -> str:
        self._context = zmq.Context()
        socket = self._context.socket(zmq.ROUTER)
        port = socket.bind_to_random_port("tcp://127.0.0.1")
        self._thread = threading.Thread(target=self._run, args=(socket,))
        self._thread.start()
        return f"tcp://127.0.0.1:{port}"

    def _run(self, socket: zmq.Socket) -> None:
        while not self._stop.is_set():
            if socket.poll(50):
                identity, *frames = socket.recv_multipart()
                socket.send_multipart([identity, *self._answer(frames)])

    def __exit__(self, *error: object) -> None:
        self._stop.set()
        self._thread.join()
        self._context.destroy(linger=0)


def test_a_learned_engine_on_the_server_scores_the_dancer(stage, tmp_path) -> None:
    pytest.importorskip("torch")
    from tests.engines.serving import serving
    from tests.engines.tiny_models import save_encoders_for, save_model

    model = save_model(tmp_path / "tiny")
    encoders = save_encoders_for(model, tmp_path / "encoders.safetensors")
    options = ["--device", "cpu", "--model", f"musicgen={model}", "--encoders", f"musicgen={encoders}"]
    with serving(tmp_path / "store", *options) as address:
        use(address, engine="musicgen")
        stage.kinescore.style = "house"
        assert bpy.ops.kinescore.generate() == {"FINISHED"}
    (strip,) = compat.existing_strips(stage)
    assert compat.strip_span(strip) == (1, 49)
    assert json.loads(strip[PROVENANCE_PROPERTY])["engine"] == "musicgen"


def test_the_example_song_reaches_the_encoders_that_listen(stage, tmp_path) -> None:
    pytest.importorskip("torch")
    from kinescore.encoders.example import ExampleListener
    from tests.encoders.tiny_clap import save_tiny_clap, tiny_clap
    from tests.engines.serving import serving
    from tests.engines.tiny_models import save_encoders_for, save_model

    model, clap = save_model(tmp_path / "tiny"), save_tiny_clap(tmp_path / "clap")
    heard_by = ExampleListener(*tiny_clap(), str(clap)).clap
    encoders = save_encoders_for(model, tmp_path / "encoders.safetensors", clap=heard_by)
    song = Path(bpy.data.filepath).with_name("song.wav")
    song.write_bytes(wav_bytes(Audio(np.random.default_rng(0).normal(0, 0.1, (2, 44100)).astype(np.float32), 44100)))
    options = ["--device", "cpu", "--model", f"musicgen={model}", "--encoders", f"musicgen={encoders}"]
    with serving(tmp_path / "store", *options) as address:
        use(address, engine="musicgen")
        stage.kinescore.example = "//song.wav"
        assert bpy.ops.kinescore.generate() == {"FINISHED"}
    (strip,) = compat.existing_strips(stage)
    told = json.loads(strip[PROVENANCE_PROPERTY])
    assert told["example"] != "none"
    assert told["prompt_read"] == "a @ music with * as the rhythm"
