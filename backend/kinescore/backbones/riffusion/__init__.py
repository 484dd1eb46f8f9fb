"""Riffusion (Forsgren and Martiros 2022): Stable Diffusion over pictures of mel spectrograms, on diffusers' weights."""
