"""Model files -> a Riffusion that is ready to use."""

from __future__ import annotations

import torch
from diffusers import StableDiffusionPipeline

from kinescore.backbones.riffusion.backbone import Riffusion
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.pipeline_loading import load_pipeline
from kinescore.pretrained.runtime import Runtime


def load_riffusion(source: ModelSource, runtime: Runtime) -> Riffusion:
    """Load a diffusers folder or hub id, for example "riffusion/riffusion-model-v1". Raises BackboneError.

    Only the U-Net takes the number format of `runtime`: it does nearly all the work.
    """
    device = runtime.torch_device()
    parts = load_pipeline(
        source,
        StableDiffusionPipeline,
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
        dtype={"unet": runtime.precision.dtype, "default": torch.float32},
    ).to(device)
    if device.type == "cuda":
        parts.unet.to(memory_format=torch.channels_last)
    return Riffusion(parts, source.name, runtime.compiled)
