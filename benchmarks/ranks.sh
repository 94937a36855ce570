#!/usr/bin/env bash
# The same shards trained by one process and by several, in turn: times, peaks, and whether the bank is the same.
#   benchmarks/ranks.sh DATASET [SHARDS] [RANKS] [ARG...]
# RANKS is a list, "1 2 4": processes of mpirun on this machine, each with its part of the cores. ARGs go to train.
# The baseline is one process without mpirun, all cores, the same shards; beside it one bank without shards.
set -euo pipefail

dataset=${1:?DATASET}
shards=${2:-8}
ranks=${3:-1 2}
shift $(($# < 3 ? $# : 3))
cli=${PATINA_CLI:-$(dirname "$0")/../build/release/bin/patina-cli}
cores=$(nproc)
export OMPI_MCA_rmaps_base_oversubscribe=1 OMPI_MCA_hwloc_base_binding_policy=none
((EUID != 0)) || export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The value of a name in a flat JSON object, one name a line.
value() { sed -n "s/^ *\"$1\": \"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}$/\1/p" "$work/train.json"; }

# run NAME COMMAND...: one line of the table.
run()
{
    local name=$1 start end
    shift
    start=$(date +%s.%N)
    "$@" train "$dataset" --out "$work/m.patina" --quiet --json "${arguments[@]}" >"$work/train.json"
    end=$(date +%s.%N)
    seconds=$(awk "BEGIN { print $end - $start }")
    : "${baseline:=$seconds}"
    printf '%-28s %8.1f s  %5.2f times  peak %6.0f MB a process  radius %s  %.16s\n' "$name" "$seconds" \
        "$(awk "BEGIN { print $baseline / $seconds }")" "$(awk "BEGIN { print $(value memory.peakBytes) / 1e6 }")" \
        "$(value coverage.radius)" "$(value bank.sha256)"
}

baseline=
arguments=("$@" --shards "$shards")
run "one process, $shards shards" "$cli"
for count in $ranks; do
    arguments=("$@" --shards "$shards" --threads "$((cores > count ? cores / count : 1))")
    run "$count ranks, $shards shards" mpirun -n "$count" "$cli"
done
arguments=("$@" --shards 1)
run "one process, one bank" "$cli"
