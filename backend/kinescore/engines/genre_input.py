"""What the genre encoder of one checkpoint reads of a request: a named genre, or what a CLAP hears in an example."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from torch import Tensor

from kinescore.encoders.config import ClapIdentity, EncoderConfig
from kinescore.encoders.encoders import genre_one_hot
from kinescore.encoders.example import ExampleListener
from kinescore.engines.model_choice import ModelChoice
from kinescore.errors import EncoderError
from kinescore.genres import find_aist_genre, genres_in
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.pretrained.transformers_models import load_clap
from kinescore.request import SoundtrackRequest

Rows = Sequence[tuple[Tensor, float]]


class GenreByName:
    """For encoders that were taught with labels."""

    def __init__(self, config: EncoderConfig) -> None:
        self._config = config

    def rows(self, request: SoundtrackRequest) -> tuple[Rows, list[str]]:
        """Return [1, G] for `Encoders.words_for` of each genre that is mixed, with its share, none where there is no
        genre word; and notes for the user.

        Raises PromptError or EncoderError for a genre that is not known.
        """
        notes = []
        if request.example is not None:
            notes.append("These encoders take genre by name; the example was not listened to.")
        if not request.genre:
            return (), [*notes, "No genre was given, so the prompt has no genre word."]
        mixed = genres_in(request.genre)
        rows = [(genre_one_hot(self._config, find_aist_genre(name).aist_code), share) for name, share in mixed]
        return rows, notes


class GenreByExample:
    """For encoders that were taught with music which the CLAP `trained_with` heard; it is loaded when first needed."""

    def __init__(self, trained_with: ClapIdentity, choice: ModelChoice) -> None:
        self._trained_with, self._choice = trained_with, choice

    def rows(self, request: SoundtrackRequest) -> tuple[Rows, list[str]]:
        """Return what `GenreByName.rows` does. Raises EncoderError or BackboneError for a CLAP that is another one."""
        notes = []
        if request.genre:
            notes.append(f"These encoders hear genre in example music; the name '{request.genre}' was not used.")
        if request.example is None:
            why = "These encoders hear genre in example music, and none was given: there is no genre word. "
            return (), [*notes, why + "Give some with `kinescore generate --example SONG`."]
        return [(self._listener.hear(request.example), 1.0)], notes

    @cached_property
    def _listener(self) -> ExampleListener:
        source = ModelSource(self._choice.clap or self._trained_with.name)
        listener = ExampleListener(*load_clap(source, Runtime(self._choice.device).torch_device()), source.name)
        if listener.clap.digest != self._trained_with.digest:
            raise EncoderError(
                f"These encoders were trained with the CLAP {self._trained_with.name}; "
                f"{source.name} has other weights.",
                "Name that CLAP with --clap.",
            )
        return listener


def genre_input_for(config: EncoderConfig, choice: ModelChoice) -> GenreByName | GenreByExample:
    """Return what reads requests for encoders of `config`."""
    return GenreByName(config) if config.clap is None else GenreByExample(config.clap, choice)
