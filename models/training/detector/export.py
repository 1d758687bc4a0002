"""Writes what ships: `python detector/export.py` makes models/detector/detector.onnx and config.json of the checkpoint."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from channels import CHANNELS, CORE_ABOVE, CORE_BELOW, CORE_INSET, MULTIPLE, STRIDE, TEXT_ABOVE, TEXT_BELOW
from model import Detector

ROOT = Path(__file__).parents[1]
OPSET = 17
# Half precision is kept only in the file; the runtime widens the weights once, when it loads them.
STORED = np.float16
# fp16 weights move a probability by no more than this.
MAX_ROUNDING = 0.02


def load_model(checkpoint: Path) -> Detector:
    """The averaged weights, with each batch normalisation folded into its convolution."""
    saved = torch.load(checkpoint, map_location="cpu")
    model = Detector()
    model.load_state_dict({name.removeprefix("module."): value for name, value in saved["average"].items() if name.startswith("module.")})
    model.eval()
    for module in list(model.modules()):
        if isinstance(module, nn.Sequential) and len(module) == 3 and isinstance(module[1], nn.BatchNorm2d):
            module[0] = nn.utils.fuse_conv_bn_eval(module[0], module[1])
            module[1] = nn.Identity()
    return model


def export(model: Detector, path: Path) -> None:
    torch.onnx.export(
        model, (torch.zeros(1, 3, 256, 320),), input_names=["image"], output_names=["maps"], opset_version=OPSET, dynamo=False,
        f=str(path), dynamic_axes={"image": {2: "height", 3: "width"}, "maps": {2: "rows", 3: "columns"}},
    )  # fmt: skip
    graph = onnx.load(path)
    halve_weights(graph)
    onnx.checker.check_model(graph)
    onnx.save(graph, path)


def halve_weights(model: onnx.ModelProto) -> None:
    casts, kept = [], []
    for weight in model.graph.initializer:
        values = numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.size < 64:
            kept.append(weight)
            continue
        stored = numpy_helper.from_array(values.astype(STORED), f"{weight.name}.half")
        casts.append(helper.make_node("Cast", [stored.name], [weight.name], to=TensorProto.FLOAT))
        kept.append(stored)
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)


def check(model: Detector, path: Path) -> None:
    image = torch.rand(1, 3, 96, 160)
    expected = torch.sigmoid(model(image)).detach().numpy()
    (maps,) = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]).run(None, {"image": image.numpy()})
    difference = float(np.abs(1 / (1 + np.exp(-maps)) - expected).max())
    if difference > MAX_ROUNDING:
        raise ValueError(f"the exported network differs by {difference:.4f}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", type=Path, default=ROOT / "runs/detector")
    parser.add_argument("--out", type=Path, default=ROOT.parent / "detector")
    parser.add_argument("--thresholds", type=Path, help="JSON of thresholds per channel, as evaluate.py finds them")
    parser.add_argument("--version", default="1")
    options = parser.parse_args()
    checkpoint = options.run / "checkpoint.pt"
    model = load_model(checkpoint)
    options.out.mkdir(parents=True, exist_ok=True)
    export(model, options.out / "detector.onnx")
    check(model, options.out / "detector.onnx")
    thresholds = json.loads(options.thresholds.read_text()) if options.thresholds else {}
    content = (options.out / "detector.onnx").read_bytes()
    config = {
        "file": "detector.onnx",
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "version": options.version,
        "steps": torch.load(checkpoint, map_location="cpu")["step"],
        "stride": STRIDE,
        "multiple": MULTIPLE,
        "channels": CHANNELS,
        "thresholds": {name: thresholds.get(name, 0.5) for name in CHANNELS},
        # In em of the line's font size: above and below the baseline, and inwards from either end.
        "core": {"above": CORE_ABOVE, "below": CORE_BELOW, "inset": CORE_INSET},
        "text": {"above": TEXT_ABOVE, "below": TEXT_BELOW},
    }
    (options.out / "config.json").write_text(json.dumps(config, indent=2) + "\n")


if __name__ == "__main__":
    main()
