"""The manual's pictures: cut out where they should be, and each of them taken by the program that says so."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "tools"
sys.path.append(str(TOOLS))  # the programs there have their own folder on the path

import pictures  # noqa: E402
from PIL import Image  # noqa: E402

IMAGES = ROOT / "docs" / "images"
NOT_OF_A_WINDOW = {"demo", "report", "status-page"}
LARGEST_BYTES = 120_000
TAKEN = re.compile(r'camera\.(?:picture|panel|box)\(\s*f?"([\w-]+|panel-\{name\})"')


@pytest.fixture
def screen(tmp_path: Path) -> Path:
    """A screen as large as the window: grey, with a white sidebar of text in its upper right corner."""
    width, height = pictures.WINDOW
    pixels = np.full((height, width, 3), 40, np.uint8)
    pixels[10:30, width - 200 : width - 20] = 255
    Image.fromarray(pixels).save(tmp_path / "screen-001.png")
    pixels[50:80, width - 200 : width - 20] = 200
    Image.fromarray(pixels).save(tmp_path / "screen-002.png")
    return tmp_path


def line(file: str, without: str = "", trim: bool = True) -> dict[str, object]:
    width, height = pictures.WINDOW
    box = [width - 300, height - 400, width, height]
    return {"name": "x", "file": file, "box": box, "trim": trim, "without": without}


def test_a_box_is_counted_from_the_lower_left_corner(screen: Path) -> None:
    part = pictures.cut_out(screen, line("screen-001.png", trim=False))
    assert part.shape == (400, 300, 3)
    assert (part[10:30, 100:280] == 255).all()


def test_what_is_empty_below_is_cut_off(screen: Path) -> None:
    assert len(pictures.cut_out(screen, line("screen-001.png"))) == 30 + pictures.MARGIN


def test_one_panel_is_what_another_screen_lacks(screen: Path) -> None:
    part = pictures.cut_out(screen, line("screen-002.png", without="screen-001.png"))
    assert len(part) == 30 + 2 * pictures.MARGIN
    assert (part[pictures.MARGIN : -pictures.MARGIN, 100:280] == 200).all()


def test_a_panel_that_does_not_show_is_no_picture(screen: Path) -> None:
    with pytest.raises(ValueError, match="nothing new"):
        pictures.cut_out(screen, line("screen-001.png", without="screen-001.png"))


def test_an_unknown_scene_is_one_sentence(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "argv", ["pictures.py", "nowhere"])
    with pytest.raises(SystemExit):
        pictures.main()
    assert "There is no scene nowhere. Choose from first_minute, timing" in capsys.readouterr().err


def test_every_picture_of_a_window_is_taken_by_a_scene_and_small() -> None:
    scenes = {path.stem: path.read_text("utf-8") for path in (TOOLS / "in_window").glob("*.py")}
    assert set(pictures.SCENES) == {name for name, code in scenes.items() if "def take(stage" in code}
    names = {name for name in pictures.SCENES for name in TAKEN.findall(scenes[name])} - {"panel-{name}"}
    names |= {f"panel-{language}" for language in re.findall(r'"(\w+)": \(', scenes["languages"])}
    assert {path.stem for path in IMAGES.glob("*.png")} - NOT_OF_A_WINDOW == names
    assert all((IMAGES / f"{name}.png").stat().st_size < LARGEST_BYTES for name in names)
