# SPDX-License-Identifier: GPL-3.0-or-later
"""The prompts that were used last, in all files; offered while one is typed."""

from __future__ import annotations

from pathlib import Path

import bpy

from kinescore.errors import KinescoreError
from kinescore.files.atomic_file import write_atomically
from kinescore.files.strict_json import dump, from_plain, parse

from ..background import log
from ..timeline.paths import user_folder

MAX_PROMPTS = 30
MAX_FILE_BYTES = 256 * 1024


def recent_prompts() -> list[str]:
    """The last prompts, newest first."""
    try:
        with _file().open("rb") as file:
            found = from_plain(tuple[str, ...], parse(file.read(MAX_FILE_BYTES), "prompts"), "prompts")
    except FileNotFoundError:
        return []
    except (OSError, KinescoreError) as error:
        log.info("The prompts used last were not read: %s", error)
        return []
    return list(found[:MAX_PROMPTS])


def remember_prompt(prompt: str) -> None:
    """Put `prompt` first. Where that fails nothing is lost but the convenience, so it is only logged."""
    if not prompt.strip():
        return
    prompts = [prompt, *(other for other in recent_prompts() if other != prompt)][:MAX_PROMPTS]
    try:
        path = _file()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, dump(prompts))
    except OSError as error:
        log.info("The prompt was not remembered: %s", error)


def suggestions(settings: bpy.types.PropertyGroup, context: bpy.types.Context, typed: str) -> list[str]:
    """Those of the last prompts that hold what is being typed."""
    return [prompt for prompt in recent_prompts() if typed.lower() in prompt.lower()]


def _file() -> Path:
    return user_folder() / "prompts.json"
