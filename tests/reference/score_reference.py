"""Scores images with a .patina model in plain Python: PyTorch, brute-force search, no code of Patina.

    python3 score_reference.py MODEL BACKBONE.safetensors DATASET --scores scores.csv --maps DIR [--compare 3] [--limit N]

Reads the model and the backbone with the `safetensors` package, computes the EfficientNet-Lite0 features of every test
image of an MVTec AD folder, the exact nearest bank row of every patch and the score map, and prints
- for the first --compare images: the largest difference to the map that `patina-cli score --map tiff` wrote into DIR,
  as a share of the map's largest magnitude;
- the image AUROC of its own scores and that of the scores in scores.csv.
Needs torch, numpy, scipy, scikit-learn, pillow, tifffile, safetensors.
"""
import argparse
import csv
import json
import math
import pathlib

import numpy as np
import tifffile
import torch
import torch.nn.functional as F
from PIL import Image
from safetensors import safe_open
from scipy.ndimage import gaussian_filter1d
from sklearn.metrics import roc_auc_score

BLOCKS = ((3, 1, 1, 16, 1), (3, 2, 6, 24, 2), (5, 2, 6, 40, 2), (3, 2, 6, 80, 3), (5, 1, 6, 112, 3), (5, 2, 6, 192, 4),
          (3, 1, 6, 320, 1))


def load(path):
    with safe_open(path, "pt") as file:
        return {key: file.get_tensor(key) for key in file.keys()}, file.metadata()


class Lite0:
    """EfficientNet-Lite0, batch norm not folded. Sampling points lie as TensorFlow's padding lays them where every
    layer divides evenly, whatever the size: the smaller half of kernel - stride rows before."""

    def __init__(self, weights, layers):
        self.w, self.layers = weights, layers
        self.last = max(int(layer.split(".")[1]) for layer in layers)

    def conv_bn(self, x, conv, bn, stride=1):
        weight = self.w[conv + ".weight"]
        pads = []
        for size, kernel in ((x.shape[3], weight.shape[3]), (x.shape[2], weight.shape[2])):
            before = max(kernel - stride, 0) // 2
            after = max((math.ceil(size / stride) - 1) * stride + kernel - before - size, 0)
            pads += [before, after]
        groups = x.shape[1] // weight.shape[1]
        x = F.conv2d(F.pad(x, pads), weight, None, stride, groups=groups)
        parts = [self.w[f"{bn}.{part}"] for part in ("running_mean", "running_var", "weight", "bias")]
        return F.batch_norm(x, *parts, training=False, eps=1e-3)

    def __call__(self, rgb):
        x = F.relu6(self.conv_bn((rgb - 127) / 128, "_conv_stem", "_bn0", 2))
        outputs, index = {}, 0
        for kernel, first_stride, expand, _, repeat in BLOCKS:
            for i in range(repeat):
                if index > self.last:
                    return [outputs[layer] for layer in self.layers]
                name, y = f"_blocks.{index}.", x
                if expand > 1:
                    y = F.relu6(self.conv_bn(y, name + "_expand_conv", name + "_bn0"))
                y = F.relu6(self.conv_bn(y, name + "_depthwise_conv", name + "_bn1", first_stride if i == 0 else 1))
                y = self.conv_bn(y, name + "_project_conv", name + "_bn2")
                x = x + y if i > 0 else y
                outputs[f"blocks.{index}"] = x
                index += 1
        return [outputs[layer] for layer in self.layers]


def raised(array, rows, columns, step):
    """Bilinear, sample centres at (index + 0.5), edges clamped; `step` source samples per target sample."""
    def places(count, limit):
        p = np.clip((np.arange(count) + 0.5) * step - 0.5, 0, limit - 1)
        low = np.floor(p).astype(int)
        return low, np.minimum(low + 1, limit - 1), p - low

    y0, y1, fy = places(rows, array.shape[0])
    x0, x1, fx = places(columns, array.shape[1])
    fy = fy.reshape(-1, *([1] * (array.ndim - 1)))
    fx = fx.reshape(1, -1, *([1] * (array.ndim - 2)))
    above = array[y0][:, x0] * (1 - fx) + array[y0][:, x1] * fx
    below = array[y1][:, x0] * (1 - fx) + array[y1][:, x1] * fx
    return above * (1 - fy) + below * fy


def embeddings(network, rgb):
    height, width = rgb.shape[2:]
    rows, columns = math.ceil(height / 8), math.ceil(width / 8)
    parts = []
    for layer in network(rgb):
        stride = 2 ** round(math.log2(height / layer.shape[2]))
        if stride < 8:
            factor = 8 // stride
            layer = F.avg_pool2d(layer, factor, factor, ceil_mode=True, count_include_pad=False)
        layer = F.avg_pool2d(layer, 3, 1, 1)[0].permute(1, 2, 0).double().numpy()
        parts.append(raised(layer, rows, columns, 8 / stride) if stride > 8 else layer)
    return np.concatenate(parts, axis=2)


def score_map(patches, bank, info, height, width):
    rows, columns, dim = patches.shape
    queries = torch.from_numpy(patches.reshape(-1, dim))
    nearest = torch.cat([torch.cdist(chunk, bank).min(dim=1).values for chunk in queries.split(1024)])
    raw = raised(nearest.reshape(rows, columns).numpy(), height, width, 1 / 8)
    if info["sigmaPx"] > 0:
        for axis in (0, 1):
            raw = gaussian_filter1d(raw, info["sigmaPx"], axis=axis, mode="mirror", truncate=4.0)
    scale = info["scoreScale"]
    return (raw - scale["median"]) / (scale["upper"] - scale["median"]) if scale["images"] > 0 else raw


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model")
    parser.add_argument("backbone")
    parser.add_argument("dataset", type=pathlib.Path)
    parser.add_argument("--scores", required=True)
    parser.add_argument("--maps", type=pathlib.Path, required=True)
    parser.add_argument("--compare", type=int, default=3)
    parser.add_argument("--limit", type=int, default=0)
    args = parser.parse_args()

    model, metadata = load(args.model)
    info = json.loads(metadata["patina"])
    weights, _ = load(args.backbone)
    network = Lite0(weights, info["backbone"]["layers"])
    bank = model["bank"].double()
    with open(args.scores, newline="") as file:
        rows = list(csv.DictReader(file))
    if args.limit:
        step = max(1, len(rows) // args.limit)
        rows = rows[::step]
    labels, ours, theirs = [], [], []
    with torch.no_grad():
        for number, row in enumerate(rows):
            path = args.dataset / row["image"]
            pixels = np.asarray(Image.open(path).convert("RGB"), dtype=np.float32)
            rgb = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None]
            result = score_map(embeddings(network, rgb), bank, info, *pixels.shape[:2])
            if number < args.compare:
                other = tifffile.imread(args.maps / row["map"])
                share = np.abs(result - other).max() / np.abs(result).max()
                print(f"{row['image']}: largest map difference {share:.2e} of the map's maximum", flush=True)
            labels.append(path.parent.name != "good")
            ours.append(result.max())
            theirs.append(float(row["score"]))
    print(f"images {len(rows)}, largest score difference {np.abs(np.array(ours) - np.array(theirs)).max():.2e}")
    if len(set(labels)) == 2:
        print(f"image AUROC: reference {roc_auc_score(labels, ours):.6f}, patina {roc_auc_score(labels, theirs):.6f}")


if __name__ == "__main__":
    main()
