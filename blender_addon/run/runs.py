# SPDX-License-Identifier: GPL-3.0-or-later
"""One run per scene at most: starting, finding, stopping. Kept in memory only."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError, MotionError
from kinescore.wire.errors import WireError

from ..scene.character import cast_of, find_character
from ..settings.coverage import left_out, wrong_rate
from ..settings.engine_list import BUILT_IN_ENGINE
from ..settings.preferences import configured_server, preferences
from ..settings.prompt_history import remember_prompt
from ..settings.request import frame_range
from ..settings.style_menu import AUTO
from ..timeline.channels import free_channels
from ..timeline.origin import PendingJob
from ..timeline.paths import OutputFolder, output_folder, require_writable
from ..timeline.remaking import request_text, section_again
from ..timeline.strips import holds_take
from ..timeline.take_list import KinescoreTake
from .generation import Generation
from .order import Order, order_of
from .outcome import Outcome
from .request_files import read_example

_latest: dict[int, Generation | Outcome] = {}  # by the scene's session_uid


def current(scene: bpy.types.Scene) -> Generation | None:
    """The unfinished run of `scene`."""
    latest = _latest.get(scene.session_uid)
    return latest if isinstance(latest, Generation) and latest.outcome is None else None


def last_outcome(scene: bpy.types.Scene) -> Outcome | None:
    """How the latest run of `scene` ended; None also while its music is not there, such as after an undo."""
    latest = _latest.get(scene.session_uid)
    outcome = latest.outcome if isinstance(latest, Generation) else latest
    if outcome is not None and outcome.take_id and not holds_take(scene, outcome.take_id):
        return None
    return outcome


def start_scoring(context: bpy.types.Context, request_json: str) -> Generation:
    """Check all that can be checked before any work, and start. Raises KinescoreError; nothing has changed then."""
    scene = context.scene
    thing = find_character(context)
    cast = cast_of(thing, [(other.thing, other.weight) for other in scene.kinescore.companions])
    frames = frame_range(scene)
    free_channels(scene, frames.first, frames.last + 1, needed=1)
    server = configured_server(context) if scene.kinescore.run_on == AUTO else None
    example = read_example(scene.kinescore.example) if server else None
    order = Order(scene.kinescore.take_count) if request_json else order_of(scene, frames)
    run = Generation(scene, _checked_folder(context), server, order)
    run.score(cast, frames, request_json, example)
    for note in order.notes:
        run.note(note)
    if not request_json:
        remember_prompt(scene.kinescore.prompt)
    run.note(left_out(scene, thing, frames))
    run.note(wrong_rate(scene, thing))
    _latest[scene.session_uid] = run
    return run


def start_remaking(context: bpy.types.Context, entry: KinescoreTake, index: int) -> Generation:
    """Start to make section `index` of a listed take anew, for its movement as it is now. Raises KinescoreError;
    nothing has changed then."""
    scene = context.scene
    again = section_again(entry, index)
    others = [(scene.objects.get(name), weight) for name, weight in again.origin.others_by_weight.items()]
    thing = scene.objects.get(again.origin.character)
    if thing is None:
        raise MotionError(
            f"The scene has no object '{again.origin.character}', for which the music was made.",
            "Give the character its name back, or generate again.",
        )
    server = configured_server(context) if again.request.get("engine", BUILT_IN_ENGINE) != BUILT_IN_ENGINE else None
    run = Generation(scene, _checked_folder(context), server, Order(), again)
    run.score(cast_of(thing, others), again.origin.frames, request_text(again), None)
    _latest[scene.session_uid] = run
    return run


def start_resuming(context: bpy.types.Context) -> Generation:
    """Take up the job that a server has for this scene. Raises KinescoreError."""
    scene = context.scene
    pending = PendingJob.from_json(scene.kinescore.pending)
    server = configured_server(context)
    if server is None or server.address != pending.address:
        raise WireError(
            f"The job is on the server {pending.address}, which is not the one in the preferences.",
            "Set that address in the add-on's preferences, or press Forget Job.",
            code="other_server",
        )
    run = Generation(scene, _checked_folder(context), server, Order())
    run.resume(pending)
    _latest[scene.session_uid] = run
    return run


def refuse(scene: bpy.types.Scene, error: KinescoreError) -> Outcome:
    """Remember for the panel why a run did not start."""
    outcome = Outcome(error=error)
    tell(scene, outcome)
    return outcome


def tell(scene: bpy.types.Scene, outcome: Outcome) -> None:
    """Show `outcome` in the panel in place of the latest run's. No run may be going on."""
    _latest[scene.session_uid] = outcome


def dismiss(scene: bpy.types.Scene) -> None:
    """Forget how the latest run ended."""
    _latest.pop(scene.session_uid, None)


def abandon_all() -> None:
    """The file is being closed, or the add-on switched off."""
    for latest in _latest.values():
        if isinstance(latest, Generation) and latest.outcome is None:
            latest.abandon()
    _latest.clear()


def _checked_folder(context: bpy.types.Context) -> OutputFolder:
    folder = output_folder(preferences(context).folder)
    require_writable(folder.path)
    return folder
