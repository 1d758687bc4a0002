"""The maps that the detector gives, in order. Classes are those of ELEMENT_CLASSES in extension/vision/scene.ts."""

import re
from pathlib import Path

SCENE = Path(__file__).parents[3] / "extension" / "vision" / "scene.ts"


def element_classes() -> list[str]:
    """Read from the contract itself, so that the two can't drift apart."""
    listing = re.search(r"ELEMENT_CLASSES = \[(.*?)\]", SCENE.read_text(), re.S)
    if not listing:
        raise ValueError(f"no ELEMENT_CLASSES in {SCENE}")
    return re.findall(r"'([\w-]+)'", listing[1])


CLASSES = element_classes()
STATES = ["checked", "disabled", "selected"]
CHANNELS = ["core", "text", *CLASSES, "edge", *STATES]
STRIDE = 4
# The input's sides must be multiples of the coarsest stride.
MULTIPLE = 32

# A line's kernel, in em of its font size above the baseline: about the x-height, so that lines one apart stay apart
# at stride 4 however small they are. The text map takes in ascenders and descenders.
CORE_ABOVE, CORE_BELOW, CORE_INSET = 0.57, 0.05, 0.25
TEXT_ABOVE, TEXT_BELOW = 0.9, 0.22


def core_inset(width: float, em: float) -> float:
    """How far a kernel keeps from either end of a line: nothing for a single character, up to CORE_INSET em."""
    return min(CORE_INSET * em, max(0.0, (width - em) / 4))


def width_of_core(core: float, em: float) -> float:
    """The line's width that a kernel of the given width stands for: the inverse of `core_inset`."""
    return core if core < em else min(2 * core - em, core + 2 * CORE_INSET * em)
