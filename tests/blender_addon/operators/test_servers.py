"""The list of servers: real ones that answer, go away and come back."""

from __future__ import annotations

import time
from collections.abc import Iterator

import bpy
import pytest

from blender_addon.settings import connection, server_list
from blender_addon.settings.preferences import preferences
from blender_addon.settings.server_list import watch
from kinescore.errors import KinescoreError
from tests.blender_addon.ui.test_panels import draw
from tests.serve.running_server import RunningServer

DEAD = "tcp://127.0.0.1:1"


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("listed") / "store", workers=2) as server:
        yield server


@pytest.fixture(autouse=True)
def no_servers_known(scene) -> Iterator[None]:
    watch.forget()
    yield
    watch.forget()


def panel() -> str:
    from blender_addon.ui import panels

    return " ".join(draw(panels.KINESCORE_PT_sequencer_servers))


def test_a_list_begins_empty_and_says_what_a_server_is_for(scene) -> None:
    assert "Music is made in this Blender" in panel()
    assert not bpy.ops.kinescore.remove_server.poll()


def test_servers_are_asked_side_by_side_and_the_selected_one_is_used(scene, server) -> None:
    assert bpy.ops.kinescore.add_server(address=DEAD) == {"FINISHED"}
    assert bpy.ops.kinescore.add_server(address=server.address.removeprefix("tcp://")) == {"FINISHED"}
    chosen = preferences(bpy.context)
    assert [entry.address for entry in chosen.servers] == [DEAD, server.address]
    assert chosen.address == server.address
    said = watch.outcome(server.address)
    assert {"groovebox", "sleepy"} <= dict(said.engines).keys()
    assert (said.workers, said.latency_ms < 1000) == (2, True)
    assert isinstance(watch.outcome(DEAD), KinescoreError)
    shown = panel()
    assert "answers in" in shown
    assert "GB of memory free" in shown or "GB free" in shown
    chosen.server_index = 0
    assert chosen.address == DEAD
    assert f"No Kinescore server answers at {DEAD}" in panel()
    assert bpy.ops.kinescore.add_server(address=server.address) == {"FINISHED"}
    assert len(chosen.servers) == 2, "the same server once"
    assert chosen.address == server.address


def test_removing_the_one_in_use_comes_home(scene, server) -> None:
    bpy.ops.kinescore.add_server(address=server.address)
    assert bpy.ops.kinescore.remove_server() == {"FINISHED"}
    assert preferences(bpy.context).address == ""
    assert not preferences(bpy.context).servers


def test_an_unfit_address_is_refused_in_a_sentence(scene) -> None:
    with pytest.raises(RuntimeError, match="is not a server address"):
        bpy.ops.kinescore.add_server(address="not an address")
    assert not preferences(bpy.context).servers


def test_another_machine_waits_for_online_access(scene) -> None:
    bpy.ops.kinescore.add_server(address="192.0.2.1:7717")
    assert "Online Access" in str(watch.outcome("tcp://192.0.2.1:7717"))


def test_a_server_that_comes_back_is_found_without_a_click(scene, tmp_path, monkeypatch) -> None:
    """As in a window: the list is being looked at, and the timer goes on."""
    monkeypatch.setattr(server_list, "ASK_AGAIN_SECONDS", 0.2)
    monkeypatch.setattr(server_list, "bpy", _windowed())
    with RunningServer(tmp_path / "store") as own:
        own.kill()
        preferences(bpy.context).servers.add().address = own.address
        watch.ask_all(bpy.context)
        _tick_until(lambda: isinstance(watch.outcome(own.address), KinescoreError))
        own.start()
        _tick_until(lambda: isinstance(watch.outcome(own.address), connection.Greeting))
        assert watch.tick() is None, "all answer: nothing is left to do"


def _tick_until(reached) -> None:
    deadline = time.monotonic() + 30
    while True:
        pause = watch.tick()
        if reached():
            return
        assert pause is not None
        assert time.monotonic() < deadline
        watch.note_seen()
        time.sleep(0.05)


def _windowed() -> object:
    """bpy as it is where Blender has a window."""
    from types import SimpleNamespace

    return SimpleNamespace(app=SimpleNamespace(background=False), context=bpy.context)
