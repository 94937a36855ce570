#!/bin/bash
# Selection of a coreset at 1 % and 10 % of the patches, each beside plain farthest-first in the same run.
# usage: benchmarks/coreset.sh [DATASET [THREADS]]; without a data set on made rows.
set -euo pipefail
cli=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../build/release/bin/patina-cli
data=()
[[ $# -gt 0 ]] && data=(--data "$1")
for share in 0.01 0.1; do
    "$cli" bench coreset "${data[@]}" --share "$share" --threads "${2:-0}" --quiet --json
done
