"""What an independent ear calls a piece of music: musicnn's 50 tags of every WAV file in a folder, as JSON.

    python benchmarks/music_tagger.py FOLDER [MSD_musicnn | MSD_vgg | MTT_musicnn | MTT_vgg]

Runs in an environment of its own, which needs nothing of Kinescore's:

    python3.11 -m venv build/tagger
    build/tagger/bin/pip install tensorflow-cpu librosa
    build/tagger/bin/pip install --no-deps musicnn==0.1.0

The package carries its weights (ISC): Pons and Serra, "musicnn: pre-trained convolutional neural networks for music
audio tagging", 2019; the models are those trained on the Million Song Dataset (MSD) and on MagnaTagATune (MTT, whose 50
words are others: it knows choirs), the second of each a plain stack of small filters (VGG): another ear for the same
words. Their own code wants TensorFlow 1; here their stored graphs are
loaded as they are. Windows of 3 s, their tags averaged.
"""

from __future__ import annotations

import ast
import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

RATE, SIZE, HOP, BANDS, FRAMES = 16_000, 512, 256, 96, 187


def windows(path: Path) -> np.ndarray:
    """[W, FRAMES, BANDS] log mel powers of a sound file, as musicnn was trained on."""
    import librosa

    samples, _ = librosa.load(path, sr=RATE)
    power = librosa.feature.melspectrogram(y=samples, sr=RATE, hop_length=HOP, n_fft=SIZE, n_mels=BANDS).T
    heard = np.log10(10_000.0 * power + 1.0).astype(np.float32)
    starts = range(0, max(1, len(heard) - FRAMES + 1), FRAMES)
    return np.stack([np.resize(heard[start : start + FRAMES], (FRAMES, BANDS)) for start in starts])


def main() -> None:
    """Print {file name: {tag: probability}}."""
    import tensorflow as tf

    spec = find_spec("musicnn")
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent
    model = package / (sys.argv[2] if len(sys.argv) > 2 else "MSD_musicnn")
    labels = _labels(package, model.name)
    old = tf.compat.v1
    old.disable_eager_execution()
    stored = old.MetaGraphDef()
    stored.ParseFromString((model / ".meta").read_bytes())
    for node in stored.graph_def.node:
        node.attr.pop("_output_shapes", None)  # Those of the gradients are refused by TensorFlow 2.
    with old.Session() as session:
        old.train.import_meta_graph(stored).restore(session, f"{model}/")
        tags = {}
        for path in sorted(Path(sys.argv[1]).glob("*.wav")):
            feed = {"model/Placeholder:0": windows(path), "model/Placeholder_2:0": False}
            heard = session.run("model/Sigmoid:0", feed).mean(axis=0)
            tags[path.name] = {label: round(float(p), 4) for label, p in zip(labels, heard, strict=True)}
    print(json.dumps(tags))


def _labels(package: Path, model: str) -> list[str]:
    """The tags in the order of the model's outputs, from the package's settings."""
    settings = (package / "configuration.py").read_text("utf-8").splitlines()
    line = next(line for line in settings if line.startswith(f"{model[:3]}_LABELS"))
    return list(ast.literal_eval(line.partition("=")[2].strip()))


if __name__ == "__main__":
    main()
