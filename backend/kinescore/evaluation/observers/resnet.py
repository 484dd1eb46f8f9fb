"""ResNet-18 (He et al. 2016), its tensors named as in the common published weights."""

from __future__ import annotations

from collections import OrderedDict

from torch import Tensor, nn

STAGES = ((64, 1), (128, 2), (256, 2), (512, 2))
"""(channels, step of the first block) of each stage of two blocks."""


class ResidualBlock(nn.Module):
    """Two 3 x 3 convolutions beside a way around them."""

    def __init__(self, before: int, after: int, step: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(before, after, 3, step, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(after)
        self.conv2 = nn.Conv2d(after, after, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(after)
        self.downsample = (
            nn.Identity()
            if (before, step) == (after, 1)
            else nn.Sequential(nn.Conv2d(before, after, 1, step, bias=False), nn.BatchNorm2d(after))
        )

    def forward(self, image: Tensor) -> Tensor:
        """image: [B, before, H, W]. Returns [B, after, H / step, W / step], rounded up."""
        inner = self.bn2(self.conv2(self.bn1(self.conv1(image)).relu()))
        return (inner + self.downsample(image)).relu()


def resnet18(classes: int) -> nn.Sequential:
    """Return the network from images [B, 3, H, W] to logits [B, `classes`]."""
    stages: dict[str, nn.Module] = {}
    before = 64
    for number, (channels, step) in enumerate(STAGES, start=1):
        stages[f"layer{number}"] = nn.Sequential(
            ResidualBlock(before, channels, step), ResidualBlock(channels, channels, 1)
        )
        before = channels
    return nn.Sequential(
        OrderedDict(
            conv1=nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False),
            bn1=nn.BatchNorm2d(64),
            relu=nn.ReLU(),
            maxpool=nn.MaxPool2d(3, stride=2, padding=1),
            **stages,
            avgpool=nn.AdaptiveAvgPool2d(1),
            flatten=nn.Flatten(),
            fc=nn.Linear(before, classes),
        )
    )
