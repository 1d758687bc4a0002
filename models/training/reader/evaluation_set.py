"""Makes the fixed evaluation set, models/training/eval/reader.png and reader.json, from packed lines of held-out families.

    python reader/evaluation_set.py

The picture has rows of 24 pixels, 8-bit grey, ink maps side by side; the JSON says where each line is and what it reads:
{"text", "x", "y", "width", "size", "family", "bold", "italic", "serif", "mono"}; style is null where the line has several.
"""

import json
from pathlib import Path

import numpy as np
from PIL import Image

from inkmap import HEIGHT
from lines import Lines
from pack import CHARSET
from train import DATA

OUT = Path(__file__).parents[1] / "eval"
LINES = 1200
SHEET_WIDTH = 2048


def main() -> None:
    lines = Lines(DATA / "held-out-packed")
    chosen = np.random.default_rng(1).permutation(len(lines.index))[:LINES]
    chosen = chosen[np.argsort(-lines.index[chosen, 2])]
    rows: list[np.ndarray] = []
    room: list[int] = []
    entries = []
    for i in chosen:
        shard_number, line, width = (int(v) for v in lines.index[i])
        shard = lines.shards[shard_number]
        row = next((r for r, left in enumerate(room) if left >= width), None)
        if row is None:
            row = len(rows)
            rows.append(np.zeros((HEIGHT, SHEET_WIDTH), np.uint8))
            room.append(SHEET_WIDTH)
        x = SHEET_WIDTH - room[row]
        rows[row][:, x : x + width] = shard["ink"][:, shard["at"][line] : shard["at"][line] + width]
        room[row] -= width
        labels = shard["labels"][shard["label_at"][line] : shard["label_at"][line + 1]]
        runs = shard["runs"][shard["run_at"][line] : shard["run_at"][line + 1]]
        single = len(runs) == 1
        entries.append({
            "text": "".join(CHARSET[c - 1] for c in labels), "x": x, "y": row * HEIGHT, "width": width,
            "size": round(float(shard["size"][line]), 1), "family": str(shard["family"][line]),
            "bold": bool(runs[0, 2]) if single else None, "italic": bool(runs[0, 3]) if single else None,
            "serif": None if shard["serif"][line] < 0 else bool(shard["serif"][line]), "mono": bool(shard["mono"][line]),
        })  # fmt: skip
    OUT.mkdir(exist_ok=True)
    Image.fromarray(np.concatenate(rows)).save(OUT / "reader.png", optimize=True)
    (OUT / "reader.json").write_text("[\n" + ",\n".join(json.dumps(e, ensure_ascii=False) for e in entries) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
