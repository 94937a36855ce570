#!/usr/bin/env python3
"""EfficientNet-Lite0 up to block 10 in ONNX Runtime, the whole image in one call: what `patina-cli bench features` is
measured against beside LibTorch. Wants numpy, onnx and onnxruntime from PyPI.

    onnx_features.py BACKBONE.safetensors [--size WxH] [--threads N] [--rounds N]

Prints one line of JSON: milliseconds per megapixel of the fastest round and of each, and the peak memory above what was
resident before. The graph is built from the installed backbone's own tensors, batch norms folded in double."""

import argparse
import json
import resource
import struct
import time

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

BLOCKS = [(3, 1, 1, 16, 1), (3, 2, 6, 24, 2), (5, 2, 6, 40, 2), (3, 2, 6, 80, 3), (5, 1, 6, 112, 3)]
TAPS = (2, 4, 10)
EPSILON = 1e-3


class Weights:
    """Tensors of a safetensors file by name."""

    def __init__(self, path):
        self.file = open(path, "rb")
        length = struct.unpack("<Q", self.file.read(8))[0]
        self.header = json.loads(self.file.read(length))
        self.start = 8 + length

    def __getitem__(self, name):
        entry = self.header[name]
        first, end = entry["data_offsets"]
        self.file.seek(self.start + first)
        return np.frombuffer(self.file.read(end - first), np.float32).reshape(entry["shape"])


class Graph:
    def __init__(self, weights):
        self.weights = weights
        self.nodes = []
        self.tensors = [numpy_helper.from_array(np.float32(0), "low"), numpy_helper.from_array(np.float32(6), "high")]

    def convolution(self, source, weight, norm, kernel, stride, groups=1, activated=True):
        gain, bias, mean, variance = (
            self.weights[norm + part].astype(np.float64)
            for part in (".weight", ".bias", ".running_mean", ".running_var")
        )
        factor = gain / np.sqrt(variance + EPSILON)
        values = self.weights[weight + ".weight"].astype(np.float64) * factor[:, None, None, None]
        name = f"n{len(self.nodes)}"
        self.tensors.append(numpy_helper.from_array(values.astype(np.float32), name + "w"))
        self.tensors.append(numpy_helper.from_array((bias - mean * factor).astype(np.float32), name + "b"))
        self.nodes.append(
            helper.make_node(
                "Conv", [source, name + "w", name + "b"], [name], kernel_shape=[kernel, kernel],
                strides=[stride, stride], group=groups, auto_pad="SAME_UPPER",
            )
        )
        if not activated:
            return name
        self.nodes.append(helper.make_node("Clip", [name, "low", "high"], [name + "r"]))
        return name + "r"

    def add(self, a, b):
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node("Add", [a, b], [name]))
        return name


def network(weights):
    graph = Graph(weights)
    current = graph.convolution("image", "_conv_stem", "_bn0", 3, 2)
    channels, index, taps = 32, 0, []
    for kernel, stride, expansion, out, repeats in BLOCKS:
        for repeat in range(repeats):
            prefix = f"_blocks.{index}."
            wide = channels * expansion
            inner = current
            if expansion != 1:
                inner = graph.convolution(inner, prefix + "_expand_conv", prefix + "_bn0", 1, 1)
            inner = graph.convolution(
                inner, prefix + "_depthwise_conv", prefix + "_bn1", kernel, stride if repeat == 0 else 1, wide
            )
            inner = graph.convolution(inner, prefix + "_project_conv", prefix + "_bn2", 1, 1, activated=False)
            current = graph.add(current, inner) if repeat > 0 else inner
            channels = out
            if index in TAPS:
                taps.append(current)
            index += 1
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3, "height", "width"])
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in taps]
    made = helper.make_graph(graph.nodes, "lite0", [image], outputs, graph.tensors)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def peak_bytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("backbone")
    parser.add_argument("--size", default="4096x3072")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    width, height = (int(side) for side in arguments.size.split("x"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = arguments.threads
    options.inter_op_num_threads = 1
    model = network(Weights(arguments.backbone)).SerializeToString()
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    image = np.random.default_rng(1).uniform(-1, 1, (1, 3, height, width)).astype(np.float32)
    before = peak_bytes()
    rounds = []
    for _ in range(arguments.rounds):
        start = time.perf_counter()
        session.run(None, {"image": image})
        rounds.append((time.perf_counter() - start) * 1e9 / width / height)
    print(
        json.dumps(
            {
                "name": f"ONNX Runtime {onnxruntime.__version__}, whole image",
                "threads": arguments.threads,
                "msPerMegapixel": min(rounds),
                "rounds": rounds,
                "peakBytes": peak_bytes() - before,
            }
        )
    )


if __name__ == "__main__":
    main()
