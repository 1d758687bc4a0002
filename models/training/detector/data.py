"""Crops of photographed pages with their target maps."""

import io
import json
import random
from pathlib import Path

import numpy as np
from PIL import Image

from channels import CHANNELS, CORE_ABOVE, CORE_BELOW, core_inset, STATES, STRIDE, TEXT_ABOVE, TEXT_BELOW

# Small elements have few cells: each counts as if it had about this many, up to the cap.
FULL_CELLS, MAX_WEIGHT = 80.0, 6.0
# Lines shorter than this many em count for more.
SHORT_LINE = 3.0
# What is rare on pages is looked for on purpose in this share of the crops.
SOUGHT_SHARE = 0.5
# Large type is rare on pages, and small type in the other direction: this share of the crops is shown at another size.
ZOOMED_SHARE, MIN_ZOOM, MAX_ZOOM = 0.2, 0.8, 3.5
SOUGHT = {"text-area", "select", "checkbox", "radio", "switch", "slider", "tab", "badge", "avatar", "progress", "dialog", "text-field", "button", "image", "icon", "chart", "table"}


def page_names(folder: Path) -> list[Path]:
    """Complete pages, without suffix."""
    return [path.with_suffix("") for path in sorted(folder.glob("*.json"))]


def load_page(name: Path) -> tuple[np.ndarray, dict]:
    """RGB uint8 [H, W, 3] and the page's truth."""
    image = np.asarray(Image.open(name.with_suffix(".png")).convert("RGB"))
    return image, json.loads(name.with_suffix(".json").read_text())


class Canvas:
    """
    Target maps [K, H/4, W/4] in 0..1 and weights alike, for a crop at (left, top) of a page, in CSS pixels, that is
    shown `zoom` times as large in `width` by `height` pixels.
    """

    def __init__(self, left: float, top: float, width: int, height: int, zoom: float = 1.0):
        self.left, self.top, self.zoom = left, top, zoom
        shape = (len(CHANNELS), height // STRIDE, width // STRIDE)
        self.target = np.zeros(shape, np.float32)
        self.weight = np.ones(shape, np.float32)

    def fill(self, channel: str, x0: float, y0: float, x1: float, y1: float, weight: float = 1.0) -> None:
        """Each cell gets the share of it that the box covers."""
        index = CHANNELS.index(channel)
        rows, ys = self._rows(y0, y1)
        columns, xs = self._columns(x0, x1)
        if rows is None or columns is None:
            return
        cover = np.outer(ys, xs)
        part = self.target[index, rows, columns]
        np.maximum(part, cover, out=part)
        if weight != 1.0:
            part = self.weight[index, rows, columns]
            np.maximum(part, weight, out=part)

    def ignore(self, x0: float, y0: float, x1: float, y1: float) -> None:
        rows, _ = self._rows(y0, y1)
        columns, _ = self._columns(x0, x1)
        if rows is not None and columns is not None:
            self.weight[:, rows, columns] = 0

    def _rows(self, y0: float, y1: float) -> tuple[slice | None, np.ndarray]:
        return _coverage((y0 - self.top) * self.zoom, (y1 - self.top) * self.zoom, self.target.shape[1])

    def _columns(self, x0: float, x1: float) -> tuple[slice | None, np.ndarray]:
        return _coverage((x0 - self.left) * self.zoom, (x1 - self.left) * self.zoom, self.target.shape[2])

    def draw(self, truth: dict) -> None:
        for line in truth["lines"]:
            box, em, baseline = line["box"], line["size"], line["baseline"]
            x0, x1 = box["x"], box["x"] + box["width"]
            inset = core_inset(box["width"], em)
            # A digit has a handful of cells, a line of prose hundreds: neither may be missed.
            weight = float(np.clip(SHORT_LINE * em / box["width"], 1, MAX_WEIGHT))
            self.fill("core", x0 + inset, baseline - CORE_ABOVE * em, x1 - inset, baseline - CORE_BELOW * em, weight)
            self.fill("text", x0, baseline - TEXT_ABOVE * em, x1, baseline + TEXT_BELOW * em, weight)
        for element in truth["elements"]:
            box = element["box"]
            corners = (box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])
            cells = box["width"] * box["height"] / STRIDE**2
            weight = float(np.clip(FULL_CELLS / max(cells, 1), 1, MAX_WEIGHT))
            self.fill(element["class"], *corners, weight)
            for state in STATES:
                if element["state"].get(state):
                    self.fill(state, *corners, weight)
            if element["class"] in {"button", "tab", "text-field", "select", "image", "card"}:
                self._frame(*corners)
        for box in truth["ignore"]:
            self.ignore(box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])

    def _frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """The band along an element's border, which parts neighbours that touch."""
        band = STRIDE / self.zoom
        for side in ((x0, y0, x1, y0 + band), (x0, y1 - band, x1, y1), (x0, y0, x0 + band, y1), (x1 - band, y0, x1, y1)):
            self.fill("edge", *side)


def _coverage(low: float, high: float, cells: int) -> tuple[slice | None, np.ndarray]:
    low, high = low / STRIDE, high / STRIDE
    first, last = max(0, int(np.floor(low))), min(cells, int(np.ceil(high)))
    if first >= last:
        return None, np.empty(0)
    at = np.arange(first, last)
    return slice(first, last), np.clip(np.minimum(at + 1, high) - np.maximum(at, low), 0, 1).astype(np.float32)


def draw_crop(image: np.ndarray, truth: dict, size: int, rng: random.Random) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A random crop as float32 [3, size, size] in 0..1, its maps and their weights."""
    zoom = rng.uniform(MIN_ZOOM, rng.uniform(1, MAX_ZOOM)) if rng.random() < ZOOMED_SHARE else 1.0
    side = round(size / zoom)
    x, y = _place(image.shape, truth, side, rng)
    pixels = image[y : y + side, x : x + side]
    pixels = np.pad(pixels, ((0, side - pixels.shape[0]), (0, side - pixels.shape[1]), (0, 0)), mode="edge")
    if side != size:
        pixels = np.asarray(Image.fromarray(pixels).resize((size, size), Image.Resampling.LANCZOS))
    canvas = Canvas(x, y, size, size, size / side)
    canvas.draw(truth)
    return _augment(pixels, rng).transpose(2, 0, 1), canvas.target, canvas.weight


def _place(shape: tuple[int, ...], truth: dict, side: int, rng: random.Random) -> tuple[int, int]:
    height, width = shape[:2]
    sought = [element for element in truth["elements"] if element["class"] in SOUGHT]
    if sought and rng.random() < SOUGHT_SHARE:
        # By class first: a page has thirty icons and one select.
        kind = rng.choice(sorted({element["class"] for element in sought}))
        box = rng.choice([element["box"] for element in sought if element["class"] == kind])
        x = box["x"] + box["width"] * rng.random() - side * rng.uniform(0.1, 0.9)
        y = box["y"] + box["height"] * rng.random() - side * rng.uniform(0.1, 0.9)
    else:
        x, y = rng.uniform(-0.05, 1) * max(0, width - side * 0.95), rng.uniform(-0.05, 1) * max(0, height - side * 0.95)
    return int(min(max(x, 0), max(0, width - side))), int(min(max(y, 0), max(0, height - side)))


def _augment(pixels: np.ndarray, rng: random.Random) -> np.ndarray:
    """What happens to screenshots: JPEG, swapped colours, other contrast."""
    if rng.random() < 0.15:
        data = io.BytesIO()
        Image.fromarray(pixels).save(data, "JPEG", quality=rng.randint(45, 95))
        pixels = np.asarray(Image.open(data))
    image = pixels.astype(np.float32) / 255
    if rng.random() < 0.25:
        image = image[:, :, rng.sample(range(3), 3)]
    if rng.random() < 0.06:
        image = 1 - image
    if rng.random() < 0.2:
        image = np.clip((image - 0.5) * rng.uniform(0.7, 1.1) + 0.5 + rng.uniform(-0.08, 0.08), 0, 1)
    return np.ascontiguousarray(image)
