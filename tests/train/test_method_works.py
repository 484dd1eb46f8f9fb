"""The method at work, not a loss going down: trained pseudo-words make the right music more likely than the wrong ones.

Held-out clips, whose movement and music were never seen. The control is the same clips with movements of another kind,
or other labels; its loss says how much the pseudo-words carry. Chance level: no difference.
"""

from __future__ import annotations

import pytest

pytest.importorskip("torch")
pytest.importorskip("diffusers")

from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.encoders.config import Projector
from kinescore.frozen import weights_digest
from kinescore.train.loop import Lesson
from tests.train.made_lessons import listening_musicgen, musicgen_lesson, riffusion_lesson, taught_riffusion
from tests.train.margins import trained_margins

LEAST_MUSICGEN = {Projector.MLP: 0.3, Projector.ATTENTION: 0.15, Projector.TEMPORAL: 0.2}
"""Nats per code; knowing the rhythm's real word instead of another's is worth 0.66 here."""


@pytest.fixture(scope="module")
def musicgen() -> tuple[Musicgen, Lesson]:
    backbone = listening_musicgen()
    return backbone, Lesson(musicgen_lesson(backbone, 384, 1, dances=4), musicgen_lesson(backbone, 48, 2))


@pytest.mark.parametrize("projector", list(Projector))
def test_musicgen_hears_the_movement_and_the_genre(musicgen: tuple[Musicgen, Lesson], projector: Projector) -> None:
    backbone, lesson = musicgen
    before = weights_digest(backbone.model)
    margins = trained_margins(backbone, lesson, projector)
    assert margins.other_rhythm - margins.own > LEAST_MUSICGEN[projector]
    assert margins.other_genre - margins.own > 0.2
    assert abs(margins.untrained_other_rhythm - margins.untrained) < 0.02, "nothing is known before training"
    assert weights_digest(backbone.model) == before
    assert all(parameter.grad is None for parameter in backbone.model.parameters())


def test_riffusion_hears_the_movement_and_the_genre() -> None:
    backbone = taught_riffusion()
    before = weights_digest(backbone.model)
    margins = trained_margins(backbone, Lesson(riffusion_lesson(1536, 1), riffusion_lesson(48, 2)), Projector.MLP)
    assert margins.other_rhythm > 1.15 * margins.own
    assert margins.other_genre > 1.15 * margins.own
    assert abs(margins.untrained_other_rhythm - margins.untrained) < 0.02 * margins.untrained
    assert weights_digest(backbone.model) == before
    assert all(parameter.grad is None for parameter in backbone.model.parameters())
