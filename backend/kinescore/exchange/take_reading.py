"""A take from its files: NAME.wav, NAME.json, and NAME.mid and NAME-STEM.wav where they lie beside them."""

from __future__ import annotations

import wave
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from kinescore.dance.foley_events import FoleyEvents
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.metre import Metre
from kinescore.errors import KinescoreError
from kinescore.files.strict_json import FormatError, from_plain, parse
from kinescore.sound.audio import Audio
from kinescore.sound.long_audio import kept
from kinescore.sound.sound_files import SOUND_SUFFIXES, read_audio
from kinescore.sound.wav import WavSamples
from kinescore.take import FORMAT, MoverHits, Section, Take, stem_file

NEEDED = {
    "beats": tuple[float, ...], "downbeats": tuple[int, ...], "tempo_bpm": float, "sections": tuple[Section, ...],
    "scores": Mapping[str, float], "provenance": Mapping[str, str | int | float],
}  # fmt: skip
SINCE_ADDED = {
    "notes": (tuple[str, ...], ()), "metres": (tuple[Metre, ...], (Metre.FOUR_FOUR,)), "hits": (HitPoints, ()),
    "movers": (tuple[MoverHits, ...], ()), "fps": (float, 0.0), "foley": (FoleyEvents, ()),
}  # fmt: skip
"""With their defaults. All other members are passed over: they say where the take comes from."""


def read_take(path: Path, *, stems: bool = True) -> Take:
    """Return the take whose sound or description is at `path`. Stems and MIDI that are not there are left out.

    Raises KinescoreError where sound or description is missing or of another kind.
    """
    mix = path if path.suffix.lower() != ".json" else _sound_beside(path)
    facts = read_facts(mix.with_suffix(".json"))
    midi = mix.with_suffix(".mid")
    files = {name: stem_file(mix, name) for name in from_plain(tuple[str, ...], facts.get("stems", []), "stems")}
    found = {name: read_sound(file) for name, file in files.items() if stems and file.is_file()}
    return take_of(facts, read_sound(mix), found, midi.read_bytes() if midi.is_file() else b"")


def take_of(facts: Mapping[str, Any], audio: Audio, stems: Mapping[str, Audio], midi: bytes = b"") -> Take:
    """Return the take that `facts`, as `Take.facts` gives them, describe. Raises FormatError."""
    if missing := sorted(NEEDED.keys() - facts.keys()):
        raise FormatError(f"The description lacks the field '{missing[0]}'; it is no take's.")
    members = {name: from_plain(kind, facts[name], name) for name, kind in NEEDED.items()}
    members |= {n: from_plain(kind, facts[n], n) if n in facts else usual for n, (kind, usual) in SINCE_ADDED.items()}
    members["beats"] = np.array(members["beats"], np.float64)
    members["downbeats"] = np.array(members["downbeats"], np.int64)
    if not all(0 <= index < len(members["beats"]) for index in members["downbeats"]):
        raise FormatError("The description has downbeats that are not among its beats.")
    if len(members["metres"]) not in {1, len(members["downbeats"])}:
        raise FormatError("The description has another number of metres than of bars.")
    return Take(audio=audio, stems=stems, midi=midi, **members)


def read_facts(path: Path) -> Mapping[str, Any]:
    """Return what NAME.json holds. Raises KinescoreError where it is gone, or of another kind or a later format."""
    if not path.is_file():
        raise KinescoreError(
            f"The description {path.name} is not beside the sound.", "Keep NAME.json with NAME.wav, as they were made."
        )
    facts = parse(path.read_bytes(), f"description {path.name}")
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        raise FormatError(f"{path.name} describes no take of format {FORMAT}.", "Update Kinescore, or make it again.")
    return facts


def read_sound(path: Path) -> Audio:
    """Return a sound: of 24-bit WAV without any package. Raises KinescoreError."""
    if not path.is_file():
        raise KinescoreError(f"The sound {path} is not there.")
    if path.suffix.lower() == ".wav":
        try:
            with open(path, "rb") as file:
                samples = WavSamples(file)
                return kept(samples, samples.rate)
        except (wave.Error, EOFError):
            pass  # another kind of WAV, or none at all: soundfile will say
    return read_audio(path)


def _sound_beside(card: Path) -> Path:
    for suffix in SOUND_SUFFIXES:
        if card.with_suffix(suffix).is_file():
            return card.with_suffix(suffix)
    raise KinescoreError(f"There is no sound beside {card.name}.", f"Keep NAME{SOUND_SUFFIXES[0]} with NAME.json.")
