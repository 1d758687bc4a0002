"""Fits the classifier of extension/vision/medium.ts: `python medium/fit.py TRAIN.json ../../extension/vision/medium.json [TEST.json]`.

Multinomial logistic regression over standardised features, with an L2 penalty chosen by cross-validation. Files come from
measure.ts. Classes weigh the same, however many pictures there are of each.
"""

import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import StratifiedKFold, cross_val_score

# As MOST_DEVIATIONS in medium.ts.
MOST_DEVIATIONS = 4
# Stronger penalties first: of equals the simplest wins.
PENALTIES = [0.03, 0.1, 0.3, 1.0, 3.0]
# A feature that hardly varies would blow up what is beyond what was seen.
LEAST_DEVIATION = 0.02


def load(path, media):
    rows = json.load(open(path))["rows"]
    return np.array([r["features"] for r in rows]), np.array([media.index(r["medium"]) for r in rows]), rows


def main():
    train_path, out, *rest = sys.argv[1:]
    head = json.load(open(train_path))
    media = head["media"]
    x, y, _ = load(train_path, media)
    mean = x.mean(0)
    deviation = np.maximum(x.std(0), LEAST_DEVIATION)

    def standardised(features):
        return np.clip((features - mean) / deviation, -MOST_DEVIATIONS, MOST_DEVIATIONS)

    def model(c):
        return LogisticRegression(C=c, class_weight="balanced", max_iter=5000)

    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    scores = [cross_val_score(model(c), standardised(x), y, cv=folds, scoring="neg_log_loss").mean() for c in PENALTIES]
    best = PENALTIES[int(np.argmax(scores))]
    accuracy = cross_val_score(model(best), standardised(x), y, cv=folds).mean()
    print(f"C {best}, cross-validated accuracy {accuracy:.3f} on {len(y)}")
    fitted = model(best).fit(standardised(x), y)

    def rounded(values):
        return [round(float(v), 4) for v in values]

    weights = [rounded(row) for row in fitted.coef_]
    result = {
        "features": head["features"],
        "media": media,
        "mean": rounded(mean),
        "deviation": rounded(deviation),
        "weights": weights,
        "bias": rounded(fitted.intercept_),
    }
    json.dump(result, open(out, "w"), indent=1)
    open(out, "a").write("\n")
    for path in rest:
        features, truth, rows = load(path, media)
        told = fitted.predict(standardised(features))
        sure = fitted.predict_proba(standardised(features)).max(1)
        print(f"{path}: accuracy {np.mean(told == truth):.3f} on {len(truth)}")
        print(media)
        print(confusion_matrix(truth, told, labels=range(len(media))))
        for i in np.flatnonzero(told != truth):
            print(f"  {media[truth[i]]} told {media[told[i]]} ({sure[i]:.2f}): {rows[i]['name']}")


main()
