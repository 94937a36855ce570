"""Golden layer outputs of the built-in architectures, made with PyTorch and torchvision.

    python3 make_network_goldens.py > ../core/network/network_goldens.json

Weights are not stored: each tensor is filled from its name by a generator that the C++ test repeats
(FNV-1a of the name seeds SplitMix64). Stored are, per layer, the shape, the L2 norm and 40 values at evenly spread places.
Made with torch 2.5.1, torchvision 0.20.1.
"""
import json
import math

import numpy as np
import torch
import torch.nn.functional as F
import torchvision

MASK = (1 << 64) - 1


def uniform(name, count):
    """count values in [0, 1) with 24 bits each."""
    state = 0xCBF29CE484222325
    for byte in name.encode():
        state = ((state ^ byte) * 0x100000001B3) & MASK
    z = np.uint64(state) + np.uint64(0x9E3779B97F4A7C15) * np.arange(1, count + 1, dtype=np.uint64)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(40)).astype(np.float64) / float(1 << 24)


def fill(name, shape):
    u = uniform(name, math.prod(shape))
    if len(shape) == 4:
        values = (2 * u - 1) * math.sqrt(6.0 / math.prod(shape[1:]))
    elif name.endswith("running_var"):
        values = 1 + 0.5 * u
    elif name.endswith(".weight"):
        values = 1 + 0.1 * (2 * u - 1)
    else:
        values = 0.1 * (2 * u - 1)
    return torch.from_numpy(values.astype(np.float32).reshape(shape))


def image(width, height):
    y, x, c = np.meshgrid(np.arange(height), np.arange(width), np.arange(3), indexing="ij")
    pixels = (x * 7 + y * 13 + c * 29 + (x * y) % 17 * 5) % 256
    return torch.from_numpy(pixels.astype(np.float32)).permute(2, 0, 1)[None]


def same_conv(x, weight, bias, stride, groups):
    """TensorFlow's SAME: as little padding as gives ceil(n / stride), the odd row after."""
    pads = []
    for size, kernel in ((x.shape[3], weight.shape[3]), (x.shape[2], weight.shape[2])):
        total = max((math.ceil(size / stride) - 1) * stride + kernel - size, 0)
        pads += [total // 2, total - total // 2]
    return F.conv2d(F.pad(x, pads), weight, bias, stride, groups=groups)


def lite0_layers(x):
    def conv_bn(x, conv, bn, out, kernel, stride, depthwise):
        channels = x.shape[1]
        shape = (channels if depthwise else out, 1 if depthwise else channels, kernel, kernel)
        x = same_conv(x, fill(conv + ".weight", shape), None, stride, channels if depthwise else 1)
        p = [fill(f"{bn}.{part}", (x.shape[1],)) for part in ("running_mean", "running_var", "weight", "bias")]
        return F.batch_norm(x, *p, training=False, eps=1e-3)

    x = (x - 127) / 128
    x = F.relu6(conv_bn(x, "_conv_stem", "_bn0", 32, 3, 2, False))
    layers, index = {}, 0
    for k, s, e, out, repeat in ((3, 1, 1, 16, 1), (3, 2, 6, 24, 2), (5, 2, 6, 40, 2), (3, 2, 6, 80, 3),
                                 (5, 1, 6, 112, 3), (5, 2, 6, 192, 4), (3, 1, 6, 320, 1)):
        for i in range(repeat):
            name, y = f"_blocks.{index}.", x
            if e > 1:
                y = F.relu6(conv_bn(y, name + "_expand_conv", name + "_bn0", x.shape[1] * e, 1, 1, False))
            y = F.relu6(conv_bn(y, name + "_depthwise_conv", name + "_bn1", 0, k, s if i == 0 else 1, True))
            y = conv_bn(y, name + "_project_conv", name + "_bn2", out, 1, 1, False)
            x = x + y if i > 0 else y
            layers[f"blocks.{index}"] = x
            index += 1
    return layers


def torchvision_layers(builder, x):
    net = builder(weights=None).eval()
    state = {n: fill(n, tuple(t.shape)) for n, t in net.state_dict().items() if not n.endswith("num_batches_tracked")}
    net.load_state_dict(state, strict=False)
    mean = torch.tensor([123.675, 116.28, 103.53]).view(1, 3, 1, 1)
    deviation = torch.tensor([58.395, 57.12, 57.375]).view(1, 3, 1, 1)
    x = net.maxpool(net.relu(net.bn1(net.conv1((x - mean) / deviation))))
    layers = {}
    for name in ("layer1", "layer2", "layer3"):
        layers[name] = x = getattr(net, name)(x)
    return layers


def caffe_layers(x):
    """ResNet-50 as Keras has it: stride in the first 1x1 convolution, biases, epsilon 1e-3, BGR minus the mean."""
    def conv_bn(x, conv, bn, out, kernel, stride):
        weight = fill(conv + ".weight", (out, x.shape[1], kernel, kernel))
        x = F.conv2d(x, weight, fill(conv + ".bias", (out,)), stride, kernel // 2)
        p = [fill(f"{bn}.{part}", (out,)) for part in ("running_mean", "running_var", "weight", "bias")]
        return F.batch_norm(x, *p, training=False, eps=1e-3)

    x = x.flip(1) - torch.tensor([103.939, 116.779, 123.68]).view(1, 3, 1, 1)
    x = F.relu(conv_bn(x, "conv1", "bn1", 64, 7, 2))
    x = F.max_pool2d(F.pad(x, (1, 1, 1, 1)), 3, 2)
    layers = {}
    for layer, (blocks, width) in enumerate(((3, 64), (4, 128), (6, 256)), 1):
        for block in range(blocks):
            n, stride = f"layer{layer}.{block}.", 2 if layer > 1 and block == 0 else 1
            y = F.relu(conv_bn(x, n + "conv1", n + "bn1", width, 1, stride))
            y = F.relu(conv_bn(y, n + "conv2", n + "bn2", width, 3, 1))
            y = conv_bn(y, n + "conv3", n + "bn3", 4 * width, 1, 1)
            if block == 0:
                x = conv_bn(x, n + "downsample.0", n + "downsample.1", 4 * width, 1, stride)
            x = F.relu(x + y)
        layers[f"layer{layer}"] = x
    return layers


def digest(tensor):
    flat = tensor[0].permute(1, 2, 0).reshape(-1).double()  # rows, columns, channels
    places = [i * (flat.numel() - 1) // 39 for i in range(40)]
    return {"shape": [tensor.shape[2], tensor.shape[3], tensor.shape[1]], "norm": float(flat.norm()),
            "values": [round(float(flat[p]), 7) for p in places]}


def main():
    networks = {
        "efficientnet-lite0": (lite0_layers, ["blocks.0", "blocks.2", "blocks.4", "blocks.10", "blocks.15"]),
        "resnet18": (lambda x: torchvision_layers(torchvision.models.resnet18, x), ["layer1", "layer2", "layer3"]),
        "resnet50": (lambda x: torchvision_layers(torchvision.models.resnet50, x), ["layer1", "layer2", "layer3"]),
        "wide_resnet50_2": (lambda x: torchvision_layers(torchvision.models.wide_resnet50_2, x), ["layer2", "layer3"]),
        "resnet50-caffe": (caffe_layers, ["layer1", "layer2", "layer3"]),
    }
    goldens = []
    with torch.no_grad():
        for name, (run, layers) in networks.items():
            for width, height in ((96, 64), (93, 71)):
                outputs = run(image(width, height))
                goldens.append({"architecture": name, "width": width, "height": height,
                                "layers": {layer: digest(outputs[layer]) for layer in layers}})
    print(json.dumps(goldens, separators=(",", ":")).replace("},{\"arch", "},\n{\"arch"))


main()
