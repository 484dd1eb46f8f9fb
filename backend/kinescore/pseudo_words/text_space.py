"""Which text encoder's embedding table a pseudo-word belongs to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TextSpace:
    """The place that encoders were trained for and that a backbone offers.

    backbone: the engine's name, such as "musicgen". variant: the model's size in the backbone's own terms, such as
    "1024x24" (hidden width x layers): the encoders learn through the whole generator, so two sizes that share a text
    encoder are still two places. width: D of an embedding row. source: hub id or folder name it came from; tells the
    user where, decides nothing, since a copied folder or a fine-tune of the same architecture is the same place.
    """

    backbone: str
    variant: str
    width: int
    source: str = ""

    def same_place(self, other: TextSpace) -> bool:
        """Return whether pseudo-words made for one fit the other."""
        return (self.backbone, self.variant, self.width) == (other.backbone, other.variant, other.width)

    def __str__(self) -> str:
        origin = f", {self.source}" if self.source else ""
        return f"{self.backbone} {self.variant} (width {self.width}{origin})"
