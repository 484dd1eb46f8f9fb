"""CLAP of the real architecture, small enough to listen in a blink, made without a download."""

from __future__ import annotations

from pathlib import Path

import torch
from transformers import ClapAudioConfig, ClapConfig, ClapFeatureExtractor, ClapModel, ClapTextConfig

from kinescore.encoders.example import ExampleListener


def tiny_clap(fusion: bool = False, seed: int = 0) -> tuple[ClapModel, ClapFeatureExtractor]:
    """Return model and extractor; same arguments, same weights."""
    audio = ClapAudioConfig(
        spec_size=64,
        num_mel_bins=16,
        patch_embeds_hidden_size=16,
        hidden_size=32,
        depths=[1, 1],
        num_attention_heads=[2, 2],
        window_size=4,
        projection_dim=24,
        enable_fusion=fusion,
        aff_block_r=2,
    )
    text = ClapTextConfig(
        vocab_size=40,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        projection_dim=24,
    )
    torch.manual_seed(seed)
    model = ClapModel(ClapConfig(text_config=text.to_dict(), audio_config=audio.to_dict(), projection_dim=24))
    features = ClapFeatureExtractor(
        feature_size=16, max_length_s=2, truncation="fusion" if fusion else "rand_trunc", padding="repeatpad"
    )
    return model, features


def tiny_listener(fusion: bool = False) -> ExampleListener:
    return ExampleListener(*tiny_clap(fusion), "tiny")


def save_tiny_clap(folder: Path, seed: int = 0) -> Path:
    """Write model and extractor to `folder` in the layout of the hub, and return it."""
    for part in tiny_clap(seed=seed):
        part.save_pretrained(folder)
    return folder
