"""Hand percussion by General MIDI key: what every kit has beside its drums."""

from __future__ import annotations

from kinescore.groovebox.instruments.drums import TunedDrum
from kinescore.groovebox.instruments.hand_percussion import HandClap, Scraper, Shaker, StruckMetal, StruckWood, Whistle
from kinescore.groovebox.instruments.voice import Play

COWBELL = StruckMetal(((562.0, 1.0, 14.0), (845.0, 0.8, 17.0), (1450.0, 0.2, 30.0), (2250.0, 0.15, 40.0)), 0.4)
ELECTRONIC_COWBELL = StruckMetal(
    ((540.0, 1.0, 11.0), (800.0, 0.9, 11.0), (1620.0, 0.15, 20.0), (2400.0, 0.12, 26.0)), 0.4, stick=0.05
)
RIM = StruckWood(((480.0, 0.7, 90.0), (1720.0, 1.0, 130.0), (2900.0, 0.4, 170.0)), stick=0.6)


def _agogo(hz: float) -> StruckMetal:
    return StruckMetal(((hz, 1.0, 9.0), (hz * 2.76, 0.5, 14.0), (hz * 4.1, 0.25, 20.0)), 0.5)


def _wood_block(hz: float) -> StruckWood:
    return StruckWood(((hz, 1.0, 60.0), (hz * 1.57, 0.5, 90.0), (hz * 2.4, 0.3, 120.0)))


def _triangle(seconds: float) -> StruckMetal:
    damping = 3.5 / seconds
    return StruckMetal(
        ((3980.0, 0.5, damping), (5420.0, 0.8, damping), (7150.0, 0.6, damping * 1.3), (9800.0, 0.4, damping * 2)),
        seconds,
    )


PERCUSSION: dict[int, Play] = {
    37: RIM,
    39: HandClap(),
    54: Shaker(5000.0, 11_000.0, 0.002, 0.06, jingles=0.8),  # tambourine
    56: COWBELL,
    58: Scraper(0.9, 22.0, 2600.0),  # vibraslap
    60: TunedDrum(420.0, 0.06, slap=0.35, slap_hz=2800.0),  # bongos, high and low
    61: TunedDrum(310.0, 0.08, slap=0.3, slap_hz=2400.0),
    62: TunedDrum(262.0, 0.045, slap=0.6, slap_hz=2400.0),  # congas: muted, open, low
    63: TunedDrum(246.0, 0.14, slap=0.25),
    64: TunedDrum(185.0, 0.17, slap=0.22, slap_hz=1500.0),
    65: TunedDrum(350.0, 0.16, slap=0.5, slap_hz=4200.0, pitch_bend=0.03),  # timbales, high and low
    66: TunedDrum(262.0, 0.19, slap=0.45, slap_hz=3800.0, pitch_bend=0.03),
    67: _agogo(905.0),  # agogos, high and low
    68: _agogo(672.0),
    69: Shaker(4200.0, 11_500.0, 0.012, 0.022),  # cabasa
    70: Shaker(5500.0, 12_500.0, 0.006, 0.013),  # maracas
    71: Whistle(2350.0, 2300.0, 0.14),  # whistle, short and long
    72: Whistle(2350.0, 2280.0, 0.45),
    73: Scraper(0.12, 90.0, 3200.0),  # guiro, short and long
    74: Scraper(0.45, 75.0, 3000.0),
    75: StruckWood(((2480.0, 1.0, 34.0), (4900.0, 0.15, 60.0))),  # claves
    76: _wood_block(980.0),  # wood blocks, high and low
    77: _wood_block(720.0),
    78: Whistle(620.0, 880.0, 0.16),  # cuica, muted and open
    79: Whistle(540.0, 420.0, 0.32),
    80: _triangle(0.18),  # triangle, muted and open
    81: _triangle(1.6),
    82: Shaker(4500.0, 11_000.0, 0.022, 0.022),  # shaker
}
