"""The reader: a small fully convolutional network with a CTC head.

Columns of the ink map become steps of two pixels: logits over the charset (class 0 is CTC's blank, Graves et al. 2006) and
four style logits (bold, italic, serif, monospace). The context comes from residual 1-D blocks over the line.
"""

import torch
from torch import Tensor, nn

STYLES = ["bold", "italic", "serif", "monospace"]


def conv_bn(c_in: int, c_out: int, kernel: tuple[int, int], stride: tuple[int, int], padding: tuple[int, int]) -> nn.Sequential:
    conv = nn.Conv2d(c_in, c_out, kernel, stride, padding, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(c_out), nn.ReLU(inplace=True))


class Block(nn.Module):
    """Residual: depthwise 1 x k, then a pointwise pair. Shapes [N, C, 1, T] throughout."""

    def __init__(self, channels: int, kernel: int):
        super().__init__()
        pad = (0, kernel // 2)
        self.depthwise = nn.Conv2d(channels, channels, (1, kernel), padding=pad, groups=channels, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.up = nn.Conv2d(channels, channels, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)
        self.down = nn.Conv2d(channels, channels, 1, bias=False)
        self.norm3 = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        y = self.norm1(self.depthwise(x))
        y = torch.relu(self.norm2(self.up(y)))
        return torch.relu(x + self.norm3(self.down(y)))


class Reader(nn.Module):
    """[N, 1, 24, W] ink maps, W a multiple of 8, to logits [N, W / 2, classes] and style [N, W / 2, 4]."""

    def __init__(self, classes: int, widths: tuple[int, int, int, int] = (32, 56, 112, 224), blocks: int = 4, kernel: int = 9, step: int = 144):
        super().__init__()
        a, b, c, d = widths
        self.stem = nn.Sequential(
            conv_bn(1, a, (5, 5), (2, 2), (2, 2)),  # 12 rows, W / 2
            conv_bn(a, b, (3, 3), (2, 1), (1, 1)),  # 6 rows, W / 2
            conv_bn(b, c, (3, 3), (2, 2), (1, 1)),  # 3 rows, W / 4
            conv_bn(c, d, (3, 1), (1, 1), (0, 0)),  # 1 row
        )
        self.blocks = nn.Sequential(*[Block(d, kernel) for _ in range(blocks)])
        self.steps = nn.Conv2d(d, 2 * step, 1)  # each W / 4 column gives two steps
        self.head = nn.Linear(step, classes)
        self.style = nn.Linear(step, len(STYLES))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        y = self.steps(self.blocks(self.stem(x)))
        n, c, _, t = y.shape
        y = torch.relu(y).reshape(n, 2, c // 2, t).permute(0, 3, 1, 2).reshape(n, 2 * t, c // 2)
        return self.head(y), self.style(y)
