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


def save(path: Path, state: dict) -> None:
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.rename(path)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--until", required=True, help="HH:MM")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--area", type=int, default=3600, help="columns in a batch")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.run.mkdir(parents=True, exist_ok=True)
    checkpoint = args.run / "last.pt"

    model = Reader(len(CHARSET) + 1).to(memory_format=torch.channels_last)
    decay = [p for p in model.parameters() if p.ndim > 1]
    rest = [p for p in model.parameters() if p.ndim <= 1]
    optimizer = torch.optim.AdamW([{"params": decay, "weight_decay": 0.02}, {"params": rest, "weight_decay": 0.0}], lr=PEAK_RATE, betas=(0.9, 0.98), fused=True)
    step, begun = 0, time.time()
    ema = copy.deepcopy(model)
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        ema.load_state_dict(state["ema"])
        optimizer.load_state_dict(state["optimizer"])
        step, begun = state["step"], state["begun"]
    rng = np.random.default_rng(step)
    lines, held_out = Lines(DATA / "packed"), Lines(DATA / "held-out-packed", limit=2)
    end = until(args.until)
    log = (args.run / "log.txt").open("a", buffering=1)
    saved = measured = refreshed = logged = time.time()
    sums, seen, characters = {}, 0, 0
    groups: list[np.ndarray] = []
    stopped = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True

    signal.signal(signal.SIGTERM, stop)
    model.train()
    while not stopped and (now := time.time()) < end:
        if not groups:
            if now - refreshed > REFRESH_EVERY:
                lines.refresh()
                refreshed = now
            groups = lines.batches(args.area, rng)
        progress = (now - begun) / (end - begun)
        for group in optimizer.param_groups:
            group["lr"] = rate_at(progress)
        batch = lines.batch(groups.pop(), rng)
        loss, parts = loss_of(model, batch, 1.0 if progress < 0.1 else 0.3)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        step += 1
        with torch.no_grad():
            keep = min(EMA, step / (step + 20))
            for a, b in zip(ema.state_dict().values(), model.state_dict().values()):
                a.mul_(keep).add_(b, alpha=1 - keep) if a.is_floating_point() else a.copy_(b)
        for name, value in parts.items():
            sums[name] = sums.get(name, 0) + value
        sums["n"] = sums.get("n", 0) + 1
        seen += len(batch.lengths)
        characters += int(batch.lengths.sum())
        if now - logged > 60:
            means = " ".join(f"{k} {v / sums['n']:.4f}" for k, v in sums.items() if k != "n")
            log.write(f"{datetime.now():%H:%M:%S} step {step} lr {rate_at(progress):.5f} {means} lines {seen} chars/s {characters / (now - logged):.0f} pool {len(lines.index)}\n")
            sums, characters, logged = {}, 0, now
        if now - measured > MEASURE_EVERY:
            log.write(f"{datetime.now():%H:%M:%S} held-out {measure(ema, held_out)}\n")
            measured = time.time()
        if now - saved > SAVE_EVERY:
            save(checkpoint, {"model": model.state_dict(), "ema": ema.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "begun": begun})
            saved = now
    save(checkpoint, {"model": model.state_dict(), "ema": ema.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "begun": begun})
    if not stopped:
        log.write(f"{datetime.now():%H:%M:%S} done, held-out {measure(ema, held_out)}\n")


if __name__ == "__main__":
    main()
