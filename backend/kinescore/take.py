"""What comes back: the music, how it is built, and where it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import TEMPO_RANGE_BPM, BeatGrid
from kinescore.dance.foley_events import FoleyEvent, FoleyEvents
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoMap, tempo_map_of
from kinescore.errors import KinescoreError
from kinescore.files.atomic_file import Content, write_all
from kinescore.files.strict_json import FormatError, parse, to_plain
from kinescore.sound.audio import Audio, encoded

FORMAT = 1
"""Of what `Take.facts` returns."""


@dataclass(frozen=True)
class Section:
    """A part of the piece ("intro", "verse", "drop", ...), start inclusive, end exclusive, in seconds."""

    name: str
    start_seconds: float
    end_seconds: float


@dataclass(frozen=True)
class MoverHits:
    """One of several that move together. weight: beside the first's, which is 1. hits_s: when its hit points are, s."""

    name: str
    weight: float
    hits_s: tuple[float, ...]


@dataclass(frozen=True)
class Take:
    """One piece of music for one movement.

    audio: the mix. beats: [N] float64 s. downbeats: [M] int64 indices into beats. sections cover the piece in order.
    metres: the time signature of each bar, by downbeat, or a single one for all.
    stems: named stems that sum to the mix, sample by sample (empty unless asked for). midi: a Standard MIDI File, or
    b"" from engines that do not play notes. scores: named sync figures. provenance: engine, version, seed, tempo,
    licence ...; plain JSON values. notes: sentences for the user about anything that differs from what was asked.
    movers: where several move together, who they are and when their hit points are, in the order of the request.
    hits: the hit points that the music was made to. fps: frames per second of the movement, 0 where it is not known.
    foley: what of the movement is heard beside the music, without the courses of whooshes.
    """

    audio: Audio
    beats: NDArray[np.float64]
    downbeats: NDArray[np.int64]
    tempo_bpm: float
    sections: tuple[Section, ...]
    stems: Mapping[str, Audio] = field(default_factory=dict)
    midi: bytes = b""
    scores: Mapping[str, float] = field(default_factory=dict)
    provenance: Mapping[str, str | int | float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    metres: tuple[Metre, ...] = (Metre.FOUR_FOUR,)
    movers: tuple[MoverHits, ...] = ()
    hits: HitPoints = ()
    fps: float = 0.0
    foley: FoleyEvents = ()

    @property
    def grid(self) -> BeatGrid:
        """The beats as a grid, as sure as beats that were given."""
        return BeatGrid(self.beats, self.downbeats, self.tempo_bpm, (), 1.0, 1.0, self.metres)

    @property
    def tempo_map(self) -> TempoMap:
        """Tempi and metres from the first downbeat on; empty without one, and for a tempo that no map may have."""
        low, high = TEMPO_RANGE_BPM
        return tempo_map_of(self.grid) if len(self.downbeats) and low <= self.tempo_bpm <= high else ()

    def facts(self) -> dict[str, object]:
        """Return everything but the sound as plain JSON values; times in seconds, hit points as in a request. Metres
        only where not all are 4/4, movers only where there are several, hits and fps only where they are known.
        tempo_map, as in a request, follows from the beats."""
        other = set(self.metres) != {Metre.FOUR_FOUR}
        movers = [{**asdict(mover), "hits_s": list(mover.hits_s)} for mover in self.movers]
        return {
            "format": FORMAT,
            "tempo_bpm": float(self.tempo_bpm),
            "beats": self.beats.tolist(),
            "downbeats": self.downbeats.tolist(),
            **({"metres": [metre.value for metre in self.metres]} if other else {}),
            "sections": [asdict(section) for section in self.sections],
            "stems": list(self.stems),
            "has_midi": bool(self.midi),
            "scores": {name: float(score) for name, score in self.scores.items()},
            "provenance": dict(self.provenance),
            "notes": list(self.notes),
            **({"movers": movers} if movers else {}),
            "tempo_map": to_plain(self.tempo_map),
            **({"hits": to_plain(self.hits)} if self.hits else {}),
            **({"fps": float(self.fps)} if self.fps else {}),
            **({"foley": [_told(event) for event in self.foley]} if self.foley else {}),
        }

    def save(self, path: str | Path, *, stems: str | Path | None = None, midi: str | Path | None = None) -> None:
        """Write the mix to `path` (its suffix chooses the format) and what is known about it to NAME.json beside it.

        stems: a folder for NAME-STEM files of the same format, made where it is missing. midi: a file for the notes.
        Each file is written whole, and all of them or none that was not there before.

        Raises KinescoreError where the take has no stems or notes to write, for a format that cannot be written, and
        where NAME.json is there and no take's; OSError where there is no room, no permission or no such folder.
        """
        write_all(self.files(path, stems=stems, midi=midi))

    def files(
        self,
        path: str | Path,
        *,
        stems: str | Path | None = None,
        midi: str | Path | None = None,
        about: Mapping[str, object] | None = None,
    ) -> Iterator[tuple[Path, Content]]:
        """Yield every file of `save` with its content, made one at a time, the mix last: where it is, all is.

        about: more plain JSON values for NAME.json. Raises KinescoreError as `save` does, before anything is yielded.
        """
        path = Path(path)
        card = require_description_place(path)
        if stems and not self.stems:
            raise KinescoreError("The take has no stems to write.", "Ask for them in the request: stems=True.")
        if midi and not self.midi:
            raise KinescoreError("The engine of this take plays no notes, so there is no MIDI to write.")
        mix = encoded(self.audio, path)
        for name, stem in self.stems.items() if stems else ():
            file = stem_file(Path(stems or "") / path.name, name)
            yield file, encoded(stem, file)
        if midi:
            yield Path(midi), self.midi
        text = json.dumps({**self.facts(), **(about or {})}, indent=2, ensure_ascii=False, allow_nan=False)
        yield card, f"{text}\n".encode()
        yield path, mix


def _told(event: FoleyEvent) -> dict[str, object]:
    """What a take tells of a sound: kind, time, strength, pan, and whose it is."""
    return {name: to_plain(getattr(event, name)) for name in ("time_s", "kind", "strength", "pan", "who")}


def stem_file(mix: Path, stem: str) -> Path:
    """Return the file of a stem beside the file of its mix."""
    return mix.with_name(f"{mix.stem}-{stem}{mix.suffix}")


def require_description_place(path: Path) -> Path:
    """Return where the description of a take at `path` goes: NAME.json.

    Raises KinescoreError where another kind of file is there, such as keypoints in .json.
    """
    card = path.with_suffix(".json")
    if not card.exists():
        return card
    try:
        found = parse(card.read_bytes(), "description")
    except FormatError:
        found = None
    if not (isinstance(found, dict) and {"format", "beats", "provenance"} <= found.keys()):
        raise KinescoreError(
            f"{card.name}, where the music's description goes, is there already and is something else.",
            "Choose another name for the music.",
        )
    return card
