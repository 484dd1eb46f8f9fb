"""Every genre has a style, in the file of its name."""

from __future__ import annotations

from pathlib import Path

import kinescore.groovebox.styles as styles
from kinescore.genres import GENRES
from kinescore.groovebox.patterns.grooves import GM_KEYS, read_groove


def test_every_genre_has_its_style_in_the_order_of_menus() -> None:
    assert [style.name for style in styles.STYLES.values()] == list(styles.STYLES) == [genre.name for genre in GENRES]


def test_every_file_is_the_style_that_it_is_called_after() -> None:
    files = {path.stem for path in Path(styles.__file__).parent.glob("*.py")} - {"__init__", "style"}
    assert files == {name.replace(" ", "_").replace("-", "_") for name in styles.STYLES} - {"break"} | {"break_"}


def test_a_chase_kicks_softly_between_the_beats() -> None:
    """What runs in sixteenths hides hits and beats where the kick is as hard between them."""
    drums = styles.STYLES["chase"].drums
    assert drums is not None
    for groove in drums.grooves:
        [kick] = [line for line in read_groove(groove) if line.key == GM_KEYS["kick"]]
        between = [beat[1:] for beat in kick.pattern.split("|")]
        assert not set("".join(between)) & set("Xx")
