#!/bin/sh
# From the newest checkpoint to what ships: models/reader/reader.onnx, config.json and figures.txt.
#   PYTHON=.venv/bin/python reader/export.sh        (in models/training)
set -e
cd "$(dirname "$0")/.."
PYTHON="${PYTHON:-.venv/bin/python}"
"$PYTHON" reader/export.py --run runs/reader --out ../reader
"$PYTHON" reader/evaluate.py > ../reader/figures.txt
cat ../reader/figures.txt
