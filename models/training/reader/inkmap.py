"""The ink map: what the reader sees of a line of text. extension/vision makes the same from a screenshot.

b is the line's background colour; d = max over RGB of |p - b|; s = max(24, 98th percentile of d inside the ink box);
ink = min(1, d / s). The crop is resampled so that the ink is 18 px high (enlarged 2.5 times at most) and centred in
24 rows, with 4 empty columns on either side.
"""

import numpy as np
from PIL import Image

HEIGHT = 24
INK_HEIGHT = 18
PAD_X = 4
LARGEST_ENLARGEMENT = 2.5
"""A line of dots alone would otherwise be blown up to the size of letters."""
LEAST_CONTRAST = 24
STEP = 8
"""Widths are padded to a multiple of this."""


def distance(pixels: np.ndarray, background: np.ndarray) -> np.ndarray:
    """[h, w, 3] uint8 and [3] to [h, w] float32: how far each pixel is from the background, 0 to 255."""
    return np.abs(pixels.astype(np.float32) - background.astype(np.float32)).max(axis=2)


def ink_map(d: np.ndarray) -> np.ndarray:
    """[h, w] distances inside the ink box to [24, width] float32 in [0, 1]; the width isn't padded to a multiple of 8 yet."""
    s = max(LEAST_CONTRAST, float(np.percentile(d, 98)))
    ink = np.minimum(1, d / s).astype(np.float32)
    h, w = ink.shape
    scale = min(INK_HEIGHT / h, LARGEST_ENLARGEMENT)
    width, height = max(1, round(w * scale)), max(1, min(INK_HEIGHT, round(h * scale)))
    small = np.asarray(Image.fromarray(ink).resize((width, height), Image.Resampling.BILINEAR))
    out = np.zeros((HEIGHT, width + 2 * PAD_X), np.float32)
    top = (HEIGHT - height) // 2
    out[top : top + height, PAD_X : PAD_X + width] = small
    return out


def padded(width: int) -> int:
    """The width rounded up to a whole number of steps."""
    return -(-width // STEP) * STEP
