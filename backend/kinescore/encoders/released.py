"""The encoders that the paper's authors published, for MusicGen and for Riffusion -> ours.

Their file is a torch-saved dict of two state dicts, `poseEncoder` and `audioEncoderP`, and from one of their two
writers also `string_to_token` (token ids; our slots need none). Names inside may carry the path they had in the
authors' model. The file for MusicGen is known name by name ("Attn+Pos"). The one for Riffusion ("MLP") is described in
the paper only as linear and activation layers: it is looked into, and taken where its layers are ours in shape and
order. An earlier project of the authors made a word for each time step of the diffusion; such a file is refused.
"""

from __future__ import annotations

import re
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

THEIR_PATH = re.compile(r".*\b(?:poseEncoder|audioEncoder\.projector)\.")
ATTENTION_MARK = "rhythm.pos_emb.weight"
MLP_LAYERS = ("input_projection.0", "input_projection.1", "input_projection.4", "head.0", "head.1", "head.3")
TIME_STEP_MARKS = ("time_embed", "emb_layers")
OUR_PATHS: Mapping[str, str] = {"poseEncoder": "rhythm.", "audioEncoderP": "genre.projector."}
HOW_TO_EXPORT = (
    "Where it holds whole modules, export their tensors in the authors' code with torch.save({'poseEncoder': "
    "pose_encoder.state_dict(), 'audioEncoderP': audio_encoder.projector.state_dict()}, 'encoders.pt')."
)


def import_released(path: Path, space: TextSpace, genres: tuple[str, ...] = AIST_CODES) -> Encoders:
    """Return the authors' encoders at `path` as ours, for the backbone that offers `space`, in evaluation mode.

    The window's width is 303, or 306 of the InDV model. The file does not say which model it was trained with: the user
    does, by `space`. genres: the labels in the order of its one-hot vector.
    Tensors are float32 afterwards. Nothing in the file is executed.
    Raises EncoderError for files that hold anything but tensors, and for missing, unknown or misshapen tensors.
    """
    container = _load(path)
    tensors: dict[str, Tensor] = {}
    for entry, our_path in OUR_PATHS.items():
        for key, tensor in _entry(container, entry, path.name).items():
            tensors[our_path + THEIR_PATH.sub("", key)] = tensor.float()
    _refuse_time_steps(tensors, path.name)
    projector, tensors = _recognised(tensors, path.name)
    frames = _length(tensors, "rhythm.input_projection.0.weight", path.name)
    width = _length(tensors, "rhythm.input_projection.4.weight", path.name)
    labels = _length(tensors, "genre.projector.0.weight", path.name)
    if width != space.width:
        raise EncoderError(f"The encoders in {path.name} write words of width {width}, not those of {space}.")
    if labels != len(genres):
        raise EncoderError(
            f"The encoders in {path.name} know {labels} genres, and {len(genres)} are named.",
            "Name theirs in the order of their one-hot vector.",
        )
    config = EncoderConfig(space, projector, frames, fps=60.0, rhythm_mode=RhythmMode.RELEASED, genres=genres)
    return encoders_from(config, tensors, path.name)


def _refuse_time_steps(tensors: Mapping[str, Tensor], file_name: str) -> None:
    marked = [key for key in tensors if any(mark in key for mark in TIME_STEP_MARKS)]
    if marked:
        raise EncoderError(
            f"The encoders in {file_name} write a word for each time step of the diffusion ('{marked[0]}').",
            "Those are of an earlier method; the published encoders write one word for all steps.",
        )


def _recognised(tensors: dict[str, Tensor], file_name: str) -> tuple[Projector, dict[str, Tensor]]:
    """Return which rhythm encoder the file holds, and its tensors under our names.

    Names of the "MLP" are not known, so its layers are told by shape and order. Raises EncoderError at the first layer
    that is another one.
    """
    if ATTENTION_MARK in tensors or "rhythm.rembed.net.1.weight" in tensors:
        return Projector.ATTENTION, tensors
    rhythm = {key: tensor for key, tensor in tensors.items() if key.startswith("rhythm.")}
    layers = list(dict.fromkeys(key.rpartition(".")[0] for key in rhythm))
    shapes = [tuple(rhythm[f"{layer}.weight"].shape) for layer in layers if f"{layer}.weight" in rhythm]
    frames, width = (shapes[0][0], shapes[1][0]) if len(shapes) > 1 and shapes[0] and shapes[1] else (0, 0)
    wanted = [(frames,), (width, frames), (width, width), (width,), (width, width), (width, width)]
    for place, layer in enumerate(MLP_LAYERS):
        if place >= len(shapes) or shapes[place] != wanted[place]:
            found = f"'{layers[place]}' of shape {list(shapes[place])}" if place < len(shapes) else "nothing"
            raise EncoderError(
                f"{file_name} holds neither of the paper's rhythm encoders: in place of the MLP's layer '{layer}' "
                f"{list(wanted[place])} there is {found}.",
                HOW_TO_EXPORT,
            )
    if len(layers) > len(MLP_LAYERS):
        raise EncoderError(f"{file_name} has a layer more than the paper's MLP: '{layers[len(MLP_LAYERS)]}'.")
    renamed = {f"{layer}.": f"rhythm.{ours}." for layer, ours in zip(layers, MLP_LAYERS, strict=True)}
    others = {key: tensor for key, tensor in tensors.items() if key not in rhythm}
    return Projector.MLP, others | {
        renamed[key.rpartition(".")[0] + "."] + key.rpartition(".")[2]: tensor for key, tensor in rhythm.items()
    }


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
