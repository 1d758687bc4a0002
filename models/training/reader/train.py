"""Trains the reader on packed ink maps. Goes on from its last checkpoint; a SIGTERM stops it after saving.

    python reader/train.py --run runs/reader --until 08:20 [--threads 1]

The learning rate follows the clock: it rises at first and falls to almost nothing at --until (a later --until stretches what
is left). The loss is CTC plus a cross entropy against where the characters stand, which spares CTC its slow start
and puts each peak on its glyph. log.txt has a line each minute; evaluation is on held-out families.
"""

import argparse
import copy
import math
import signal
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from lines import Batch, Lines
from measure import measure
from model import Reader
from pack import CHARSET

DATA = Path(__file__).parents[1] / "data" / "reader"
PEAK_RATE = 2e-3
WARM_UP = 0.02
"""Share of the time in which the learning rate rises."""
STYLE_WEIGHT = 0.6
SPARSEST = 20
"""Columns for a character at most, when the loss is shared out: batches of drawings alone must not shout."""
EMA = 0.998
EARLY = 0.1
"""Share of the time in which the characters' places weigh as much as CTC."""
EARLY_ALIGNED, LATE_ALIGNED = 1.0, 0.3
LARGEST_GRADIENT = 2.0
SAVE_EVERY, MEASURE_EVERY, REFRESH_EVERY = 150, 480, 120
"""Seconds."""


def loss_of(model: torch.nn.Module, batch: Batch, aligned_weight: float) -> tuple[torch.Tensor, dict[str, float]]:
    logits, style = model(batch.ink.contiguous(memory_format=torch.channels_last))
    log_probs = logits.log_softmax(2)
    characters = max(int(batch.lengths.sum()), batch.ink.shape[0] * batch.ink.shape[3] // SPARSEST)
    ctc = F.ctc_loss(log_probs.transpose(0, 1), batch.labels, batch.steps, batch.lengths, reduction="sum", zero_infinity=True) / characters
    aligned = F.nll_loss(log_probs.flatten(0, 1), batch.aligned.flatten(), ignore_index=-100)
    known = batch.style >= 0
    styled = F.binary_cross_entropy_with_logits(style[known], batch.style[known]) if known.any() else style.sum() * 0
    return ctc + aligned_weight * aligned + STYLE_WEIGHT * styled, {"ctc": ctc.item(), "aligned": aligned.item(), "style": styled.item()}


def until(clock: str) -> float:
    at = datetime.combine(datetime.now().date(), datetime.strptime(clock, "%H:%M").time())
    return (at if at > datetime.now() else at + timedelta(days=1)).timestamp()


def rate_at(progress: float) -> float:
    if progress < WARM_UP:
        return PEAK_RATE * (0.05 + 0.95 * progress / WARM_UP)
    x = min(1.0, (progress - WARM_UP) / (1 - WARM_UP))
    return PEAK_RATE * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * x)))


def make_optimizer(model: torch.nn.Module) -> torch.optim.Optimizer:
    """AdamW; biases and norms aren't decayed."""
    decay = [p for p in model.parameters() if p.ndim > 1]
    rest = [p for p in model.parameters() if p.ndim <= 1]
    groups = [{"params": decay, "weight_decay": 0.02}, {"params": rest, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=PEAK_RATE, betas=(0.9, 0.98), fused=True)


class Training:
    """The model, its moving average, the optimizer and how far it is: all that a checkpoint keeps."""

    def __init__(self, checkpoint: Path):
        self.checkpoint = checkpoint
        self.model = Reader(len(CHARSET) + 1).to(memory_format=torch.channels_last)
        self.ema = copy.deepcopy(self.model)
        self.optimizer = make_optimizer(self.model)
        self.step, self.begun = 0, time.time()
        if checkpoint.exists():
            state = torch.load(checkpoint, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.ema.load_state_dict(state["ema"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.begun = state["step"], state["begun"]

    def save(self) -> None:
        part = self.checkpoint.with_suffix(".part")
        parts = {name: getattr(self, name).state_dict() for name in ("model", "ema", "optimizer")}
        torch.save({**parts, "step": self.step, "begun": self.begun}, part)
        part.rename(self.checkpoint)

    def learn(self, batch: Batch, progress: float) -> dict[str, float]:
        """One step; `progress` is the share of the time that is over. Returns the parts of the loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = rate_at(progress)
        loss, parts = loss_of(self.model, batch, EARLY_ALIGNED if progress < EARLY else LATE_ALIGNED)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), LARGEST_GRADIENT)
        self.optimizer.step()
        self.step += 1
        self.follow()
        return parts

    @torch.no_grad()
    def follow(self) -> None:
        keep = min(EMA, self.step / (self.step + 20))
        for a, b in zip(self.ema.state_dict().values(), self.model.state_dict().values()):
            a.mul_(keep).add_(b, alpha=1 - keep) if a.is_floating_point() else a.copy_(b)


class Every:
    """True once in so many seconds."""

    def __init__(self, seconds: float):
        self.seconds, self.last = seconds, time.time()

    def due(self) -> bool:
        if time.time() - self.last < self.seconds:
            return False
        self.last = time.time()
        return True


def run(training: Training, lines: Lines, held_out: Lines, end: float, area: int, write: Callable[[str], None]) -> None:
    """Trains until `end` (seconds since 1970) or a SIGTERM."""
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
    rng = np.random.default_rng(training.step)
    log, save, check, refresh = Every(60), Every(SAVE_EVERY), Every(MEASURE_EVERY), Every(REFRESH_EVERY)
    groups: list[np.ndarray] = []
    losses: list[dict[str, float]] = []
    characters = 0
    training.model.train()
    while not stopped and time.time() < end:
        if not groups:
            if refresh.due():
                lines.refresh()
            groups = lines.batches(area, rng)
        progress = (time.time() - training.begun) / (end - training.begun)
        batch = lines.batch(groups.pop(), rng)
        losses.append(training.learn(batch, progress))
        characters += int(batch.lengths.sum())
        if log.due():
            means = " ".join(f"{name} {np.mean([part[name] for part in losses]):.4f}" for name in losses[0])
            write(f"step {training.step} lr {rate_at(progress):.5f} {means} chars/s {characters / 60:.0f} pool {len(lines.index)}")
            losses, characters = [], 0
        if check.due():
            write(f"held-out {measure(training.ema, held_out)}")
        if save.due():
            training.save()
    training.save()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--until", required=True, help="HH:MM")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--area", type=int, default=3600, help="columns in a batch")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.run.mkdir(parents=True, exist_ok=True)
    training = Training(args.run / "last.pt")
    lines, held_out = Lines(DATA / "packed"), Lines(DATA / "held-out-packed", limit=2)
    with (args.run / "log.txt").open("a", buffering=1) as log:
        run(training, lines, held_out, until(args.until), args.area, lambda text: print(f"{datetime.now():%H:%M:%S} {text}", file=log))


if __name__ == "__main__":
    main()
