"""Events -> sound -> a take with foley: the music as it was, and one stem more for each kind."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from kinescore.dance.foley_events import FoleyEvent, FoleyEvents, FoleyKind
from kinescore.foley.sounds import impact, step, whoosh
from kinescore.foley.surfaces import GROUNDS
from kinescore.form.foley_words import FoleyWish, Surface
from kinescore.form.form import Ending
from kinescore.groovebox.instruments.voice import Samples
from kinescore.mastering.finish import fade_out
from kinescore.mastering.headroom import curve_into_headroom
from kinescore.mastering.looping import fold
from kinescore.mastering.loudness import integrated_loudness
from kinescore.progress import Report
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import SAMPLE_RATE, gain
from kinescore.sound.long_audio import LongAudio, audio_of
from kinescore.sound.stored import StoredSamples, WritableSamples, blocks_of, require_disk, room_for
from kinescore.take import Take

LEVELS_DB: Mapping[FoleyKind, float] = {FoleyKind.WHOOSHES: -18.5, FoleyKind.STEPS: -6.0, FoleyKind.IMPACTS: -4.0}
"""At a strength of 1, beside music of NOMINAL_LUFS."""
NOMINAL_LUFS = -14.0
STRENGTH_CURVE = 1.3
REFLECTIONS_SECONDS, REFLECTED, DULL_SAMPLES = (0.0113, 0.0171, 0.0263, 0.0397, 0.0591), 0.35, 12
"""Foley sounds in a small room, whatever room the music is in: the first has this share, each next one less."""
FADE_SECONDS = 0.03
AUDIBLE_LU = 0.3


def stem_name(kind: FoleyKind) -> str:
    """Return the name of the stem on which `kind` is heard."""
    return f"foley-{kind.value}"


def with_foley(take: Take, events: FoleyEvents, wish: FoleyWish, request: SoundtrackRequest, report: Report) -> Take:
    """Return `take` with `events` played on top of its sound, which stays as it is, sample by sample.

    What is added fits into the headroom that the music leaves: the sum is at most at -1 dBTP. Where the request asks
    for stems, each kind of `wish` is one; a take that has none of its own has its music as the stem "music". In a loop,
    what rings at the end is heard at the beginning. Same events, seed and surface, same sound. Raises what `report`
    raises, and KinescoreError where the disk has no room for long sound.
    """
    audio = take.audio
    music: StoredSamples = audio.stored if isinstance(audio, LongAudio) else audio.samples
    count = music.shape[1]
    require_disk(len(wish.kinds) + 2, 2, count)
    played: dict[FoleyKind, WritableSamples] = {}
    for done, kind in enumerate(wish.kinds):
        report("synthesis", done / len(wish.kinds))
        of_kind = [event for event in events if event.kind is kind]
        played[kind] = _played(of_kind, wish.surface, request, count)
    mix = _mixed(music, played, report)
    stems = {stem_name(kind): audio_of(samples, SAMPLE_RATE) for kind, samples in played.items()}
    return replace(
        take,
        audio=audio_of(mix, SAMPLE_RATE),
        stems={**(take.stems or {"music": audio}), **stems} if request.stems else {},
        provenance={**take.provenance, "foley": _in_words(wish)},
        notes=(*take.notes, *_notes(events, wish, music, mix)),
        foley=tuple(replace(event, start_s=0.0, course=()) for event in events),
    )


def _mixed(music: StoredSamples, played: Mapping[FoleyKind, WritableSamples], report: Report) -> WritableSamples:
    """Give all that is `played` its gain, in place, and return its sum with the music."""
    count = music.shape[1]
    together, mix = room_for(2, count), room_for(2, count)
    for first, last in blocks_of(count):
        report("mixing", 0.0)
        together[:, first:last] = sum((sound[:, first:last] for sound in played.values()), np.zeros(1, np.float32))
    curve = curve_into_headroom(music, together)
    for first, last in blocks_of(count):
        report("mixing", 0.5)
        level, block = curve.between(first, last), music[:, first:last]
        for sound in played.values():
            sound[:, first:last] = sound[:, first:last] * level
            block = block + sound[:, first:last]
        mix[:, first:last] = block
    return mix


def _played(events: Sequence[FoleyEvent], surface: Surface, request: SoundtrackRequest, count: int) -> WritableSamples:
    """All `events`, of one kind, as [2, count]."""
    bus = room_for(2, count)
    for number, event in enumerate(events):
        rng = np.random.default_rng([request.seed, zlib.crc32(event.kind.value.encode()), number])
        level = gain(LEVELS_DB[event.kind] + request.loudness_lufs - NOMINAL_LUFS) * event.strength**STRENGTH_CURVE
        sound = _in_a_room(_sound(event, surface, rng)) * np.float32(level)
        first = round((event.start_s if event.course else event.time_s) * SAMPLE_RATE)
        if request.ending is Ending.LOOP:
            fold(bus, sound, first)
        else:
            heard = sound[:, max(0, -first) : count - first]
            place = (slice(None), slice(max(first, 0), max(first, 0) + heard.shape[1]))
            bus[place] = bus[place] + heard
    if request.ending is not Ending.LOOP:
        fade_out(bus, FADE_SECONDS)
    return bus


def _in_a_room(sound: Samples) -> Samples:
    """`sound` [2, N] with the first reflections of a small room, duller than itself, on the other side first."""
    added_up = np.cumsum(np.pad(sound[::-1], ((0, 0), (DULL_SAMPLES, DULL_SAMPLES - 1))), axis=1, dtype=np.float64)
    dull = ((added_up[:, DULL_SAMPLES:] - added_up[:, :-DULL_SAMPLES]) / DULL_SAMPLES).astype(np.float32)
    late = [round(seconds * SAMPLE_RATE) for seconds in REFLECTIONS_SECONDS]
    wet = np.pad(sound, ((0, 0), (0, max(late) + DULL_SAMPLES))).astype(np.float32)
    for number, start in enumerate(late):
        wet[:, start : start + dull.shape[1]] += REFLECTED * 0.7**number * (dull if number % 2 == 0 else dull[::-1])
    return wet


def _sound(event: FoleyEvent, surface: Surface, rng: np.random.Generator) -> Samples:
    if event.kind is FoleyKind.WHOOSHES:
        return whoosh(event, rng)
    return step(event, GROUNDS[surface], rng) if event.kind is FoleyKind.STEPS else impact(event, rng)


def _in_words(wish: FoleyWish) -> str:
    told = [kind.value for kind in wish.kinds]
    return ", ".join(f"{name} ({wish.surface.value})" if name == FoleyKind.STEPS.value else name for name in told)


def _notes(events: FoleyEvents, wish: FoleyWish, music: StoredSamples, mix: StoredSamples) -> list[str]:
    heard = {event.kind for event in events}
    notes = [f"There are no {kind.value} in the movement." for kind in wish.kinds if kind not in heard]
    before, after = integrated_loudness(music), integrated_loudness(mix)
    if after - before > AUDIBLE_LU:
        notes.append(f"With its foley the piece reaches {after:.1f} LUFS; the music alone has {before:.1f} LUFS.")
    return notes
