"""Fits what turns logits into honest probabilities (Guo et al. 2017, temperature scaling)."""

from difflib import SequenceMatcher

import numpy as np
import torch

from lines import Lines
from measure import CHARSET, decode

TEMPERATURES = np.geomspace(0.5, 3, 11)


def right_characters(truth: str, text: str) -> np.ndarray:
    """For each character of `text`, whether it is one of the truth's in its place."""
    right = np.zeros(len(text), bool)
    for block in SequenceMatcher(None, truth, text, autojunk=False).get_matching_blocks():
        right[block.b : block.b + block.size] = True
    return right


@torch.no_grad()
def line_logits(model: torch.nn.Module, lines: Lines) -> list[tuple[str, np.ndarray]]:
    """(truth, logits [T, classes]) of each line."""
    out = []
    for group in lines.batches(12000, None):
        batch = lines.batch(group, None)
        logits = model(batch.ink)[0].numpy()
        texts = np.split(batch.labels.numpy(), np.cumsum(batch.lengths.numpy())[:-1])
        out += [("".join(CHARSET[c - 1] for c in text), row) for text, row in zip(texts, logits)]
    return out


def calibration(model: torch.nn.Module, lines: Lines) -> tuple[float, float]:
    """Temperature with the least log loss over characters right or wrong; and the mean confidence that best parts lines
    read well from those that aren't text or came out wrong."""
    read = line_logits(model, lines)
    marks = [right_characters(truth, decode(logits)[0]) for truth, logits in read]
    flat = np.concatenate(marks)

    def confidences(temperature: float) -> list[np.ndarray]:
        return [np.array(decode(logits, temperature)[1]) for _, logits in read]

    def loss(temperature: float) -> float:
        p = np.clip(np.concatenate(confidences(temperature)), 1e-4, 1 - 1e-4)
        return float(-np.mean(np.where(flat, np.log(p), np.log(1 - p))))

    temperature = float(min(TEMPERATURES, key=loss))
    mean = np.array([p.mean() if len(p) else 0 for p in confidences(temperature)])
    good = np.array([len(m) > 0 and m.mean() > 0.7 for m in marks])
    steps = np.linspace(0.1, 0.9, 81)
    threshold = float(max(steps, key=lambda t: (mean[good] >= t).mean() + (mean[~good] < t).mean()))
    return temperature, threshold
