"""`make gallery`: a page that holds what it names, and sound files that play."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import soundfile

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.append(str(TOOLS))  # the programs there have their own folder on the path

import gallery  # noqa: E402

from kinescore.motion.keypoints import Keypoints  # noqa: E402
from tests.groovebox.made_cycles import walk_cycle  # noqa: E402

STYLES = ("waltz", "body percussion")
TEMPI: list[float] = []


def danced(bpm: float) -> Keypoints:
    TEMPI.append(bpm)
    return walk_cycle(120)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "gallery"
    return gallery.write_gallery(danced, STYLES, gallery.Wish("sad <piano> & no drums"), folder)


def test_every_style_has_its_piece_and_its_sound(page: Path) -> None:
    text = page.read_text("utf-8")
    assert re.findall(r"<h2>([^<]*)</h2>", text) == list(STYLES)
    files = re.findall(r'<audio [^>]*src="([^"]*)"', text)
    assert files == ["waltz.ogg", "body-percussion.ogg"]
    for file in files:
        samples, rate = soundfile.read(page.parent / file)
        assert len(samples) / rate == pytest.approx(walk_cycle(120).seconds, abs=0.01)
        assert 0.01 < abs(samples).max() <= 1.0
    assert [gallery.STYLES[style].tempo[0] < bpm for style, bpm in zip(STYLES, TEMPI, strict=True)] == [True, True]


def test_the_page_tells_what_was_asked_and_loads_nothing_from_elsewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "sad &lt;piano&gt; &amp; no drums" in text
    assert "3/4" in text
    assert "sad mood" in text
    assert not re.search(r'(?:src|href)="(?!data:|[\w-]+\.ogg")', text)
    assert text.count('src="data:image/png;base64,') == text.count("<path ") == len(STYLES)
