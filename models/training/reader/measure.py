"""How well a reader reads: character error rate and the share of words that are right."""

from dataclasses import dataclass

import numpy as np
import torch

from lines import Lines
from pack import CHARSET


@dataclass
class Reading:
    truth: str
    text: str
    confidence: float
    """The least of the characters' probabilities."""
    style: np.ndarray  # [4] mean probabilities over the line's characters


def decode(logits: np.ndarray, temperature: float = 1.0) -> tuple[str, list[float], list[int]]:
    """Best path through [T, classes]: text, each character's probability, and the step it peaks at."""
    z = logits / temperature
    best = z.argmax(1)
    p = np.exp(-np.log(np.exp(z - z.max(1, keepdims=True)).sum(1)))
    text, probabilities, steps = [], [], []
    for t, c in enumerate(best):
        if c == 0:
            continue
        if t and best[t - 1] == c:
            if p[t] > probabilities[-1]:
                probabilities[-1], steps[-1] = float(p[t]), t
            continue
        text.append(CHARSET[c - 1])
        probabilities.append(float(p[t]))
        steps.append(t)
    first = next((i for i, c in enumerate(text) if c != " "), len(text))  # a space at either end means nothing
    last = len(text)
    while last > first and text[last - 1] == " ":
        last -= 1
    return "".join(text[first:last]), probabilities[first:last], steps[first:last]


def distance(a: str, b: str) -> int:
    """Levenshtein's."""
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


@torch.no_grad()
def read_all(model: torch.nn.Module, lines: Lines, temperature: float = 1.0) -> list[tuple[int, Reading]]:
    """(index in lines, reading) of every line."""
    model.eval()
    readings = []
    for group in lines.batches(12000, None):
        batch = lines.batch(group, None)
        logits, style = model(batch.ink)
        at = 0
        for row, i in enumerate(group):
            n = int(batch.lengths[row])
            truth = "".join(CHARSET[c - 1] for c in batch.labels[at : at + n].tolist())
            at += n
            text, p, steps = decode(logits[row].numpy(), temperature)
            mean = style[row].sigmoid().numpy()[steps].mean(0) if steps else np.zeros(4)
            readings.append((int(i), Reading(truth, text, min(p, default=1.0), mean)))
    return readings


def measure(model: torch.nn.Module, lines: Lines) -> str:
    readings = [r for _, r in read_all(model, lines)]
    real = [r for r in readings if r.truth]
    errors, characters = sum(distance(r.truth, r.text) for r in real), sum(len(r.truth) for r in real)
    words = sum(len(r.truth.split()) for r in real)
    right = sum(len(r.truth.split()) if r.truth == r.text else sum(1 for w in r.truth.split() if w in r.text.split()) for r in real)
    exact = sum(r.truth == r.text for r in real) / max(1, len(real))
    junk = [r for r in readings if not r.truth]
    silent = sum(not r.text for r in junk) / max(1, len(junk))
    return f"CER {errors / max(1, characters):.4f} words {right / max(1, words):.4f} lines {exact:.4f} junk unread {silent:.2f} ({len(real)} lines)"
