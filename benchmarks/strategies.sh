#!/usr/bin/env bash
# Every strategy at equal bank size, on the same images in the same orders, with the same support rule (none): trains and
# evaluates each, one line of CSV a run, and prints mean and spread over the orders.
#   benchmarks/strategies.sh DATASET OUT.csv [SIZES] [ORDERS] [IMAGES] [STRATEGIES]
# SIZES and ORDERS are lists: "1000 8000" and "1 2 3" (an order is a seed: another draw of IMAGES images, shown in
# another order). A strategy may be followed by the size of its reservoir, "reservoir:64MiB".
# Features are computed once and kept beside OUT.csv. Runs whose line is there already are left out.
set -euo pipefail

dataset=${1:?DATASET}
out=${2:?OUT.csv}
sizes=${3:-1000 8000}
orders=${4:-1 2 3}
images=${5:-200}
strategies=${6:-reservoir reservoir:256MiB reservoir:64MiB gated meld-reduce tree union random offline}
cli=${PATINA_CLI:-$(dirname "$0")/../build/release/bin/patina-cli}
fields="image.auroc pixel.aupro30 at.review.defects.all.recall"
trained="coverage.radius coverage.p999 coverage.mean time.coresetS memory.peakBytes bank.sha256"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$(dirname "$out")"
[ -s "$out" ] || echo "strategy,K,order,auroc,aupro30,recall,radius,p999,mean,coresetS,peakBytes,bank" >"$out"

# The value of a name in a flat JSON object, one name a line.
value() { sed -n "s/^ *\"$2\": \"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}$/\1/p" "$1"; }

for order in $orders; do
    for size in $sizes; do
        for strategy in $strategies; do
            grep -q "^$strategy,$size,$order," "$out" && continue
            reservoir=1GiB
            [[ $strategy != *:* ]] || reservoir=${strategy#*:}
            "$cli" train "$dataset" --out "$work/m.patina" --strategy "${strategy%:*}" --reservoir "$reservoir" \
                --bank-size "$size" --seed "$order" \
                --max-images "$images" --min-support 0 --feature-cache "$out.features" --quiet --json >"$work/train.json"
            "$cli" evaluate "$work/m.patina" "$dataset" --feature-cache "$out.features" --quiet --json >"$work/eval.json"
            line="$strategy,$size,$order"
            for name in $fields; do line+=",$(value "$work/eval.json" "$name")"; done
            for name in $trained; do line+=",$(value "$work/train.json" "$name")"; done
            echo "$line" >>"$out"
        done
    done
done

# Mean and, behind it, the distance of the farthest order from it.
awk -F, 'NR > 1 {
    key = $1 " " $2
    if (!(key in runs)) order[++keys] = key
    runs[key]++
    for (i = 4; i <= 10; i++) { sum[key, i] += $i; value[key, i, runs[key]] = $i }
}
END {
    printf "%-18s %6s %4s  %-15s %-15s %-15s %-13s %-13s %-13s %s\n", "strategy", "K", "runs", "image AUROC", "AUPRO 0.30", \
        "recall", "radius", "99.9 %", "mean", "coreset s"
    for (k = 1; k <= keys; k++) {
        split(order[k], name, " ")
        printf "%-18s %6d %4d ", name[1], name[2], runs[order[k]]
        for (i = 4; i <= 10; i++) {
            mean = sum[order[k], i] / runs[order[k]]
            far = 0
            for (r = 1; r <= runs[order[k]]; r++) {
                d = value[order[k], i, r] - mean
                if (d < 0) d = -d
                if (d > far) far = d
            }
            printf i < 7 ? " %.4f (%.4f)" : " %6.2f (%.2f)", mean, far
        }
        printf "\n"
    }
}' "$out"
