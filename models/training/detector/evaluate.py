"""
How good an exported detector is on the pages kept apart: `python detector/evaluate.py`.
Lines and elements count as found where a component of their map overlaps a true box with IoU of at least .5.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnxruntime

from channels import CHANNELS, CLASSES, CORE_ABOVE, CORE_BELOW, MULTIPLE, STRIDE, TEXT_ABOVE, TEXT_BELOW, width_of_core
from components import boxes_of
from data import load_page, page_names

ROOT = Path(__file__).parents[1]
MIN_IOU = 0.5
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)
# Components of fewer cells are noise; a check box has nine.
MIN_CELLS = {"core": 2}
MIN_CELLS_OF_ELEMENTS = 4


def detect(session: onnxruntime.InferenceSession, image: np.ndarray) -> np.ndarray:
    """Probabilities float32 [K, rows, columns] of an RGB uint8 [H, W, 3] image at CSS scale."""
    height, width = image.shape[:2]
    padded = np.pad(image, ((0, -height % MULTIPLE), (0, -width % MULTIPLE), (0, 0)), mode="edge")
    (maps,) = session.run(None, {"image": padded.transpose(2, 0, 1)[None].astype(np.float32) / 255})
    return (1 / (1 + np.exp(-maps[0])))[:, : -(-height // STRIDE), : -(-width // STRIDE)]


def line_boxes(maps: np.ndarray, threshold: float) -> np.ndarray:
    """Text lines [N, 4] as x0, y0, x1, y1 in CSS pixels: kernels grown back to ascent, descent and full width."""
    core = maps[CHANNELS.index("core")]
    boxes = boxes_of(core, threshold, MIN_CELLS["core"])
    em = (boxes[:, 3] - boxes[:, 1]) / (CORE_ABOVE - CORE_BELOW)
    baseline = boxes[:, 3] + CORE_BELOW * em
    widths = boxes[:, 2] - boxes[:, 0]
    grown = [(width_of_core(width, size) - width) / 2 for width, size in zip(widths, em)]
    return np.stack([boxes[:, 0] - grown, baseline - TEXT_ABOVE * em, boxes[:, 2] + grown, baseline + TEXT_BELOW * em], 1)


def element_boxes(maps: np.ndarray, name: str, threshold: float) -> np.ndarray:
    probability = maps[CHANNELS.index(name)]
    return boxes_of(probability, threshold, MIN_CELLS_OF_ELEMENTS)


def true_lines(truth: dict) -> np.ndarray:
    return np.array(
        [[l["box"]["x"], l["baseline"] - TEXT_ABOVE * l["size"], l["box"]["x"] + l["box"]["width"], l["baseline"] + TEXT_BELOW * l["size"]] for l in truth["lines"]]
    ).reshape(-1, 4)


def true_elements(truth: dict, name: str) -> np.ndarray:
    boxes = [e["box"] for e in truth["elements"] if e["class"] == name]
    return np.array([[b["x"], b["y"], b["x"] + b["width"], b["y"] + b["height"]] for b in boxes]).reshape(-1, 4)


def matches(found: np.ndarray, true: np.ndarray) -> int:
    """Pairs of one found and one true box each, taken greedily from the best IoU down to MIN_IOU."""
    if not len(found) or not len(true):
        return 0
    low = np.maximum(found[:, None, :2], true[None, :, :2])
    high = np.minimum(found[:, None, 2:], true[None, :, 2:])
    both = np.prod(np.clip(high - low, 0, None), 2)
    area = lambda boxes: np.prod(boxes[:, 2:] - boxes[:, :2], 1)  # noqa: E731
    iou = both / (area(found)[:, None] + area(true)[None] - both)
    count = 0
    for i, j in sorted(np.argwhere(iou >= MIN_IOU).tolist(), key=lambda ij: -iou[ij[0], ij[1]]):
        if iou[i, j] > 0:
            count += 1
            iou[i, :] = iou[:, j] = -1
    return count


# Containers lie under everything, and links are text: they take no part when a measured rectangle is named.
NAMED = [name for name in CLASSES if name not in {"card", "dialog", "table", "navigation", "link"}]


def named_class(maps: np.ndarray, box: np.ndarray) -> str:
    """The class whose map is highest on average over a box, which is how a measured rectangle is named downstream."""
    x0, y0, x1, y1 = np.round(box / STRIDE).astype(int)
    inside = maps[:, max(0, y0) : max(y0 + 1, y1), max(0, x0) : max(x0 + 1, x1)].mean((1, 2))
    return max(NAMED, key=lambda name: inside[CHANNELS.index(name)])


def evaluate(model: Path, pages: Path, limit: int | None = None) -> dict:
    """
    Counts [matched, found, true] by name (`line` and the classes) and threshold; with the threshold None, [0, right,
    true] of the true boxes that are named right.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    counts = defaultdict(lambda: np.zeros(3))
    for name in page_names(pages)[:limit]:
        image, truth = load_page(name)
        maps = detect(session, image)
        for c in NAMED:
            names = [named_class(maps, box) for box in true_elements(truth, c)]
            counts[c, None] += [0, names.count(c), len(names)]
        for threshold in THRESHOLDS:
            pairs = {"line": (line_boxes(maps, threshold), true_lines(truth))}
            pairs |= {c: (element_boxes(maps, c, threshold), true_elements(truth, c)) for c in CLASSES}
            for key, (found, true) in pairs.items():
                counts[key, threshold] += [matches(found, true), len(found), len(true)]
    return counts


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, default=ROOT.parent / "detector/detector.onnx")
    parser.add_argument("--pages", type=Path, default=ROOT / "data/evaluation")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--thresholds", type=Path, help="where to write the best threshold of each channel")
    options = parser.parse_args()
    counts = evaluate(options.model, options.pages, options.limit)
    best = {}
    for name in ["line", *CLASSES]:
        scores = {t: 2 * c[0] / max(1, c[1] + c[2]) for t in THRESHOLDS for c in [counts[name, t]]}
        threshold = max(scores, key=lambda t: (scores[t], -abs(t - 0.5)))
        best["core" if name == "line" else name] = threshold
        matched, found, true = counts[name, threshold]
        right, all_boxes = counts[name, None][1:]
        named = f", named right {right / all_boxes:.3f}" if all_boxes else ""
        print(f"{name:12s} at {threshold:.1f}: precision {matched / max(1, found):.3f} recall {matched / max(1, true):.3f} F1 {scores[threshold]:.3f} of {int(true)}{named}")
    if options.thresholds:
        options.thresholds.write_text(json.dumps(best))


if __name__ == "__main__":
    main()
