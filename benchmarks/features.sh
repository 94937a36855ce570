#!/usr/bin/env bash
# The backbone on one image: ours in strips, LibTorch whole and in tiles, ONNX Runtime whole. All of them in turn, several
# times over, as machines get slower and faster while one measures; prints a line for each and the ratio of the medians.
#   benchmarks/features.sh [WIDTHxHEIGHT] [THREADS] [TURNS]
# PYTHON is a Python with numpy, onnx and onnxruntime; without these ONNX Runtime is left out.
set -euo pipefail

size=${1:-4096x3072}
threads=${2:-2}
turns=${3:-5}
here=$(dirname "$0")
cli=${PATINA_CLI:-$here/../build/release/bin/patina-cli}
python=${PYTHON:-python3}
home=${PATINA_HOME:-${XDG_DATA_HOME:-$HOME/.local/share}/patina}
backbone=$home/backbones/efficientnet-lite0.safetensors

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
onnx=yes
"$python" -c 'import numpy, onnx, onnxruntime' 2>/dev/null || onnx=no

# The value of a name in a flat JSON object, one name a line.
value() { sed -n "s/^ *\"$2\": \([^,]*\),\{0,1\}$/\1/p" "$1"; }

for ((turn = 1; turn <= turns; ++turn)); do
    "$cli" bench features --size "$size" --threads "$threads" --rounds 1 --quiet --json >"$work/ours.json"
    for way in network untiled features tiled; do
        echo "$way $(value "$work/ours.json" "$way.msPerMegapixel") $(value "$work/ours.json" "$way.peakBytes")"
    done
    if [ "$onnx" = yes ]; then
        "$python" "$here/onnx_features.py" "$backbone" --size "$size" --threads "$threads" --rounds 2 |
            sed 's/.*"msPerMegapixel": \([^,]*\),.*"peakBytes": \([0-9]*\).*/onnx \1 \2/'
    fi
done | sort -k1,1 -k2,2g >"$work/lines"

awk -v size="$size" -v threads="$threads" '
    { ms[$1, ++n[$1]] = $2; if ($3 > peak[$1]) peak[$1] = $3 }
    END {
        name["network"] = "layers: row streaming"; name["untiled"] = "layers: LibTorch, whole image"
        name["onnx"] = "layers: ONNX Runtime, whole image"; name["features"] = "patch features: row streaming"
        name["tiled"] = "patch features: LibTorch, tiles with halo"
        printf "%s, %d threads, ms per megapixel\n%-44s %8s %8s %8s %12s %7s\n", size, threads, "", "least", "median", "most", "peak MiB", "ratio"
        split("network untiled onnx features tiled", order, " ")
        for (i = 1; i <= 5; ++i) {
            way = order[i]
            if (!n[way]) continue
            median = ms[way, int((n[way] + 1) / 2)]
            if (way == "network" || way == "features") base = median
            printf "%-44s %8.1f %8.1f %8.1f %12.0f %7.2f\n", name[way], ms[way, 1], median, ms[way, n[way]], peak[way] / 1048576, median / base
        }
    }' "$work/lines"
