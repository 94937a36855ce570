#!/usr/bin/env python3
"""Makes metric_goldens.json: small data sets, labelling policies, and what every figure should be.

Reference implementations: scikit-learn (AUROC, average precision, precision-recall), scipy.ndimage (8-connected
components), scipy.stats (Wilson interval); AUPRO, defect-wise recall and the label model are written out plainly over whole
arrays, pixel by pixel. Nothing of Patina is used.

    pip install numpy scipy scikit-learn
    python3 make_metric_goldens.py > metric_goldens.json
"""
import json
import sys

import numpy as np
import scipy
import sklearn
from scipy import ndimage
from scipy.stats import binomtest
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

EIGHT = np.ones((3, 3), int)
NORMAL, IGNORED, UNKNOWN, DEFECT = range(4)


def role_of(kind, policy):
    if kind == "ambiguous":
        if policy["ambiguous"] != "impurity":
            return policy["ambiguous"]
        kind = "impurity"
    return policy["impurity"] if kind == "impurity" else "defect"


def is_impurity(kind, policy):
    return kind == "impurity" or (kind == "ambiguous" and policy["ambiguous"] == "impurity")


def truth_of(image, classes, policy):
    """Pixel roles and the image's role."""
    shape = image["scores"].shape
    kinds = dict(classes)
    roles = {name: role_of(kind, policy) for name, kind in classes}
    marked = {role: any(mask.any() for name, mask in image["layers"].items() if roles[name] == role)
              for role in ("defect", "ignored")}
    folder = "normal" if image["class"] == "good" else roles[image["class"]]
    unknown = folder != "normal" and not marked[folder]
    pixels = np.full(shape, UNKNOWN if unknown else NORMAL)
    for wanted, value in (("normal", NORMAL), ("ignored impurity", IGNORED), ("defect", DEFECT), ("ignored ambiguous", IGNORED)):
        for name, mask in image["layers"].items():
            role = roles[name]
            if role == "ignored":
                role = "ignored impurity" if is_impurity(kinds[name], policy) else "ignored ambiguous"
            if role == wanted:
                pixels[mask] = value
    pixels[image["ignore"]] = IGNORED
    if (pixels == DEFECT).any():
        role = "anomalous"
    elif marked["defect"] or (pixels == IGNORED).all() or (folder == "ignored" and unknown):
        role = "left out"
    else:
        role = "anomalous" if folder == "defect" else "good"
    return pixels, role


def regions_of(mask):
    labels, count = ndimage.label(mask, EIGHT)
    return [labels == i for i in range(1, count + 1)]


def f1_max(truth, scores):
    precision, recall, _ = precision_recall_curve(truth, scores)
    with np.errstate(invalid="ignore"):
        return float(np.nanmax(2 * precision * recall / (precision + recall)))


def aupro(normal, regions, limit):
    """Mean region overlap against FPR, one point per distinct score, trapezoids, interpolated at the limit."""
    thresholds = np.unique(np.concatenate([normal] + regions))[::-1]
    fpr = np.array([0.0] + [(normal >= t).mean() for t in thresholds])
    pro = np.array([0.0] + [np.mean([(r >= t).mean() for r in regions]) for t in thresholds])
    last = np.searchsorted(fpr, limit)
    at_limit = pro[last - 1] + (pro[last] - pro[last - 1]) * (limit - fpr[last - 1]) / (fpr[last] - fpr[last - 1])
    return float(np.trapezoid(np.append(pro[:last], at_limit), np.append(fpr[:last], limit)) / limit)


def rank_figures(prefix, truth, scores, out):
    if len(set(truth)) < 2:
        for name in ("auroc", "ap", "f1max"):
            out[prefix + name] = None
        return
    out[prefix + "auroc"] = roc_auc_score(truth, scores)
    out[prefix + "ap"] = average_precision_score(truth, scores)
    out[prefix + "f1max"] = f1_max(truth, scores)


def evaluate(images, classes, policy, review, reject, min_area, segf1_threshold):
    truths = [truth_of(image, classes, policy) for image in images]
    out = {}
    image_truth, image_scores = [], []
    for image, (pixels, role) in zip(images, truths):
        if role == "left out":
            continue
        counted = pixels != IGNORED
        image_truth.append(int(role == "anomalous"))
        image_scores.append(float(image["scores"].max() if counted.all() else image["scores"][counted].max()))
    rank_figures("image.", image_truth, image_scores, out)

    normal = np.concatenate([image["scores"][pixels == NORMAL] for image, (pixels, _) in zip(images, truths)])
    defect = np.concatenate([image["scores"][pixels == DEFECT] for image, (pixels, _) in zip(images, truths)])
    rank_figures("pixel.", np.repeat([0, 1], [len(normal), len(defect)]), np.concatenate([normal, defect]), out)

    regions = []  # (class, scores of the pixels that count)
    harmless = []
    for image, (pixels, _) in zip(images, truths):
        for name, mask in image["layers"].items():
            role = role_of(dict(classes)[name], policy)
            if role == "ignored":
                continue
            own = DEFECT if role == "defect" else NORMAL
            for region in regions_of(mask):
                scores = image["scores"][region & (pixels == own)]
                if len(scores):
                    (regions if role == "defect" else harmless).append((name, scores))
    for name, limit in (("pixel.aupro30", 0.3), ("pixel.aupro05", 0.05)):
        out[name] = aupro(normal, [s for _, s in regions], limit) if len(defect) and len(normal) else None
    hit = (defect >= segf1_threshold).sum()
    false = (normal >= segf1_threshold).sum()
    out["pixel.segf1"] = float(2 * hit / (hit + false + len(defect))) if len(defect) and len(normal) else None

    good = [(image, pixels) for image, (pixels, role) in zip(images, truths) if role == "good"]
    for label, t in (("review", review), ("reject", reject)):
        at = f"at.{label}."
        counted_classes = [n for n, k in classes if role_of(k, policy) == "defect"]
        for name in counted_classes + ["all"]:
            peaks = [s.max() for n, s in regions if name in (n, "all")]
            found = int(sum(p >= t for p in peaks))
            out[at + f"defects.{name}.found"] = found
            out[at + f"defects.{name}.total"] = len(peaks)
            interval = binomtest(found, len(peaks)).proportion_ci(method="wilson") if peaks else None
            out[at + f"defects.{name}.recall"] = found / len(peaks) if peaks else None
            out[at + f"defects.{name}.low"] = float(interval.low) if peaks else None
            out[at + f"defects.{name}.high"] = float(interval.high) if peaks else None
            out[at + f"defects.{name}.escapeUpper95"] = 1 - 0.05 ** (1 / found) if peaks and found == len(peaks) else None
        for name in [n for n, k in classes if is_impurity(k, policy)]:
            peaks = [s.max() for n, s in harmless if n == name]
            counts = role_of(dict(classes)[name], policy) == "normal"
            out[at + f"impurities.{name}.flagged"] = int(sum(p >= t for p in peaks)) if counts else None
            out[at + f"impurities.{name}.total"] = len(peaks) if counts else None
        false_regions = [sum(r.sum() >= min_area for r in regions_of((i["scores"] >= t) & (p != IGNORED))) for i, p in good]
        out[at + "good.images"] = len(good)
        out[at + "good.overkill"] = float(np.mean([n > 0 for n in false_regions])) if good else None
        out[at + "good.falseRegionsPerImage"] = float(np.mean(false_regions)) if good else None
        out[at + "pixel.fpr"] = float((normal >= t).mean())
    for name, role in (("good", "good"), ("anomalous", "anomalous"), ("leftOut", "left out")):
        out["images." + name] = sum(r == role for _, r in truths)
    for name, value in (("normal", NORMAL), ("defect", DEFECT), ("ignored", IGNORED), ("unknown", UNKNOWN)):
        out["pixels." + name] = int(sum((p == value).sum() for p, _ in truths))
    return out


def blob(rng, shape, count):
    mask = np.zeros(shape, bool)
    for _ in range(count):
        y, x = rng.integers(0, shape[0] - 3), rng.integers(0, shape[1] - 3)
        mask[y:y + rng.integers(1, 5), x:x + rng.integers(1, 6)] = True
    return mask


def make_image(rng, name, folder, layers, divisor, ignore=0, lift=(1.2, 0.8)):
    shape = (int(rng.integers(12, 17)), int(rng.integers(14, 21)))
    scores = rng.normal(0.0, 0.45, shape)
    masks = {}
    for layer, count in layers:
        masks[layer] = blob(rng, shape, count)
        scores[masks[layer]] += rng.normal(lift[0], lift[1])
    return {"id": name, "class": folder, "divisor": divisor, "layers": masks, "ignore": blob(rng, shape, ignore),
            "scores": np.round(scores * divisor) / divisor}


def stored(image):
    bits = lambda mask: "".join("1" if b else "0" for b in mask.ravel())
    return {"id": image["id"], "class": image["class"], "rows": image["scores"].shape[0], "columns": image["scores"].shape[1],
            "divisor": image["divisor"], "scores": [int(v) for v in np.round(image["scores"] * image["divisor"]).ravel()],
            "layers": {name: bits(mask) for name, mask in image["layers"].items()},
            "ignore": bits(image["ignore"]) if image["ignore"].any() else ""}


def main():
    rng = np.random.default_rng(20260)
    plain_classes = [("crack", "defect"), ("scratch", "defect")]
    plain = [make_image(rng, f"good/{i}", "good", [], 64) for i in range(4)]
    plain += [make_image(rng, f"crack/{i}", "crack", [("crack", 2)], 64) for i in range(3)]
    plain += [make_image(rng, f"scratch/{i}", "scratch", [("scratch", 1 + i)], 64) for i in range(3)]
    fine = [make_image(rng, f"good/{i}", "good", [], 2 ** 19, lift=(0.7, 0.6)) for i in range(3)]
    fine += [make_image(rng, f"crack/{i}", "crack", [("crack", 3)], 2 ** 19, lift=(0.7, 0.6)) for i in range(4)]

    stained_classes = [("crack", "defect"), ("scratch", "defect"), ("spot", "ambiguous"), ("water-stain", "impurity")]
    stained = [make_image(rng, f"good/{i}", "good", [], 64) for i in range(2)]
    stained += [make_image(rng, f"good/stained{i}", "good", [("water-stain", 2)], 64) for i in range(2)]
    stained += [make_image(rng, "good/spotted", "good", [("spot", 1)], 64),
                make_image(rng, "good/zoned", "good", [("water-stain", 1)], 64, ignore=2),
                make_image(rng, "crack/0", "crack", [("crack", 2)], 64),
                make_image(rng, "crack/1", "crack", [("crack", 3), ("water-stain", 4), ("spot", 2)], 64, ignore=1),
                make_image(rng, "crack/2", "crack", [("crack", 2), ("scratch", 3), ("water-stain", 3)], 64),
                make_image(rng, "crack/unoutlined", "crack", [], 64),
                make_image(rng, "crack/unoutlined-stained", "crack", [("water-stain", 2)], 64),
                make_image(rng, "water-stain/0", "water-stain", [("water-stain", 2)], 64),
                make_image(rng, "water-stain/unoutlined", "water-stain", [], 64),
                make_image(rng, "spot/0", "spot", [("spot", 1)], 64),
                make_image(rng, "spot/unoutlined", "spot", [], 64)]
    hidden = make_image(rng, "crack/hidden", "crack", [("crack", 1)], 64)
    hidden["ignore"] = hidden["layers"]["crack"].copy()
    stained.append(hidden)

    sets = {"plain": (plain_classes, plain), "fine": (plain_classes, fine), "stained": (stained_classes, stained),
            "only good": (plain_classes, plain[:3]), "only defects": (plain_classes, plain[4:6])}
    runs = [(name, "normal", "ignored") for name in sets]
    runs += [("stained", i, a) for i in ("normal", "defect", "ignored") for a in ("ignored", "defect", "impurity")][1:]
    cases = []
    for name, impurity, ambiguous in runs:
        classes, images = sets[name]
        settings = {"review": 0.75, "reject": 1.5, "minArea": 1 if len(cases) % 2 == 0 else 3, "segf1": 0.9}
        expected = evaluate(images, classes, {"impurity": impurity, "ambiguous": ambiguous}, settings["review"],
                            settings["reject"], settings["minArea"], settings["segf1"])
        cases.append({"set": name, "policy": f"impurity={impurity},ambiguous={ambiguous}", **settings, "expected": expected})
    made = {"by": "make_metric_goldens.py", "numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__}
    data = {name: {"classes": [{"name": n, "kind": k} for n, k in classes], "images": [stored(i) for i in images]}
            for name, (classes, images) in sets.items() if not name.startswith("only")}
    data["only good"] = {"classes": data["plain"]["classes"], "images": data["plain"]["images"][:3]}
    data["only defects"] = {"classes": data["plain"]["classes"], "images": data["plain"]["images"][4:6]}
    json.dump({"made": made, "sets": data, "cases": cases}, sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
