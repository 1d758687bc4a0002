"""Figures of the model that ships, on the fixed evaluation set (held-out families and texts).

    python reader/evaluate.py [--model ../reader] [--errors 40]

Character error rate, words and lines read right; by font, size and script; styles; and how honest the confidences are.
"""

import argparse
import json
import time
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image

from calibrate import right_characters
from inkmap import HEIGHT, padded
from measure import decode, distance

HERE = Path(__file__).parent
BATCH_COLUMNS = 8000


@dataclass
class Read:
    entry: dict
    text: str
    confidences: list[float]
    style: np.ndarray  # [4], means over the line's characters

    @property
    def truth(self) -> str:
        return self.entry["text"]


def read_set(model: Path, folder: Path) -> tuple[list[Read], float]:
    """Reads the evaluation set; also the seconds that inference took."""
    config = json.loads((model / "config.json").read_text(encoding="utf-8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model / "reader.onnx"), options, providers=["CPUExecutionProvider"])
    picture = np.asarray(Image.open(folder / "reader.png"))
    entries = sorted(json.loads((folder / "reader.json").read_text(encoding="utf-8")), key=lambda e: e["width"])
    reads, seconds, start = [], 0.0, 0
    while start < len(entries):
        end = start + 1
        while end < len(entries) and (end + 1 - start) * padded(entries[end]["width"]) <= BATCH_COLUMNS:
            end += 1
        group = entries[start:end]
        start = end
        ink = np.zeros((len(group), 1, HEIGHT, padded(group[-1]["width"])), np.float32)
        for row, e in enumerate(group):
            ink[row, 0, :, : e["width"]] = picture[e["y"] : e["y"] + HEIGHT, e["x"] : e["x"] + e["width"]] / 255
        began = time.process_time()
        logits, style = session.run(None, {"ink": ink})
        seconds += time.process_time() - began
        for e, z, s in zip(group, logits, style):
            text, p, steps = decode(z, config["temperature"])
            reads.append(Read(e, text, p, (1 / (1 + np.exp(-s[steps]))).mean(0) if steps else np.zeros(4)))
    return reads, seconds


def figures(reads: list[Read]) -> str:
    characters, words = sum(len(r.truth) for r in reads), sum(len(r.truth.split()) for r in reads)
    errors = sum(distance(r.truth, r.text) for r in reads)
    found = sum(sum((Counter(r.truth.split()) & Counter(r.text.split())).values()) for r in reads)
    read = sum(len(r.text.split()) for r in reads)
    lines = sum(r.truth == r.text for r in reads) / len(reads)
    return f"CER {errors / characters:.4f}  word F1 {2 * found / max(1, words + read):.4f}  lines {lines:.4f}  (n {len(reads)})"


def script(text: str) -> str:
    if any("\u0370" <= c < "\u0400" for c in text):
        return "Greek"
    if any("\u0400" <= c < "\u0500" for c in text):
        return "Cyrillic"
    return "ASCII" if text.isascii() else "Latin and signs"


def table(title: str, reads: list[Read], key) -> None:
    print(f"\n{title}")
    groups: dict[str, list[Read]] = {}
    for r in reads:
        groups.setdefault(key(r), []).append(r)
    for name in sorted(groups):
        print(f"  {name:20} {figures(groups[name])}")


def calibration_error(reads: list[Read]) -> float:
    """Expected calibration error over characters, ten bins."""
    p = np.array([c for r in reads for c in r.confidences])
    right = np.concatenate([right_characters(r.truth, r.text) for r in reads])
    bins = np.minimum((p * 10).astype(int), 9)
    return float(sum(abs(p[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in range(10) if (bins == b).any()))


def confusions(reads: list[Read]) -> Counter:
    pairs: Counter = Counter()
    for r in reads:
        for op, a, b, c, d in SequenceMatcher(None, r.truth, r.text, autojunk=False).get_opcodes():
            if op != "equal":
                pairs[(r.truth[a:b], r.text[c:d])] += 1
    return pairs


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, default=HERE / "../../reader")
    parser.add_argument("--set", type=Path, default=HERE / "../eval")
    parser.add_argument("--errors", type=int, default=0, help="how many confusions and wrong lines to show")
    args = parser.parse_args()
    everything, seconds = read_set(args.model, args.set)
    reads = [r for r in everything if r.truth]
    junk = [r for r in everything if not r.truth]
    columns = sum(r.entry["width"] for r in everything)
    print(f"all                    {figures(reads)}")
    print(f"silent on {sum(not r.text for r in junk)} of {len(junk)} drawings; {columns / seconds / 1e3:.0f}k columns a second on one core")
    table("by script", reads, lambda r: script(r.truth))
    table("by font size (px)", reads, lambda r: next(n for top, n in ((11.5, " 8-11"), (15.5, "12-15"), (20.5, "16-20"), (999, "21-")) if r.entry["size"] <= top))
    table("by family", reads, lambda r: r.entry["family"])
    table("by length", reads, lambda r: next(n for top, n in ((1, "1"), (4, "2-4"), (15, "5-15"), (999, "16-")) if len(r.truth) <= top))
    print("\nstyle (share right)")
    for k, name in enumerate(("bold", "italic", "serif", "mono")):
        known = [r for r in reads if r.entry[name] is not None and r.text]
        print(f"  {name:20} {np.mean([(r.style[k] > 0.5) == r.entry[name] for r in known]):.4f}")
    print(f"\ncalibration error (characters) {calibration_error(reads):.4f}")
    if args.errors:
        print("\nconfusions", ", ".join(f"{a!r}>{b!r} {n}" for (a, b), n in confusions(reads).most_common(args.errors)))
        for r in [r for r in reads if r.truth != r.text][:: max(1, len(reads) // 10 // args.errors)][: args.errors]:
            print(f"  {r.entry['family']} {r.entry['size']}: {r.truth!r} read as {r.text!r} ({min(r.confidences, default=0):.2f})")


if __name__ == "__main__":
    main()
