"""How well music fits movement and reference, every figure beside its chance level."""
