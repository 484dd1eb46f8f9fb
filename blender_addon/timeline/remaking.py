# SPDX-License-Identifier: GPL-3.0-or-later
"""One section of a take on the timeline: which one, what it is to be made of, and the take with it made anew."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

import bpy

from kinescore.editing.spliced_take import next_variation, remade, with_section
from kinescore.files.strict_json import FormatError, from_plain, parse
from kinescore.take import Section, Take, stem_file

from .markers import section_label
from .origin import Origin
from .paths import FolderError
from .take_files import MIX, read_card, read_take
from .take_list import KinescoreTake


@dataclass(frozen=True)
class SectionAgain:
    """Section `section` of the take `entry`, to be replaced by another `variation` of it. request: plain settings of
    the take, which hold for any movement. parts: as placed. stems: those that are there."""

    take_id: str
    section: Section
    variation: int
    request: dict[str, Any]
    parts: tuple[str, ...]
    stems: tuple[str, ...]
    origin: Origin

    @property
    def note(self) -> str:
        """A sentence on what is made anew."""
        start, end = self.section.start_seconds, self.section.end_seconds
        name = section_label(self.section.name)
        return f"{name}, {start:.2f} to {end:.2f} s, was made anew; the rest is as it was."


def sections_of(entry: KinescoreTake) -> tuple[Section, ...]:
    """The sections of a listed take; () for those that were placed before lists knew them."""
    try:
        told = parse(entry.provenance.encode(), "provenance")
        return from_plain(tuple[Section, ...], told.get("sections", []) if isinstance(told, dict) else [], "sections")
    except FormatError:
        return ()


def names_given(entry: KinescoreTake) -> frozenset[str]:
    """The names that the artist gave to sections of a listed take."""
    try:
        return entry.origin().section_names
    except (FormatError, ValueError, AttributeError):  # a .blend may come from anywhere
        return frozenset()


def section_at(scene: bpy.types.Scene, entry: KinescoreTake, frame: int) -> int:
    """The index of the section of `entry` that is heard in `frame`; the first or last one beside it."""
    fps = scene.render.fps / scene.render.fps_base
    seconds = (frame + 0.5 - entry.first_frame) / fps
    starts = [section.start_seconds for section in sections_of(entry)]
    return max(0, sum(start <= seconds for start in starts) - 1)


def section_again(entry: KinescoreTake, index: int) -> SectionAgain:
    """Section `index` of a take, to be made anew. Raises FolderError where the files of the take are gone or do not
    tell how it was made."""
    files, card, sections = entry.files(), read_card(entry.path()), sections_of(entry)
    mix, request = files.sounds[MIX], card.get("request")
    if not isinstance(request, dict) or not 0 <= index < len(sections):
        raise FolderError(
            f"'{entry.name}' does not tell which sections it has or how it was made.", "Generate it again."
        )
    names = from_plain(tuple[str, ...], card.get("stems", []), "stems")
    stems = tuple(name for name in names if stem_file(mix, name).is_file())
    settings = {name: value for name, value in request.items() if name not in ("motion", "others", "example")}
    variation = next_variation(card)
    settings |= {"variation": variation, "stems": bool(stems)}
    parts = tuple(entry.parts.split())
    return SectionAgain(entry.take_id, sections[index], variation, settings, parts, stems, entry.origin())


def with_section_again(
    entry: KinescoreTake, wanted: SectionAgain, again: Take, motion_sha256: str
) -> tuple[Take, Origin, dict[str, object]]:
    """The take with its section from `again`, where it comes from, and what its sidecar tells of it.

    motion_sha256: of the movement as it is now. Raises FolderError where the files of the take cannot be read.
    """
    old, card = read_take(entry.path(), wanted.stems)
    take = with_section(old, again, wanted.section.start_seconds, wanted.section.end_seconds)
    take = replace(take, provenance={**old.provenance, "made_anew_of": wanted.take_id})
    origin = replace(wanted.origin, motion_sha256=motion_sha256)
    return take, origin, {"made_anew": remade(card, wanted.section, wanted.variation)}


def request_text(wanted: SectionAgain) -> str:
    """The request for the take's own movement, as JSON."""
    return json.dumps(wanted.request)
