"""Packed lines in memory, and batches of them with what a screen and a detector may do to a line."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from inkmap import HEIGHT, padded

POOL = 2048
"""Lines sorted by width at a time: wide enough for batches without padding, small enough to keep chance alive."""


@dataclass
class Batch:
    ink: Tensor  # [N, 1, 24, W] float32
    labels: Tensor  # [sum of lengths] int64
    lengths: Tensor  # [N] int64
    steps: Tensor  # [N] int64: output steps that lie on the line
    aligned: Tensor  # [N, W / 2] int64: the class each step should show, -100 where it is open
    style: Tensor  # [N, W / 2, 4] float32, -1 where it is open


class Lines:
    """All lines of the .npz files of a folder; `refresh` takes in files that came later."""

    def __init__(self, folder: Path, limit: int | None = None):
        self.folder, self.limit = folder, limit
        self.seen: set[str] = set()
        self.shards: list[dict[str, np.ndarray]] = []
        self.index = np.zeros((0, 3), np.int64)  # shard, line, width
        self.refresh()

    def refresh(self) -> None:
        for path in sorted(self.folder.glob("sheet-*.npz")):
            if path.name in self.seen or ".part" in path.name or (self.limit and len(self.seen) >= self.limit):
                continue
            self.seen.add(path.name)
            shard = dict(np.load(path))
            for name, of in (("at", "widths"), ("label_at", "lengths"), ("run_at", "run_counts")):
                shard[name] = np.concatenate([[0], np.cumsum(shard[of])])
            rows = np.stack([np.full(len(shard["widths"]), len(self.shards)), np.arange(len(shard["widths"])), shard["widths"]], 1)
            self.shards.append(shard)
            self.index = np.concatenate([self.index, rows])

    def batches(self, area: int, rng: np.random.Generator | None) -> "list[np.ndarray]":
        """Groups of like width, about `area` columns each; in random order where `rng` is given, else one pass by width."""
        order = rng.permutation(len(self.index))[:POOL] if rng else np.arange(len(self.index))
        order = order[np.argsort(self.index[order, 2], kind="stable")]
        groups, start = [], 0
        while start < len(order):
            end = start + 1
            while end < len(order) and (end + 1 - start) * padded(int(self.index[order[end], 2])) <= area:
                end += 1
            groups.append(order[start:end])
            start = end
        if rng:
            rng.shuffle(groups)
        return groups

    def batch(self, group: np.ndarray, rng: np.random.Generator | None) -> Batch:
        width = padded(int(self.index[group, 2].max()))
        ink = np.zeros((len(group), HEIGHT, width), np.uint8)
        labels, centres, runs, kinds = [], [], [], []
        for row, i in enumerate(group):
            shard, line = self.shards[self.index[i, 0]], int(self.index[i, 1])
            at, w = shard["at"][line], shard["widths"][line]
            ink[row, :, :w] = shard["ink"][:, at : at + w]
            text = slice(shard["label_at"][line], shard["label_at"][line + 1])
            labels.append(shard["labels"][text].astype(np.int64))
            centres.append(shard["centres"][text])
            runs.append(shard["runs"][shard["run_at"][line] : shard["run_at"][line + 1]])
            kinds.append((shard["serif"][line], shard["mono"][line]))
        x = torch.from_numpy(ink).unsqueeze(1).float().div_(255)
        stretch = 1.0
        if rng:
            x, stretch = augmented(x, rng)
        count = x.shape[3] // 2
        aligned, style = targets(labels, centres, runs, kinds, stretch, len(group), count)
        widths = torch.from_numpy(self.index[group, 2].copy())
        return Batch(
            x,
            torch.from_numpy(np.concatenate(labels)),
            torch.tensor([len(x) for x in labels]),
            ((widths * stretch + 1) / 2).ceil().long().clamp(max=count),
            torch.from_numpy(aligned),
            torch.from_numpy(style),
        )


def targets(labels, centres, runs, kinds, stretch: float, n: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Each step's class, from where the characters stand, and each step's style."""
    aligned = np.zeros((n, count), np.int64)
    style = np.full((n, count, 4), -1, np.float32)
    for row in range(n):
        if not len(labels[row]):
            continue
        step = np.floor(centres[row] * stretch / 2).astype(np.int64)
        order = np.arange(len(step))
        step = np.maximum.accumulate(step - order) + order  # one step each, in order
        known = (step >= 0) & (step < count)
        step, label = step[known], labels[row][known]
        for side in (-1, 1):
            aligned[row, np.clip(step + side, 0, count - 1)] = -100
        aligned[row, step] = label
        for left, right, bold, italic in runs[row]:
            a, b = int(left * stretch / 2), int(right * stretch / 2) + 1
            style[row, max(0, a) : max(0, b)] = (bold, italic, *kinds[row])
    return aligned, style


def augmented(x: Tensor, rng: np.random.Generator) -> tuple[Tensor, float]:
    """Ink maps [N, 1, 24, W] with another width, height, place, contrast, blur, noise; and the change of width."""
    n, _, h, w = x.shape
    wide = padded(max(8, round(w * float(rng.uniform(0.88, 1.14))))) if rng.random() < 0.5 else w
    tall = int(rng.integers(22, 27)) if rng.random() < 0.35 else h
    if (wide, tall) != (w, h):
        x = F.interpolate(x, (tall, wide), mode="bilinear", align_corners=False, antialias=wide < w or tall < h)
        if tall < h:
            top = int(rng.integers(0, h - tall + 1))
            x = F.pad(x, (0, 0, top, h - tall - top))
        elif tall > h:
            top = int(rng.integers(0, tall - h + 1))
            x = x[:, :, top : top + h]
    if rng.random() < 0.25:
        x = torch.roll(x, int(rng.choice([-1, 1])), 2)
    if rng.random() < 0.2:
        k = torch.tensor(rng.uniform(0, 0.5, 2), dtype=torch.float32)
        kernel = torch.outer(torch.stack([k[0], torch.tensor(1.0), k[0]]), torch.stack([k[1], torch.tensor(1.0), k[1]]))
        x = F.conv2d(x, (kernel / kernel.sum())[None, None], padding=1)
    gain, gamma = (torch.from_numpy(rng.uniform(*r, (n, 1, 1, 1)).astype(np.float32)) for r in ((0.75, 1.3), (0.75, 1.35)))
    x = (x * gain).clamp_(0, 1)
    if rng.random() < 0.5:
        x = x.pow(gamma)
    for row in np.flatnonzero(rng.random(n) < 0.08):  # a word in another colour
        a = int(rng.integers(0, x.shape[3]))
        x[row, :, :, a : a + int(rng.integers(15, 120))] *= float(rng.uniform(0.35, 0.9))
    for row in np.flatnonzero(rng.random(n) < 0.08):  # an underline was taken out, and with it what crossed it or hung below
        top = int(rng.integers(15, 20))
        bottom = 24 if rng.random() < 0.4 else top + int(rng.integers(1, 3))
        x[row, :, top:bottom] *= float(rng.choice([0, 0, 0.2, 0.4]))
    for row in np.flatnonzero(rng.random(n) < 0.05):  # the line above or below reaches in
        k = int(rng.integers(1, 4))
        other = x[int(rng.integers(n))]
        if rng.random() < 0.5:
            x[row, :, :k] = torch.maximum(x[row, :, :k], other[:, 21 - k : 21])
        else:
            x[row, :, -k:] = torch.maximum(x[row, :, -k:], other[:, 3 : 3 + k])
    if rng.random() < 0.2:
        x = (x + torch.randn_like(x) * float(rng.uniform(0.01, 0.08))).clamp_(0, 1)
    return x.contiguous(), wide / w
