# SPDX-License-Identifier: GPL-3.0-or-later
"""Presets: a prompt and a style under a name; ours, and those that the artist saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinescore.errors import KinescoreError, RequestError
from kinescore.files.atomic_file import write_atomically
from kinescore.files.strict_json import FormatError, dump, from_plain, parse, to_plain
from kinescore.request import MAX_PROMPT_CHARACTERS

from ..background import log
from ..timeline.paths import user_folder
from .style_menu import AUTO, SAVED_ORDER

MAX_OWN = 60
MAX_NAME_CHARACTERS = 40
MAX_FILE_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Preset:
    """style: a name in the menu, or AUTO. words: when to choose it."""

    name: str
    prompt: str
    style: str = AUTO
    words: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.name.strip()) <= MAX_NAME_CHARACTERS:
            raise RequestError(f"A preset's name has from 1 to {MAX_NAME_CHARACTERS} characters.")
        if len(self.prompt) > MAX_PROMPT_CHARACTERS or self.style not in (AUTO, *SAVED_ORDER):
            raise RequestError(f"The preset '{self.name}' has a prompt that is too long or a style that is not known.")


FILM_AND_GAME = (
    Preset("Trailer", "heroic with brass and choir", "epic", "The big reveal, wide shots, slow build"),
    Preset("Chase", "tense with driving drums", "chase", "Running, fleeing, racing against time"),
    Preset("Tender Moment", "sad with strings", "piano", "A parting, a memory, a close-up"),
    Preset("Hero", "heroic with brass", "orchestral", "Somebody stands up again"),
    Preset("Mischief", "playful with marimba", "comedy", "Sneaking, pranks, animals"),
    Preset("Wonder", "dreamy with harp", "ambient", "A new world, slow cameras, magic"),
    Preset("Creeping", "with bells", "horror", "Something is behind the door"),
    Preset("Night Drive", "dark with synth bass", "synthwave", "Neon, cities, machines"),
    Preset("Boss Fight", "", "chiptune", "Fast combat, pixels, games"),
    Preset("Cosy Corner", "calm with electric piano", "lo-fi", "Everyday scenes, menus, idle loops"),
)
DANCE = (
    Preset("Club", "joyful with piano", "house", "Dancing, crowds, lights"),
    Preset("Battle", "energetic with slap bass", "break", "Breaking, stunts, sports"),
    Preset("Robot", "", "popping", "Stops, isolations, mechanical characters"),
    Preset("Fiesta", "joyful with trumpet and percussion", "latin", "Couples, carnivals, summer"),
    Preset("Swing", "joyful with saxophone", "jazz", "Cartoons, tap, slapstick"),
    Preset("Feelgood", "happy with claps", "corporate", "Product films, montages"),
)
OURS = (*FILM_AND_GAME, *DANCE)


def own_presets() -> tuple[Preset, ...]:
    """Those that the artist saved; none where their file is missing or something else."""
    try:
        with _file().open("rb") as file:
            return from_plain(tuple[Preset, ...], parse(file.read(MAX_FILE_BYTES), "presets"), "presets")[:MAX_OWN]
    except FileNotFoundError:
        return ()
    except (OSError, KinescoreError) as error:
        log.info("The presets were not read: %s", error)
        return ()


def find_preset(name: str) -> Preset | None:
    """The preset of this name, one's own first."""
    return next((preset for preset in (*own_presets(), *OURS) if preset.name == name), None)


def save_preset(preset: Preset) -> None:
    """Keep `preset`, in place of an own one of its name. Raises KinescoreError where it cannot be kept."""
    others = [other for other in _readable() if other.name != preset.name]
    if len(others) >= MAX_OWN:
        raise RequestError(f"{MAX_OWN} presets are saved already.", "Remove one first.")
    _write((*others, preset))


def remove_preset(name: str) -> None:
    """Forget an own preset. Raises KinescoreError where the file cannot be written."""
    _write(tuple(preset for preset in _readable() if preset.name != name))


def _readable() -> tuple[Preset, ...]:
    """What is saved, before it is written anew. Raises FormatError for a file that is something else: it stays."""
    path = _file()
    if not path.exists():
        return ()
    return from_plain(tuple[Preset, ...], parse(path.read_bytes(), "presets"), "presets")


def _write(presets: tuple[Preset, ...]) -> None:
    path = _file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, dump(to_plain(presets)))
    except OSError as error:
        raise FormatError(f"The presets cannot be written to '{path}' ({error.strerror}).") from error


def _file() -> Path:
    return user_folder() / "presets.json"
