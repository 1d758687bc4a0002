"""Turns sheets (sheets/main.ts) into packed ink maps: one .npz for each sheet.

    python reader/pack.py --sheets data/reader/sheets --out data/reader/packed [--watch] [--clean]

Each line is packed twice: as it was photographed, and once more after what screenshots suffer (JPEG, resizing) with its
box drawn a little wrong. --clean packs it once, undamaged (for evaluation). A .npz holds, for n lines: `ink` uint8
[24, sum of widths], `widths` [n], `labels` uint16 (sum of lengths; classes, 1-based), `lengths` [n], `centres` float32 (of
each character, in ink map pixels), `run_counts` [n], `runs` float32 [sum, 4] (left, right, bold, italic), `serif` and `mono`
int8 [n] (-1: neither), `size` float32 [n] (font size in image pixels), `family` and `textured` [n].
"""

import argparse
import io
import json
import time
from pathlib import Path

import numpy as np
from PIL import Image

from inkmap import HEIGHT, LEAST_CONTRAST, distance, ink_map

CHARSET = (Path(__file__).parent / "charset.txt").read_text(encoding="utf-8")
CLASS = {c: i + 1 for i, c in enumerate(CHARSET)}
SMALLEST_INK = 5
"""Lines lower than this (pixels) only help if they are signs like a dash."""
SMALLEST_FONT = 7.5


def damaged(picture: Image.Image, rng: np.random.Generator) -> tuple[Image.Image, float]:
    """The sheet as it may reach us, and the factor its size was changed by."""
    factor = 1.0
    if rng.random() < 0.35:
        factor = float(rng.uniform(0.62, 1.5))
        size = (round(picture.width * factor), round(picture.height * factor))
        how = [Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS][rng.integers(3)]
        picture = picture.resize(size, how)
    if rng.random() < 0.45:
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=int(rng.integers(50, 95)))
        picture = Image.open(buffer).convert("RGB")
    return picture, factor


def background(item: np.ndarray, textured: bool) -> np.ndarray:
    """The commonest colour of an item [h, w, 3]; on textures the median of its rim."""
    if textured:
        rim = np.concatenate([item[:3].reshape(-1, 3), item[-3:].reshape(-1, 3)])
        return np.median(rim, axis=0).astype(np.uint8)
    flat = item.reshape(-1, 3).astype(np.uint32)
    values, counts = np.unique(flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2], return_counts=True)
    v = int(values[counts.argmax()])
    return np.array([v >> 16, v >> 8 & 255, v & 255], np.uint8)


def ink_box(d: np.ndarray, threshold: float) -> tuple[int, int, int, int] | None:
    """Left, top, right, bottom of what differs from the background in d [h, w]."""
    mask = d > threshold * max(LEAST_CONTRAST, float(np.percentile(d, 98)))
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not len(rows):
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def jittered(box: tuple[int, int, int, int], limits: tuple[int, int], rng: np.random.Generator) -> tuple[int, int, int, int]:
    """The box as a detector may draw it: a pixel off, or loose above and below."""
    x0, y0, x1, y1 = box
    h = y1 - y0
    if h >= 12 and rng.random() < 0.4:
        loose = max(1, round(h * 0.08))
        y0 += int(rng.integers(-loose, 2))
        y1 += int(rng.integers(-1, loose + 1))
    x0 += int(rng.integers(-1, 2))
    x1 += int(rng.integers(-1, 2))
    x0, y0, x1, y1 = max(0, x0), max(0, y0), min(limits[1], x1), min(limits[0], y1)
    return (x0, y0, x1, y1) if x1 - x0 >= 1 and y1 - y0 >= 1 else box


class Packed:
    def __init__(self) -> None:
        self.ink, self.widths, self.labels, self.lengths, self.centres = [], [], [], [], []
        self.run_counts, self.runs, self.serif, self.mono = [], [], [], []
        self.size, self.family, self.textured = [], [], []

    def save(self, path: Path) -> None:
        part = path.with_suffix(".part.npz")
        np.savez(
            part,
            ink=np.concatenate(self.ink, axis=1), widths=np.array(self.widths, np.int32),
            labels=np.array(self.labels, np.uint16), lengths=np.array(self.lengths, np.int32), centres=np.array(self.centres, np.float32),
            run_counts=np.array(self.run_counts, np.int32), runs=np.array(self.runs, np.float32).reshape(-1, 4),
            serif=np.array(self.serif, np.int8), mono=np.array(self.mono, np.int8),
            size=np.array(self.size, np.float32), family=np.array(self.family), textured=np.array(self.textured, bool),
        )  # fmt: skip
        part.rename(path)

    def add(self, pixels: np.ndarray, item: dict, factor: float, jitter: bool, rng: np.random.Generator) -> None:
        """Packs one item of a sheet [h, w, 3]; skips what nobody could read."""
        places, text = item["places"], item["text"]
        size = item["size"] * factor
        if text and size < SMALLEST_FONT:
            return
        ix0, iy0, ix1, iy1 = (round(v * factor) for v in places["item"])
        whole = pixels[iy0 + 1 : iy1 - 1, ix0 + 1 : ix1 - 1]
        tx0, ty0, tx1, ty1 = (v * factor for v in places["text"])
        left, right = max(ix0 + 1, int(tx0) - 4), min(ix1 - 1, int(tx1) + 5)
        top, bottom = max(iy0 + 1, int(ty0) - 2), min(iy1 - 1, int(ty1) + 3)
        region = pixels[top:bottom, left:right]
        if not whole.size or not region.size:
            return
        d = distance(region, background(whole, item["textured"]))
        box = ink_box(d, 0.5 if item["textured"] else float(rng.uniform(0.1, 0.35)))
        if box is None:
            return
        if jitter:
            box = jittered(box, d.shape, rng)
        x0, y0, x1, y1 = box
        if text and jitter and y1 - y0 >= 10 and rng.random() < 0.008:  # half a line can't be read
            text, middle = "", y0 + round((y1 - y0) * rng.uniform(0.4, 0.55))
            y0, y1 = (y0, middle) if rng.random() < 0.5 else (middle, y1)
        ink = ink_map(d[y0:y1, x0:x1])
        scale = (ink.shape[1] - 8) / (x1 - x0)
        to_map = lambda x: (x * factor - left - x0) * scale + 4  # noqa: E731
        if text and ink.shape[1] < 4 * len(text) - 2:  # squeezed beyond reading
            return
        self.ink.append((ink * 255 + 0.5).astype(np.uint8))
        self.widths.append(ink.shape[1])
        self.labels += [CLASS[c] for c in text]
        self.lengths.append(len(text))
        self.centres += [to_map((a + b) / 2) for a, b in places["chars"]] if text else []
        runs = list(zip(places["runs"], item["bold"], item["italic"])) if text else []
        self.run_counts.append(len(runs))
        self.runs += [[to_map(a), to_map(b), float(bold), float(italic)] for (a, b), bold, italic in runs]
        self.serif.append(-1 if item["serif"] is None else int(item["serif"]))
        self.mono.append(int(item["mono"]))
        self.size.append(size)
        self.family.append(item["family"])
        self.textured.append(item["textured"])


def pack(sheet: Path, out: Path, clean: bool) -> None:
    truth = json.loads(sheet.with_suffix(".json").read_text(encoding="utf-8"))
    rng = np.random.default_rng(truth["seed"])
    picture = Image.open(sheet).convert("RGB")
    packed = Packed()
    for variant in range(1 if clean else 2):
        image, factor = damaged(picture, rng) if variant else (picture, 1.0)
        pixels = np.asarray(image)
        for item in truth["items"]:
            packed.add(pixels, item, factor, variant > 0, rng)
    assert all(ink.shape[0] == HEIGHT for ink in packed.ink)
    packed.save(out)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sheets", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--watch", type=float, default=0, help="minutes to go on waiting for new sheets")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    last = time.time()
    while True:
        for sheet in sorted(args.sheets.glob("sheet-*.png")):
            out = args.out / f"{sheet.stem}.npz"
            if ".part" in sheet.name or out.exists():
                continue
            pack(sheet, out, args.clean)
            last = time.time()
        if time.time() - last > args.watch * 60:
            break
        time.sleep(5)


if __name__ == "__main__":
    main()
