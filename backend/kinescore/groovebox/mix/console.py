"""Plays groups of parts block by block: players, ducking, and each group's own share of the delay and the reverb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kinescore.groovebox.instruments.voice import Instrument, Samples
from kinescore.groovebox.mix.delay import Delay
from kinescore.groovebox.mix.ducking import Ducking
from kinescore.groovebox.mix.player import Bus, Player
from kinescore.groovebox.mix.reverb import ROOMS, Reverb
from kinescore.groovebox.mix.sampler import RenderedNotes, Sampler
from kinescore.groovebox.mix.tone import TONES
from kinescore.groovebox.score import Part, Score
from kinescore.sound.audio import SAMPLE_RATE

DELAY_INTO_REVERB = 0.3
FIRST_BLOCK = 2 * round(0.52 * SAMPLE_RATE)
"""Samples: a second and a little, so that music can begin before the rest is played."""
LOOP_TAIL_SECONDS = 8.0
"""How long a loop's last sounds and echoes may ring on."""


def play_group(
    score: Score, parts: Sequence[Part], instruments: Mapping[str, Instrument], count: int, seed: int
) -> Iterator[Samples]:
    """Yield what `parts` of `score` play, [2, N] with their delay and reverb, a few seconds at a time, `count` samples
    in all; of a loop also what rings on after its end, up to LOOP_TAIL_SECONDS more.

    Memory does not grow with the piece, and blocks are ready as they are asked for. Same score and seed, same samples.
    """
    played_count = count + round(LOOP_TAIL_SECONDS * SAMPLE_RATE) if score.loops else count
    ducking, reverb = Ducking(score, count), Reverb(ROOMS[score.room], TONES[score.tone])
    delay = Delay(score.beats, score.tempo_bpm, (played_count + 1) // 2)
    memory = RenderedNotes()
    players = [
        Player(
            part,
            instruments[part.instrument],
            Sampler(part.instrument, instruments[part.instrument], seed, memory),
            count if score.loops else None,
        )
        for part in parts
    ]
    edges = [0, *range(FIRST_BLOCK, played_count, reverb.block)]
    for first, length in zip(edges, [FIRST_BLOCK] + [reverb.block] * len(edges), strict=False):
        bus = Bus.silent(first, length, played_count)
        ducked = ducking.between(bus.first, bus.last)
        for player in players:
            player.play(bus, ducked)
        echoes = delay.echoes(bus.delay)
        if echoes is not None:
            bus.reverb += DELAY_INTO_REVERB * echoes.mean(axis=0)
        yield reverb.added(bus.dry[:, : played_count - first], bus.reverb, echoes)
    yield reverb.rest()
