"""A folder of files for another program, made of one take, and never over what somebody else wrote or edited."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kinescore.dance.click_track import click_track
from kinescore.errors import KinescoreError
from kinescore.exchange.cue_list import csv_bytes
from kinescore.exchange.cues import Colour, beat_cues, hit_cues
from kinescore.exchange.edl import edl_bytes
from kinescore.exchange.otio import AudioTrack, otio_bytes
from kinescore.exchange.picture_midi import midi_for
from kinescore.exchange.timecode import Picture
from kinescore.files.atomic_file import Content, pieces_in, sha256_of, write_all
from kinescore.files.strict_json import FormatError, parse
from kinescore.sound.audio import Audio, encoded, require_sound_format
from kinescore.take import Take, stem_file

STEM_COLOURS = {
    "drums": Colour.RED, "percussion": Colour.PINK, "bass": Colour.BLUE, "harmony": Colour.GREEN,
    "melody": Colour.YELLOW, "accents": Colour.PURPLE,
}  # fmt: skip
MIX_COLOUR, CLICK_COLOUR, OTHER_COLOUR = Colour.CYAN, Colour.YELLOW, Colour.PINK


class ExportKind(Enum):
    """What can be written beside the mix, which always is."""

    STEMS = "stems"
    CLICK = "click"
    MIDI = "midi"
    OTIO = "otio"
    CSV = "csv"
    EDL = "edl"


ALL_KINDS = frozenset(ExportKind)


@dataclass(frozen=True)
class Export:
    """take: what to write. name: what the files' names begin with. picture: how its frames are counted. kinds: what to
    write. suffix: of the sounds. encode: makes a sound file's bytes."""

    take: Take
    name: str
    picture: Picture
    kinds: Collection[ExportKind] = ALL_KINDS
    suffix: str = ".wav"
    encode: Callable[[Audio, Path], Content] = encoded

    def write(self, folder: Path) -> tuple[Path, ...]:
        """Write every file into `folder`, all or none that was not there, and return them.

        NAME.export.json keeps what was written, by SHA-256: a file that is there and is not as an export left it is
        never replaced. Raises KinescoreError where there is one, where the take has no stems that are asked for, and
        for a sound format or a timecode that cannot be written; OSError.
        """
        record = folder / f"{self.name}.export.json"
        written = _recorded(record)
        made: dict[str, str] = {}

        def checked() -> Iterator[tuple[Path, Content]]:
            for file, data in self.files():
                digest = sha256_of(data)
                _require_ours(folder / file, {digest, written.get(file.name, digest)})
                made[file.name] = digest
                yield folder / file, data
            text = json.dumps({"format": 1, "written": {**written, **made}}, indent=2)
            yield record, f"{text}\n".encode()

        write_all(checked())
        return tuple(folder / name for name in made)

    def files(self) -> Iterator[tuple[Path, Content]]:
        """Yield each file, named relative to the folder, with its content, made one at a time."""
        mix = Path(f"{self.name}{self.suffix}")
        if self.encode is encoded:
            require_sound_format(mix)
        if ExportKind.STEMS in self.kinds and not self.take.stems:
            raise KinescoreError(
                "The take has no stems to export, or they do not lie beside it.",
                "Make it with stems, or leave them out.",
            )
        hits, beats = hit_cues(self.take), beat_cues(self.take)
        tracks = list(self._tracks(mix))
        for name, sound in zip(tracks, self._sounds(), strict=True):
            yield Path(name.file), self.encode(sound, Path(name.file))
        if ExportKind.MIDI in self.kinds:
            yield Path(f"{self.name}.mid"), midi_for(self.take, hits)
        if ExportKind.OTIO in self.kinds:
            told = {"tempo_bpm": self.take.tempo_bpm, "provenance": dict(self.take.provenance)}
            yield Path(f"{self.name}.otio"), otio_bytes(tracks, (*hits, *beats), self.picture, self.name, told)
        if ExportKind.CSV in self.kinds:
            yield Path(f"{self.name}.csv"), csv_bytes((*hits, *beats), self.picture)
        if ExportKind.EDL in self.kinds:
            for what, cues in (("hits", hits), ("beats", beats)):
                title = f"{self.name} {what}"
                yield Path(f"{self.name}-{what}.edl"), edl_bytes(cues, self.picture, title)

    def _tracks(self, mix: Path) -> Iterator[AudioTrack]:
        size = (self.take.audio.count, self.take.audio.rate)
        yield AudioTrack("Mix", mix, *size, MIX_COLOUR)
        for name in self.take.stems if ExportKind.STEMS in self.kinds else ():
            colour = STEM_COLOURS.get(name, OTHER_COLOUR)
            yield AudioTrack(name.capitalize(), stem_file(mix, name), *size, colour, heard=False)
        if ExportKind.CLICK in self.kinds:
            yield AudioTrack("Click", stem_file(mix, "click"), *size, CLICK_COLOUR, heard=False)

    def _sounds(self) -> Iterator[Audio]:
        yield self.take.audio
        yield from self.take.stems.values() if ExportKind.STEMS in self.kinds else ()
        if ExportKind.CLICK in self.kinds:
            yield click_track(self.take.grid, self.take.audio.seconds, self.take.audio.rate)


def _recorded(record: Path) -> Mapping[str, str]:
    """What earlier exports wrote: name -> SHA-256."""
    if not record.exists():
        return {}
    try:
        told = parse(record.read_bytes(), f"record {record.name}")
    except FormatError:
        told = None
    written = told.get("written") if isinstance(told, dict) else None
    if not isinstance(written, dict):
        raise KinescoreError(f"{record.name} is there already and is something else.", "Choose another folder.")
    return {str(name): str(digest) for name, digest in written.items()}


def _require_ours(path: Path, digests: Collection[str]) -> None:
    if path.exists() and sha256_of(pieces_in(path)) not in digests:
        raise KinescoreError(
            f"{path} is there already, and is not as an export left it.",
            "Choose another folder, or move that file away.",
        )
