"""Writes models/reader/reader.onnx and config.json from a checkpoint: batch norm folded into the convolutions, weights inside.

    python reader/export.py --run runs/reader --out ../reader

The graph is written node by node (opset 17), so nothing depends on a tracer; it is checked against PyTorch before it is kept.
Temperature and threshold are fitted on the held-out families (evaluate.py).
"""

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

from calibrate import calibration
from inkmap import HEIGHT, INK_HEIGHT, LARGEST_ENLARGEMENT, LEAST_CONTRAST, PAD_X, STEP
from lines import Lines
from model import STYLES, Reader
from pack import CHARSET
from train import DATA

OPSET = 17
LARGEST_DIFFERENCE = 2e-3
"""Between the two runtimes' logits, for rounding."""


class Graph:
    """Nodes and weights in order, as they are added."""

    def __init__(self) -> None:
        self.nodes, self.weights, self.count = [], [], 0

    def weight(self, value: np.ndarray) -> str:
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, *inputs: str, out: str | None = None, **attributes: object) -> str:
        self.count += 1
        name = out or f"x{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def conv(self, x: str, conv: nn.Conv2d, norm: nn.BatchNorm2d | None = None) -> str:
        weight = conv.weight.detach().double().contiguous()
        bias = conv.bias.detach().double() if conv.bias is not None else torch.zeros(conv.out_channels, dtype=torch.double)
        if norm is not None:
            gain = norm.weight.detach().double() / (norm.running_var.double() + norm.eps).sqrt()
            weight, bias = weight * gain[:, None, None, None], (bias - norm.running_mean.double()) * gain + norm.bias.detach().double()
        top, left = conv.padding
        return self.node(
            "Conv", x, self.weight(weight.float().numpy()), self.weight(bias.float().numpy()),
            kernel_shape=list(conv.kernel_size), strides=list(conv.stride), pads=[top, left, top, left], group=conv.groups,
        )  # fmt: skip


def to_onnx(model: Reader) -> onnx.ModelProto:
    g = Graph()
    x = "ink"
    for conv, norm, _ in model.stem:
        x = g.node("Relu", g.conv(x, conv, norm))
    for block in model.blocks:
        y = g.conv(x, block.depthwise, block.norm1)
        y = g.node("Relu", g.conv(y, block.up, block.norm2))
        x = g.node("Relu", g.node("Add", x, g.conv(y, block.down, block.norm3)))
    x = g.node("Relu", g.conv(x, model.steps))
    step = model.steps.out_channels // 2
    x = g.node("Reshape", x, g.weight(np.array([0, 2, step, -1], np.int64)))
    x = g.node("Transpose", x, perm=[0, 3, 1, 2])
    x = g.node("Reshape", x, g.weight(np.array([0, -1, step], np.int64)))
    for name, layer in (("logits", model.head), ("style", model.style)):
        y = g.node("MatMul", x, g.weight(layer.weight.detach().numpy().T))
        g.node("Add", y, g.weight(layer.bias.detach().numpy()), out=name)
    value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)  # noqa: E731
    outputs = [value("logits", ["N", "T", len(CHARSET) + 1]), value("style", ["N", "T", len(STYLES)])]
    graph = helper.make_graph(g.nodes, "reader", [value("ink", ["N", 1, HEIGHT, "W"])], outputs, g.weights)
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(proto)
    return proto


def check(proto: onnx.ModelProto, model: Reader) -> None:
    session = onnxruntime.InferenceSession(proto.SerializeToString(), providers=["CPUExecutionProvider"])
    for n, width in ((1, 8), (3, 168)):
        x = torch.rand(n, 1, HEIGHT, width)
        with torch.no_grad():
            expected = model(x)
        for a, b in zip(session.run(None, {"ink": x.numpy()}), expected):
            worst = float(np.abs(a - b.numpy()).max())
            if worst > LARGEST_DIFFERENCE:
                raise SystemExit(f"the exported graph is off by {worst}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    state = torch.load(args.run / "last.pt", weights_only=True)
    model = Reader(len(CHARSET) + 1)
    model.load_state_dict(state["ema"])
    model.eval()
    proto = to_onnx(model)
    check(proto, model)
    temperature, threshold = calibration(model, Lines(DATA / "held-out-packed", limit=2))
    args.out.mkdir(parents=True, exist_ok=True)
    onnx.save(proto, args.out / "reader.onnx")
    content = (args.out / "reader.onnx").read_bytes()
    config = {
        "file": "reader.onnx",
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "version": f"reader-{state['step']}",
        "height": HEIGHT,
        "inkHeight": INK_HEIGHT,
        "padX": PAD_X,
        "padY": (HEIGHT - INK_HEIGHT) // 2,
        "largestEnlargement": LARGEST_ENLARGEMENT,
        "leastContrast": LEAST_CONTRAST,
        "contrastPercentile": 98,
        "widthMultiple": STEP,
        "stride": 2,
        "blank": 0,
        "charset": CHARSET,
        "styles": STYLES,
        "temperature": round(temperature, 3),
        "threshold": round(threshold, 3),
    }
    (args.out / "config.json").write_text(json.dumps(config, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"step {state['step']}: {(args.out / 'reader.onnx').stat().st_size / 1e6:.1f} MB, temperature {temperature:.2f}, threshold {threshold:.2f}")


if __name__ == "__main__":
    main()
