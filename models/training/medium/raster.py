"""Charts (Matplotlib) and photographs (cuts of scikit-image's) of known kind, into data/medium: `python medium/raster.py`.

The same seed makes the same pictures. Photographs of scikit-image that are left out here are there to measure with.
"""

import random
from pathlib import Path

import matplotlib
import numpy as np
import skimage
from PIL import Image, ImageFilter

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

OUT = Path(__file__).parent.parent / "data/medium"
CHARTS = 60
CUTS = 6
PHOTOGRAPHS = "astronaut brick camera cell chelsea coins grass motorcycle_left moon ihc".split()
STYLES = ["default", "ggplot", "fivethirtyeight", "bmh", "Solarize_Light2", "fast"]
SIZES = [(6.4, 4.8), (8, 4), (10, 6), (5, 5), (12, 5), (3, 2)]
NAMES = "Alpha Beta Gamma Delta North South East West Jan Feb Mar Apr May Jun Sales Cost Users Visits Profit".split()
TITLES = ["Monthly revenue", "Results by region", "Response time (ms)", "Distribution of ages"]


def line(axes, rng):
    for j in range(rng.integers(1, 5)):
        axes.plot(np.cumsum(rng.normal(size=60)), label=NAMES[j])
    axes.legend()


def stack(axes, rng):
    names, base = random.sample(NAMES, 6), np.zeros(6)
    for j in range(3):
        values = rng.random(6)
        axes.bar(names, values, bottom=base, label=NAMES[j])
        base += values
    axes.legend()


KINDS = [
    line,
    stack,
    lambda axes, rng: axes.bar(random.sample(NAMES, 7), rng.random(7) * 100),
    lambda axes, rng: axes.pie(rng.random(5) + 0.1, labels=NAMES[:5], autopct="%1.0f%%"),
    lambda axes, rng: axes.pie(rng.random(4) + 0.2, labels=NAMES[4:8], wedgeprops={"width": rng.uniform(0.2, 0.5)}),
    lambda axes, rng: axes.scatter(*rng.normal(size=(2, 200)), c=rng.random(200), s=rng.random(200) * 60),
    lambda axes, rng: axes.hist(rng.normal(size=1000), bins=30),
    lambda axes, rng: axes.boxplot([rng.normal(i, 1, 50) for i in range(5)]),
    lambda axes, rng: axes.figure.colorbar(axes.imshow(rng.random((8, 10)))),
    lambda axes, rng: axes.stackplot(np.arange(20), rng.random((3, 20))),
    lambda axes, rng: axes.stem(np.arange(20), rng.random(20)),
]


def draw_charts():
    (OUT / "chart").mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(1)
    for k in range(CHARTS):
        with plt.style.context(random.choice(STYLES)):
            # Matplotlib's own face is kept for the evaluation.
            plt.rcParams["font.family"] = "FreeSans"
            figure = plt.figure(figsize=random.choice(SIZES), dpi=random.choice([72, 100, 120]))
            axes = figure.add_subplot()
            KINDS[k % len(KINDS)](axes, rng)
            if random.random() < 0.7:
                axes.set_title(random.choice(TITLES))
            if random.random() < 0.5:
                axes.set_xlabel("Month")
                axes.set_ylabel("Value")
            figure.savefig(OUT / "chart" / f"{k}.png")
            plt.close(figure)


def cut_photographs():
    (OUT / "photograph").mkdir(parents=True, exist_ok=True)
    folder = Path(skimage.__file__).parent / "data"
    for name in PHOTOGRAPHS:
        image = Image.open(next(folder.glob(f"{name}.*"))).convert("RGB")
        for k in range(CUTS):
            width, height = (int(side * random.uniform(0.3, 1)) for side in image.size)
            left, top = random.randint(0, image.width - width), random.randint(0, image.height - height)
            scale = random.choice([0.4, 0.7, 1, 1, 1.6])
            cut = image.crop((left, top, left + width, top + height))
            cut = cut.resize((max(60, int(width * scale)), max(60, int(height * scale))))
            if k % 2:
                cut = cut.filter(ImageFilter.UnsharpMask(2, random.randint(30, 180), 2))
            suffix = random.choice(["png", "jpg"])
            cut.save(OUT / "photograph" / f"{name}-{k}.{suffix}")


random.seed(1)
draw_charts()
cut_photographs()
