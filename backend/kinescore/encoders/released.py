"""The encoders that the paper's authors published for MusicGen -> ours.

Their file is a torch-saved dict of two state dicts, `poseEncoder` and `audioEncoderP`, and from one of their two
writers also `string_to_token` (token ids; our slots need none). Names inside may carry the path they had in the
authors' model.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from kinescore.encoders.checkpoint import encoders_from
from kinescore.encoders.config import EncoderConfig, Projector, RhythmMode
from kinescore.encoders.encoders import Encoders
from kinescore.errors import EncoderError
from kinescore.genres import AIST_CODES
from kinescore.pseudo_words.text_space import TextSpace

THEIR_MODEL = "condition_provider.conditioners.description.embedding_manager."
THEIR_PATHS: Mapping[str, str] = {
    "poseEncoder": f"{THEIR_MODEL}poseEncoder.",
    "audioEncoderP": f"{THEIR_MODEL}audioEncoder.projector.",
}
OUR_PATHS: Mapping[str, str] = {"poseEncoder": "rhythm.", "audioEncoderP": "genre.projector."}
HOW_TO_EXPORT = (
    "Where it holds whole modules, export their tensors in the authors' code with torch.save({'poseEncoder': "
    "pose_encoder.state_dict(), 'audioEncoderP': audio_encoder.projector.state_dict()}, 'encoders.pt')."
)


def import_released(path: Path, space: TextSpace, genres: tuple[str, ...] = AIST_CODES) -> Encoders:
    """Return the authors' encoders at `path` as ours, for the backbone that offers `space`, in evaluation mode.

    The window's width (303, or 306 of the InDV model) is that of their position table. The file does not say which size
    of MusicGen it was trained with: the user does, by `space`. genres: the labels in the order of its one-hot vector.
    Tensors are float32 afterwards. Nothing in the file is executed.
    Raises EncoderError for files that hold anything but tensors, and for missing, unknown or misshapen tensors.
    """
    container = _load(path)
    tensors: dict[str, Tensor] = {}
    for entry, our_path in OUR_PATHS.items():
        for key, tensor in _entry(container, entry, path.name).items():
            tensors[our_path + key.removeprefix(THEIR_PATHS[entry])] = tensor.float()
    frames = _length(tensors, "rhythm.pos_emb.weight", path.name)
    width = _length(tensors, "rhythm.rembed.net.1.weight", path.name)
    labels = _length(tensors, "genre.projector.0.weight", path.name)
    if width != space.width:
        raise EncoderError(f"The encoders in {path.name} write words of width {width}, not those of {space}.")
    if labels != len(genres):
        raise EncoderError(
            f"The encoders in {path.name} know {labels} genres, and {len(genres)} are named.",
            "Name theirs in the order of their one-hot vector.",
        )
    config = EncoderConfig(space, Projector.ATTENTION, frames, fps=60.0, rhythm_mode=RhythmMode.RELEASED, genres=genres)
    return encoders_from(config, tensors, path.name)


def _load(path: Path) -> Mapping[str, object]:
    if not path.is_file():
        raise EncoderError(f"There is no file at {path}.")
    try:
        container = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # a damaged or foreign pickle fails in a dozen ways, none of which tells the user more
        raise EncoderError(f"{path.name} is not plain tensors, and nothing else is read.", HOW_TO_EXPORT) from error
    if not isinstance(container, dict):
        raise EncoderError(f"{path.name} holds a {type(container).__name__}, not a dict of encoders.", HOW_TO_EXPORT)
    return container


def _entry(container: Mapping[str, object], name: str, file_name: str) -> Mapping[str, Tensor]:
    entry = container.get(name)
    if not isinstance(entry, dict) or not all(isinstance(tensor, Tensor) for tensor in entry.values()):
        raise EncoderError(f"{file_name} has no state dict '{name}'.", HOW_TO_EXPORT)
    return entry


def _length(tensors: Mapping[str, Tensor], key: str, file_name: str) -> int:
    """Return the first extent of a tensor; one that is missing or a bare number is told as `encoders_from` would."""
    if key not in tensors or tensors[key].ndim == 0:
        raise EncoderError(f"{file_name} lacks tensor '{key}'.", HOW_TO_EXPORT)
    return tensors[key].shape[0]
