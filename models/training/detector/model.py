"""The detector: one light fully convolutional network, an encoder to stride 32 and a decoder back to stride 4."""

import torch
from torch import nn

from channels import CHANNELS

WIDTHS = {4: 24, 8: 56, 16: 96, 32: 112}


def conv(inputs: int, outputs: int, stride: int = 1, dilation: int = 1, size: int = 3) -> nn.Sequential:
    pad = dilation * (size // 2)
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, pad, dilation, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class Residual(nn.Module):
    """Two 3x3 convolutions with a shortcut (He et al., 2015, arXiv 1512.03385)."""

    def __init__(self, width: int, dilation: int = 1):
        super().__init__()
        self.first = conv(width, width)
        self.second = conv(width, width, dilation=dilation)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.second(self.first(x))


class Join(nn.Module):
    """Brings coarse context to a finer level, as in feature pyramids (Lin et al., 2017, arXiv 1612.03144)."""

    def __init__(self, coarse: int, fine: int):
        super().__init__()
        self.reduce = conv(coarse, fine, size=1)
        self.mix = conv(fine, fine)

    def forward(self, coarse: torch.Tensor, fine: torch.Tensor) -> torch.Tensor:
        up = nn.functional.interpolate(self.reduce(coarse), scale_factor=2.0, mode="nearest")
        return self.mix(up + fine)


class Detector(nn.Module):
    """[N, 3, H, W] RGB in 0..1, H and W multiples of 32, to logits [N, K, H/4, W/4], K as in CHANNELS."""

    def __init__(self) -> None:
        super().__init__()
        w4, w8, w16, w32 = WIDTHS.values()
        self.stem = nn.Sequential(conv(3, 16, stride=2), conv(16, w4, stride=2))
        self.level4 = Residual(w4)
        self.level8 = nn.Sequential(conv(w4, w8, stride=2), Residual(w8))
        self.level16 = nn.Sequential(conv(w8, w16, stride=2), Residual(w16), Residual(w16))
        # Dilated, so that a cell at stride 32 sees a whole card, table or dialog.
        self.level32 = nn.Sequential(conv(w16, w32, stride=2), Residual(w32, 2), Residual(w32, 3))
        self.join16 = Join(w32, w16)
        self.join8 = Join(w16, w8)
        self.join4 = Join(w8, w4)
        self.head = nn.Sequential(conv(w4, 40), nn.Conv2d(40, len(CHANNELS), 1))
        # Classes are told apart at stride 16, where a cell sees the whole element; the head at stride 4 draws the outlines.
        self.coarse = nn.Conv2d(w16, len(CHANNELS), 1)
        nn.init.zeros_(self.coarse.weight)
        nn.init.zeros_(self.coarse.bias)
        # Most cells are nothing: start there, or the first steps only unlearn it.
        nn.init.constant_(self.head[1].bias, -3.0)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        return self.levels(image)[0]

    def levels(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The maps, and what the coarse level says alone [N, K, H/16, W/16]: training holds it to the truth as well."""
        x4 = self.level4(self.stem(image - 0.5))
        x8 = self.level8(x4)
        x16 = self.level16(x8)
        x32 = self.level32(x16)
        x16 = self.join16(x32, x16)
        coarse = self.coarse(x16)
        x8 = self.join8(x16, x8)
        fine = self.head(self.join4(x8, x4))
        return fine + nn.functional.interpolate(coarse, scale_factor=4.0, mode="nearest"), coarse
