"""ACE-Step 1.5 (arXiv 2602.00744): a diffusion transformer over the latents of sound, on diffusers' weights."""
