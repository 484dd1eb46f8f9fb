# SPDX-License-Identifier: GPL-3.0-or-later
"""What a request names by a path: a request file, and the song whose genre the music is to take."""

from __future__ import annotations

from pathlib import Path

import bpy
import numpy as np

from kinescore.errors import RequestError
from kinescore.request import MAX_EXAMPLE_SECONDS, example_of
from kinescore.sound.audio import Audio

from ..compat import sound_library


def read_request(path: str) -> str:
    """The text of a request file; "" where none is named. Raises RequestError."""
    if not path:
        return ""
    file = Path(bpy.path.abspath(path))
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise RequestError(
            f"The request file '{file}' cannot be read: {error}.", "Name a JSON file in UTF-8."
        ) from error


def read_example(setting: str) -> Audio | None:
    """Return the middle of the sound file named in the settings, None where none is.

    Any format that Blender plays; only the middle is decoded. Raises RequestError for a file that is none of them,
    and in a Blender that cannot read sound.
    """
    if not setting:
        return None
    aud = sound_library()
    if aud is None:
        raise RequestError(
            "This build of Blender does not let add-ons read sound, so it cannot listen to the example song.",
            "Clear Example, or use a Blender from blender.org.",
            code="no_example",
        )
    path = Path(bpy.path.abspath(setting))
    try:
        sound = aud.Sound(str(path))
        rate = sound.specs[0]
        spare = max(0.0, sound.length / rate - MAX_EXAMPLE_SECONDS)
        samples = sound.limit(spare / 2, spare / 2 + MAX_EXAMPLE_SECONDS).data()
    except aud.error as error:
        raise RequestError(
            f"The example song '{path}' cannot be read: {error}",
            "Choose a sound file that Blender can play.",
            code="no_example",
        ) from error
    return example_of(Audio(np.ascontiguousarray(samples.T), round(rate)))
