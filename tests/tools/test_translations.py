"""Every text that the add-on shows is in every catalogue, and a new one is missed by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import translations

FILES = sorted(translations.CATALOGUES.glob("*.json"))


def catalogue(path: Path) -> dict[str, str]:
    return json.loads(path.read_text("utf-8"))


def test_there_are_three_languages() -> None:
    assert [path.stem for path in FILES] == ["de", "ja", "zh_HANS"]
    assert len(translations.wanted()) > 300


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_is_translated_and_keeps_its_values(path: Path) -> None:
    faults = translations.faults(catalogue(path))
    assert not faults, f"run `python tools/translations.py`; {path.name}: " + "; ".join(faults[:5])


@pytest.mark.parametrize(("name", "script"), [("ja", "ぁヿ一鿿"), ("zh_HANS", "一鿿一鿿")])
def test_japanese_and_chinese_are_written_in_their_letters(name: str, script: str) -> None:
    spans = [script[:2], script[2:]]
    told = catalogue(translations.CATALOGUES / f"{name}.json")
    foreign = [
        words
        for words in told.values()
        if not any(low <= letter <= high for letter in words for low, high in spans) and words not in told
    ]
    assert not foreign


ADDED = '''
class KINESCORE_OT_dance(bpy.types.Operator):
    """Dance for a while"""

    bl_label = "Dance"
    pace: bpy.props.FloatProperty(name="Pace", description="How fast it dances")

    def execute(self, context):
        """Not shown."""
        log.warning("Not shown either: %s", self.pace)
        layout.label(text="Faster" if self.pace > 1 else "Slower")
        self.report({"INFO"}, translated(f"Danced for {self.pace:.1f} s"))
        raise KinescoreError(f"'{self.name}' cannot dance.", "Wake it first.")
'''


def test_a_new_text_is_found_and_missed_by_name(tmp_path: Path) -> None:
    (tmp_path / "dance.py").write_text(ADDED)
    found = translations.texts_of(tmp_path)
    assert set(found) == {
        *("Dance for a while", "Dance", "Pace", "How fast it dances", "Faster", "Slower", "Danced for {0} s"),
        *("'{0}' cannot dance.", "Wake it first."),
    }


def test_what_is_wrong_with_a_catalogue_is_told() -> None:
    told = catalogue(FILES[0])
    text = next(text for text in told if "{0}" in text)
    plain = next(text for text in told if "{" not in text)
    broken = {**told, text: "ohne Wert", plain: " ", "Gone": "Weg"}
    del broken[next(other for other in told if other not in (text, plain))]
    kinds = {fault.split(":")[0] for fault in translations.faults(broken)}
    assert kinds == {"missing", "stale", "lost a place for a value", "empty"}
