#!/usr/bin/env python3
"""Figures of `patina-cli evaluate` against scikit-learn, scipy, anomalib and plain numpy on the same score maps.

    patina-cli score MODEL DIR/test --out MAPS --map tiff
    patina-cli evaluate MODEL DIR --out FIGURES
    golden_metrics.py DIR MAPS FIGURES [--validation MAPS] [--no-anomalib]

DIR has test/<class> and ground_truth/<class>/<stem>*_mask.png, classes that are all defects, no labels.json; FIGURES
were made with the default policy and minimum area, MAPS at full size. --validation: maps of DIR/validation, for the
threshold of SegF1. One line per figure: ours, theirs, the
difference. Exit status 1 where a figure that is to agree is 1e-3 apart or a count differs. Needs numpy, scipy,
scikit-learn, tifffile, imageio and, unless --no-anomalib, torch and anomalib. All pixels are held in memory: about 60
bytes for each.
"""
import argparse
import csv
import json
import sys
from pathlib import Path

import imageio.v3 as imageio
import numpy as np
import tifffile
from scipy import ndimage
from scipy.stats import binomtest
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

TOLERANCE = 1e-3
EIGHT = np.ones((3, 3), bool)


class Image:
    def __init__(self, root, maps, path, image_score):
        self.folder = path.parent.name
        self.map = tifffile.imread(maps / path.relative_to(root / "test").with_name(path.name + ".tiff"))
        self.mask = np.zeros(self.map.shape, bool)
        for file in (root / "ground_truth" / self.folder).glob(path.stem + "*"):
            mask = imageio.imread(file)
            self.mask |= (mask if mask.ndim == 2 else mask.max(axis=2)) > 0
        self.id = path.relative_to(root).as_posix()
        self.good = self.folder == "good"
        self.score = image_score
        assert self.good or self.mask.any(), f"{path}: a defect without an outline"

    def defects(self):
        """Scores of each defect's pixels: one 8-connected component after the other."""
        labels, count = ndimage.label(self.mask, EIGHT)
        return [self.map[labels == i].astype(np.float64) for i in range(1, count + 1)]


class Table:
    def __init__(self, figures):
        self.figures, self.worst, self.failed = figures, {}, False

    def line(self, name, by, theirs, must_agree=True, exact=False):
        ours = self.figures.get(name, "no such figure")
        if theirs is None or ours is None or isinstance(ours, str):
            same, difference = theirs is None and ours is None, "-"
        else:
            gap = abs(float(ours) - float(theirs))
            same, difference = gap == 0 if exact else gap < TOLERANCE, f"{gap:.1e}"
            self.worst[by] = max(self.worst.get(by, 0.0), gap)
        self.failed |= must_agree and not same
        verdict = "" if same else " DIFFERS" if must_agree else " (another definition)"
        show = lambda v: f"{v:.7f}" if isinstance(v, float) else str(v)
        print(f"{name:48} {by:20} {show(ours):>12} {show(theirs):>12} {difference:>9}{verdict}", flush=True)


def load(root, maps):
    scores = {row["image"]: float(row["score"]) for row in csv.DictReader(open(maps / "scores.csv"))}
    files = [f for d in sorted((root / "test").iterdir()) for f in sorted(d.iterdir()) if f.is_file()]
    return [Image(root, maps, f, scores[f.relative_to(root / "test").as_posix()]) for f in files]


def f1_max(truth, scores):
    precision, recall, _ = precision_recall_curve(truth, scores, drop_intermediate=True)
    with np.errstate(invalid="ignore"):
        return float(np.nanmax(2 * precision * recall / (precision + recall)))


def passed_good(good, bad, share):
    """Largest share of good ones below a threshold, of all thresholds that let at most `share` of the bad ones pass."""
    return max((good < t).mean() for t in np.append(np.append(good, bad), np.inf) if (bad < t).mean() <= share)


def stopped_bad(good, bad, share):
    return max((bad >= t).mean() for t in np.append(np.append(good, bad), np.inf) if (good >= t).mean() <= share)


def image_level(table, images):
    truth = np.array([not i.good for i in images])
    scores = np.array([i.score for i in images])
    table.line("image.auroc", "scikit-learn", float(roc_auc_score(truth, scores)))
    table.line("image.ap", "scikit-learn", float(average_precision_score(truth, scores)))
    table.line("image.f1max", "scikit-learn", f1_max(truth, scores))
    for n in (1, 5):
        table.line(f"image.pg{n}", "every threshold", float(passed_good(scores[~truth], scores[truth], n / 100)))
        table.line(f"image.pb{n}", "every threshold", float(stopped_bad(scores[~truth], scores[truth], n / 100)))


def region_overlap(images):
    """Per pixel: 1 / area of the defect it belongs to, 0 outside; and the number of defects."""
    parts, regions = [], 0
    for image in images:
        labels, count = ndimage.label(image.mask, EIGHT)
        areas = np.bincount(labels.ravel())
        areas[0] = 0
        weights = np.divide(1.0, areas, out=np.zeros(len(areas)), where=areas > 0)
        parts.append(weights[labels.ravel()])
        regions += count
    return np.concatenate(parts), regions


def aupro(scores, truth, overlap, regions, limits):
    """Every distinct score is a threshold; trapezoids, linear at the limit."""
    order = np.argsort(-scores, kind="stable")
    last = np.append(np.flatnonzero(np.diff(scores[order])), len(order) - 1)
    fpr = np.append(0.0, np.cumsum(~truth[order])[last] / (~truth).sum())
    pro = np.append(0.0, np.cumsum(overlap[order])[last] / regions)
    areas = []
    for limit in limits:
        inside = fpr < limit
        x = np.append(fpr[inside], limit)
        areas.append(float(np.trapezoid(np.append(pro[inside], np.interp(limit, fpr, pro)), x) / limit))
    return areas


def aupimo(images, low=1e-5, high=1e-4):
    """Mean over anomalous images of recall over log FPR; between attainable FPRs the lower one's recall holds."""
    good = [i.map.ravel() for i in images if i.good]
    scores = np.concatenate(good)
    weights = np.concatenate([np.full(g.size, 1.0 / g.size / len(good)) for g in good])
    order = np.argsort(-scores, kind="stable")
    last = np.append(np.flatnonzero(np.diff(scores[order])), len(order) - 1)
    fpr = np.cumsum(weights[order])[last]
    thresholds = scores[order][last]
    use = fpr < high
    use[:-1] &= fpr[1:] > low
    x, thresholds = fpr[use], thresholds[use]
    ends = np.append(x[1:], high)
    spans = np.log(np.minimum(ends, high) / np.maximum(x, low)) / np.log(high / low)
    values = []
    for image in images:
        if not image.good:
            pixels = np.sort(image.map[image.mask])
            values.append(float(spans @ (1.0 - np.searchsorted(pixels, thresholds, side="left") / pixels.size)))
    return float(np.mean(values))


def pixel_level(table, images):
    scores = np.concatenate([i.map.ravel() for i in images])
    truth = np.concatenate([i.mask.ravel() for i in images])
    table.line("pixels.defect", "numpy", int(truth.sum()), exact=True)
    table.line("pixels.normal", "numpy", int((~truth).sum()), exact=True)
    table.line("pixel.auroc", "scikit-learn", float(roc_auc_score(truth, scores)))
    table.line("pixel.ap", "scikit-learn", float(average_precision_score(truth, scores)))
    table.line("pixel.f1max", "scikit-learn", f1_max(truth, scores))
    overlap, regions = region_overlap(images)
    for name, value in zip(("pixel.aupro30", "pixel.aupro05"), aupro(scores, truth, overlap, regions, (0.3, 0.05))):
        table.line(name, "every score", value)
    table.line("pixel.aupimo", "every score", aupimo(images))
    if (threshold := table.figures.get("pixel.segf1Threshold")) is not None:
        over = scores.astype(np.float64) >= threshold
        table.line("pixel.segf1", "numpy", float(2 * (over & truth).sum() / (over.sum() + truth.sum())))
    return scores, truth


def recall_lines(table, prefix, suffix, found, total):
    interval = binomtest(found, total).proportion_ci(method="wilson") if total else None
    table.line(prefix + "found" + suffix, "scipy", found, exact=True)
    table.line(prefix + "recall" + suffix, "scipy", found / total if total else None)
    table.line(prefix + "low" + suffix, "scipy", float(interval.low) if total else None)
    table.line(prefix + "high" + suffix, "scipy", float(interval.high) if total else None)


def size_lines(table, at, name, defects, threshold):
    areas = sorted(len(d) for d in defects)
    limits = [areas[-(-len(areas) * q // 4) - 1] for q in (1, 2, 3)] + [areas[-1]]
    for q in range(4):
        low = 0 if q == 0 else limits[q - 1]
        part = [d for d in defects if low < len(d) <= limits[q]]
        table.line(f"{at}defects.{name}.totalQuartile{q + 1}", "scipy", len(part), exact=True)
        recall_lines(table, f"{at}defects.{name}.", f"Quartile{q + 1}", sum(bool((d >= threshold).any()) for d in part),
                     len(part))


def at_threshold(table, images, label):
    threshold = table.figures[f"threshold.{label}"]
    if threshold is None:
        return
    at = f"at.{label}."
    defects = [(i.folder, d) for i in images for d in i.defects()]
    for name in sorted({n for n, _ in defects}) + ["all"]:
        mine = [d for n, d in defects if name in (n, "all")]
        table.line(f"{at}defects.{name}.total", "scipy", len(mine), exact=True)
        recall_lines(table, f"{at}defects.{name}.", "", sum(bool((d >= threshold).any()) for d in mine), len(mine))
        for percent in (10, 30, 50):
            found = sum(int((d >= threshold).sum()) * 100 >= percent * len(d) for d in mine)
            recall_lines(table, f"{at}defects.{name}.", f"Overlap{percent}", found, len(mine))
        if len(mine) >= 4:
            size_lines(table, at, name, mine, threshold)
    good = [i.map.astype(np.float64) >= threshold for i in images if i.good]
    regions = [ndimage.label(g, EIGHT)[1] for g in good]
    table.line(at + "good.flagged", "scipy", sum(r > 0 for r in regions), exact=True)
    table.line(at + "good.overkill", "scipy", float(np.mean([r > 0 for r in regions])))
    table.line(at + "good.falseRegionsPerImage", "scipy", float(np.mean(regions)))
    over = sum(int((~i.mask & (i.map.astype(np.float64) >= threshold)).sum()) for i in images)
    table.line(at + "pixel.fpr", "numpy", over / sum(int((~i.mask).sum()) for i in images))


def each_defect(table, images, file):
    """Area, peak and the largest thresholds at which 10, 30, 50 % of a defect are flagged, against regions.csv."""
    columns = ("areaPx", "peak", "overlap10", "overlap30", "overlap50")
    ours = {}
    for row in csv.DictReader(open(file)):
        ours.setdefault(row["image"], []).append(tuple(np.float32(row[c]) for c in columns))
    wrong = 0
    for image in images:
        falling = [np.sort(d)[::-1] for d in image.defects()]
        theirs = [tuple(np.float32(v) for v in (len(d), d[0], *(d[-(-len(d) * p // 100) - 1] for p in (10, 30, 50))))
                  for d in falling]
        wrong += sorted(ours.get(image.id, [])) != sorted(theirs)
    print(f"images of which a defect differs in {', '.join(columns)}: {wrong}")
    table.failed |= wrong > 0


def by_anomalib(table, images, scores, truth):
    import torch
    from anomalib.metrics.aupr import _AUPR
    from anomalib.metrics.aupro import _AUPRO
    from anomalib.metrics.auroc import _AUROC
    from anomalib.metrics.f1_score import _F1Max
    from anomalib.metrics.pg_pb import _PBn, _PGn
    from anomalib.metrics.pimo.pimo import _AUPIMO

    largest = float(scores.max())  # its curves squash scores above 1 through a sigmoid
    flat, target = torch.from_numpy(scores) / largest, torch.from_numpy(truth).int()
    image_scores = torch.tensor([i.score for i in images], dtype=torch.float64)
    image_scores, image_truth = image_scores / image_scores.max(), torch.tensor([int(not i.good) for i in images])

    def value(metric, preds, labels):
        metric.update(preds, labels)
        return float(metric.compute())

    for prefix, preds, labels in (("image.", image_scores, image_truth), ("pixel.", flat, target)):
        table.line(prefix + "auroc", "anomalib", value(_AUROC(), preds, labels))
        table.line(prefix + "ap", "anomalib AUPR", value(_AUPR(), preds, labels))
        table.line(prefix + "f1max", "anomalib", value(_F1Max(), preds, labels))
    for n in (1, 5):  # it interpolates a quantile: with few images more than n % are let through
        table.line(f"image.pg{n}", "anomalib", value(_PGn(fnr=n / 100), image_scores.float(), image_truth), False)
        table.line(f"image.pb{n}", "anomalib", value(_PBn(fpr=n / 100), image_scores.float(), image_truth), False)
    labels, count = [], 0
    for image in images:
        found, number = ndimage.label(image.mask, EIGHT)
        labels.append(np.where(found > 0, found + count, 0).ravel())
        count += number
    cca = torch.from_numpy(np.concatenate(labels))
    for name, limit in (("pixel.aupro30", 0.3), ("pixel.aupro05", 0.05)):
        metric = _AUPRO(fpr_limit=limit)
        fpr, pro = metric.compute_pro(cca=cca, preds=flat)
        table.line(name, "anomalib", float(torch.trapezoid(pro.double(), fpr.double()) / fpr[-1]))
    if len({i.map.shape for i in images}) == 1:  # it takes images of one size only
        metric = _AUPIMO(num_thresholds=300_000)
        metric.update(torch.from_numpy(np.stack([i.map for i in images])),
                      torch.from_numpy(np.stack([i.mask for i in images])).int())
        table.line("pixel.aupimo", "anomalib", float(metric.compute()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("maps", type=Path)
    parser.add_argument("figures", type=Path)
    parser.add_argument("--validation", type=Path)
    parser.add_argument("--no-anomalib", action="store_true")
    options = parser.parse_args()
    if (options.data / "labels.json").exists():
        sys.exit(f"{options.data} has a labels.json: this script takes every class for a defect")
    table = Table(json.loads((options.figures / "evaluation.json").read_text()))
    images = load(options.data, options.maps)
    print(f"{len(images)} images, {sum(i.map.size for i in images)} pixels")
    if options.validation:
        normal = np.concatenate([tifffile.imread(f).ravel() for f in sorted(options.validation.glob("good/*.tiff"))])
        table.line("pixel.segf1Threshold", "numpy", float(normal.mean(dtype=np.float64) + 3 * normal.std(dtype=np.float64)))
    image_level(table, images)
    at_threshold(table, images, "review")
    at_threshold(table, images, "reject")
    each_defect(table, images, options.figures / "regions.csv")
    scores, truth = pixel_level(table, images)
    if not options.no_anomalib:
        by_anomalib(table, images, scores, truth)
    for by, gap in sorted(table.worst.items()):
        print(f"largest difference from {by}: {gap:.1e}")
    sys.exit(1 if table.failed else 0)


if __name__ == "__main__":
    main()
