"""Trains the detector: `python detector/train.py --run runs/detector --minutes 60`. Goes on from the run's checkpoint."""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch

from channels import CHANNELS, CLASSES
from data import draw_crop, load_page, page_names
from model import Detector

ROOT = Path(__file__).parents[1]
# How much each map counts; text first.
CHANNEL_WEIGHT = {"core": 4.0, "text": 1.5, "button": 1.5, "text-field": 1.5, "select": 1.5, "tab": 1.5, "image": 1.5, "edge": 0.5}
PEAK_RATE = 3e-3
WARM_UP_STEPS = 100
AVERAGE_DECAY = 0.995
# Direct supervision of the coarse level (Lee et al., 2014, arXiv 1409.5185): without it the deep layers learn slowly.
COARSE_SHARE = 0.6
# Decoding a page costs as much as cropping it five times, so each page gives a few crops while it is in the pool.
CROPS_PER_PAGE = 4
POOL_PAGES = 32
# After so many pages the folder is read again: it may be growing.
RESCAN_PAGES = 400
# Of a map that is all but empty, cells by which its loss is divided at least.
FEW_CELLS = 150.0
SAVE_STEPS = 100


def loss_of(logits: torch.Tensor, target: torch.Tensor, weight: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
    """
    Quality focal loss (Li et al., 2020, arXiv 2006.04388) of the covered shares, per filled cell of each map, so that
    rare classes count as much as common ones; plus soft Dice (Milletari et al., 2016, arXiv 1606.04797).
    """
    probability = torch.sigmoid(logits)
    bce = torch.nn.functional.binary_cross_entropy_with_logits(logits, target, weight, reduction="none")
    filled = (target * weight).sum((0, 2, 3))
    focal = ((target - probability).abs() * bce).sum((0, 2, 3)) / (filled + FEW_CELLS)
    probability = probability * (weight > 0)
    both = (probability * target).sum((0, 2, 3))
    dice = 1 - (2 * both + 20) / (probability.sum((0, 2, 3)) + target.sum((0, 2, 3)) + 20)
    return ((focal + 0.5 * dice) * scale).sum() / scale.sum()


def shrunk(maps: torch.Tensor) -> torch.Tensor:
    return torch.nn.functional.avg_pool2d(maps, 4)


def batches(folder: Path, crops: int, size: int, seed: int):
    """Endless batches of crops from a pool of pages; pages are drawn without putting back, new ones join as they appear."""
    rng = random.Random(seed)
    queue: list[Path] = []
    pool: list[tuple[np.ndarray, dict]] = []
    while True:
        for _ in range(max(1, crops // CROPS_PER_PAGE) if len(pool) == POOL_PAGES else POOL_PAGES - len(pool)):
            if not queue:
                queue = page_names(folder)
                if not queue:
                    raise FileNotFoundError(f"no pages in {folder}: generate some first")
                rng.shuffle(queue)
                queue = queue[:RESCAN_PAGES]
            page = load_page(queue.pop())
            if len(pool) < POOL_PAGES:
                pool.append(page)
            else:
                pool[rng.randrange(POOL_PAGES)] = page
        drawn = [draw_crop(*rng.choice(pool), size, rng) for _ in range(crops)]
        yield tuple(torch.from_numpy(np.stack(part)) for part in zip(*drawn))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=Path, default=ROOT / "data/pages")
    parser.add_argument("--run", type=Path, default=ROOT / "runs/detector")
    parser.add_argument("--minutes", type=float, default=60, help="of this run; the rate falls to nothing by then")
    parser.add_argument("--rate", type=float, default=PEAK_RATE)
    parser.add_argument("--crops", type=int, default=2)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    options.run.mkdir(parents=True, exist_ok=True)
    checkpoint = options.run / "checkpoint.pt"

    model = Detector().to(device, memory_format=torch.channels_last)
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE_DECAY), use_buffers=True)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.01)
    step, done = 0, 0.0
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device)
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        step, done = saved["step"], saved["minutes"]
    scale = torch.tensor([CHANNEL_WEIGHT.get(name, 1.0) for name in CHANNELS], device=device)
    coarse_scale = scale * torch.tensor([float(name in CLASSES) for name in CHANNELS], device=device)
    start, first, losses = time.monotonic(), step, []
    for images, targets, weights in batches(options.pages, options.crops, options.size, seed=step):
        minutes = done + (time.monotonic() - start) / 60
        progress = minutes / options.minutes
        if progress >= 1:
            break
        rate = options.rate * min(1.0, (step - first + 1) / WARM_UP_STEPS) * (1 - progress) ** 0.9
        for group in optimizer.param_groups:
            group["lr"] = rate
        logits, coarse = model.levels(images.to(device, memory_format=torch.channels_last))
        targets, weights = targets.to(device), weights.to(device)
        loss = loss_of(logits, targets, weights, scale)
        loss = loss + COARSE_SHARE * loss_of(coarse, shrunk(targets), shrunk(weights), coarse_scale)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        average.update_parameters(model)
        step += 1
        losses.append(loss.item())
        if step % 25 == 0:
            print(f"step {step} minute {minutes:.1f} rate {rate:.5f} loss {np.mean(losses[-50:]):.4f}", flush=True)
        if step % SAVE_STEPS == 0:
            save(checkpoint, model, average, optimizer, step, minutes)
    save(checkpoint, model, average, optimizer, step, options.minutes)


def save(path: Path, model, average, optimizer, step: int, minutes: float) -> None:
    state = {"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "minutes": minutes}
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


if __name__ == "__main__":
    main()
