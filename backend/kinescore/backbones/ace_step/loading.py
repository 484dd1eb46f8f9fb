"""Model files -> an ACE-Step that is ready to use."""

from __future__ import annotations

import torch
from diffusers import AceStepPipeline

from kinescore.backbones.ace_step.backbone import AceStep
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.pipeline_loading import load_pipeline
from kinescore.pretrained.runtime import Runtime


def load_ace_step(source: ModelSource, runtime: Runtime) -> AceStep:
    """Load a diffusers folder or hub id, for example "ACE-Step/acestep-v15-xl-turbo-diffusers". Raises BackboneError.

    Only the transformer takes the number format of `runtime`: it does nearly all the work.
    """
    parts = load_pipeline(
        source,
        AceStepPipeline,
        dtype={"transformer": runtime.precision.dtype, "default": torch.float32},
    ).to(runtime.torch_device())
    return AceStep(parts, source.name, runtime.compiled)
