"""AudioLDM 2 (Liu et al. 2023): diffusion over the latents of mel spectrograms, on diffusers' weights."""
