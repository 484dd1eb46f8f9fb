"""What the genre encoder of one checkpoint reads of a request: a named genre, or what a CLAP hears in an example."""

from __future__ import annotations

from functools import cached_property

from torch import Tensor

from kinescore.encoders.config import EncoderConfig
from kinescore.encoders.encoders import genre_one_hot
from kinescore.encoders.example import ExampleListener
from kinescore.engines.model_choice import ModelChoice
from kinescore.errors import EncoderError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.pretrained.transformers_models import load_clap
from kinescore.prompt.word_bank import dance_genre
from kinescore.request import SoundtrackRequest


class GenreInput:
    """Reads requests for encoders of `config`."""

    def __init__(self, config: EncoderConfig, choice: ModelChoice) -> None:
        self._config, self._choice = config, choice

    def row(self, request: SoundtrackRequest) -> tuple[Tensor | None, list[str]]:
        """Return [1, G] for `Encoders.words_for`, None where there is no genre word; and notes for the user.

        Raises PromptError or EncoderError for a genre that is not known, EncoderError or BackboneError for a CLAP that
        is not the one of training.
        """
        return self._named(request) if self._config.clap is None else self._heard(request)

    def _named(self, request: SoundtrackRequest) -> tuple[Tensor | None, list[str]]:
        notes = []
        if request.example is not None:
            notes.append("These encoders take genre by name; the example was not listened to.")
        if not request.genre:
            return None, [*notes, "No genre was given, so the prompt has no genre word."]
        return genre_one_hot(self._config, dance_genre(request.genre).code), notes

    def _heard(self, request: SoundtrackRequest) -> tuple[Tensor | None, list[str]]:
        notes = []
        if request.genre:
            notes.append(f"These encoders hear genre in example music; the name '{request.genre}' was not used.")
        if request.example is None:
            why = "These encoders hear genre in example music, and none was given: there is no genre word. "
            return None, [*notes, why + "Give some with `kinescore generate --example SONG`."]
        return self._listener.hear(request.example), notes

    @cached_property
    def _listener(self) -> ExampleListener:
        trained_with = self._config.clap
        source = ModelSource(self._choice.clap or trained_with.name, self._choice.offline)
        listener = ExampleListener(*load_clap(source, Runtime(self._choice.device).torch_device()), source.name)
        if listener.clap.digest != trained_with.digest:
            raise EncoderError(
                f"These encoders were trained with the CLAP {trained_with.name}; {source.name} has other weights.",
                "Name that CLAP with --clap.",
            )
        return listener
