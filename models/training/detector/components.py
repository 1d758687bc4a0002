"""Connected components of a probability map, with edges finer than its cells."""

import numpy as np
from scipy import ndimage

from channels import STRIDE


def boxes_of(probability: np.ndarray, threshold: float, min_cells: int) -> np.ndarray:
    """
    Boxes [N, 4] as x0, y0, x1, y1 in CSS pixels of the 4-connected components of cells above the threshold. Maps are
    trained on the covered share of a cell, so a component's edge lies within its border cells by their mean value.
    """
    labels, count = ndimage.label(probability > threshold)
    boxes = []
    for index, (rows, columns) in enumerate(ndimage.find_objects(labels, count), 1):
        inside = labels[rows, columns] == index
        if inside.sum() < min_cells:
            continue
        top, left = rows.start - 1, columns.start - 1
        around = probability[max(0, top) : rows.stop + 1, max(0, left) : columns.stop + 1]
        y0, y1 = _edges(_profile(around, 1), max(0, top))
        x0, x1 = _edges(_profile(around, 0), max(0, left))
        boxes.append([x0 * STRIDE, y0 * STRIDE, x1 * STRIDE, y1 * STRIDE])
    return np.array(boxes, np.float32).reshape(-1, 4)


def _profile(values: np.ndarray, axis: int) -> np.ndarray:
    """What most of a row (axis 1) or column (axis 0) is covered by: the mean over its better half."""
    ordered = np.sort(values, axis)
    half = ordered.shape[axis] // 2
    return np.take(ordered, range(half, ordered.shape[axis]), axis).mean(axis)


def _edges(profile: np.ndarray, offset: int) -> tuple[float, float]:
    """From the profile of covered shares: the peak's plateau counts as full, the cells at either end as their share."""
    full = max(float(profile.max()), 1e-6)
    share = np.clip(profile / full, 0, 1)
    inner = np.flatnonzero(share > 0.5)
    first, last = int(inner[0]), int(inner[-1])
    before = share[first - 1] if first > 0 else 0.0
    after = share[last + 1] if last + 1 < len(share) else 0.0
    low = first + (1 - share[first]) - (before if share[first] > 0.9 else 0)
    high = last + share[last] + (after if share[last] > 0.9 else 0)
    return offset + low, offset + max(high, low + 0.5)
