#!/usr/bin/env bash
# Ten minutes on a machine with a CUDA card: is decoding right there, and how fast is it? One command, one log, a table for
# RESULTS.md at its end.
#
#     bash benchmarks/gpu_check.sh                 on CUDA
#     bash benchmarks/gpu_check.sh --tiny          the same steps on the CPU with tiny weights: whether they run at all
#
# Random weights of the real sizes: speed does not depend on them. Each step has a time-out of its own; one that fails or
# takes too long is named in the table, and the others still run. Set PYTHON to choose an interpreter.
set -u
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-.venv/bin/python}
LOG=${LOG:-$(mktemp -d)/gpu_check}
export PYTHONPATH="$PWD/backend:$PWD${PYTHONPATH:+:$PYTHONPATH}"
mkdir -p "$LOG"

device=cuda precision=bf16 sizes="small medium" steps=1500 seconds=180 batches="1 16"
if [ "${1:-}" = --tiny ]; then
    device=cpu precision=fp32 sizes=tiny steps=40 seconds=4 batches="1 2"
fi

table="$LOG/table.md"
echo "| step | result | s |" >"$table"
echo "|---|---|---|" >>"$table"

step() { # name, most seconds, command ...
    local name=$1 most=$2 began=$SECONDS
    shift 2
    echo "== $name"
    if timeout "$most" "$@" >"$LOG/$name.txt" 2>&1; then result=done; else result="failed or over ${most} s ($?)"; fi
    tail -n 14 "$LOG/$name.txt"
    echo "| $name | $result | $((SECONDS - began)) |" >>"$table"
}

step codes 90 "$PYTHON" -m pytest -q -x --run-slow -p no:cacheprovider tests/backbones/test_musicgen_decoding.py \
    -k "cuda or recorded or bit_for_bit $([ $device = cuda ] && echo 'or compiled')"
for size in $sizes; do
    for way in eager captured compiled; do
        [ "$device" = cpu ] && [ "$way" != eager ] && continue
        step "decoding-$size-$way" 75 "$PYTHON" -m benchmarks.musicgen_decoding --device $device --size "$size" \
            --precision $precision --steps $steps --batches $batches --way "$way" --own-loop-only
    done
done
step traffic 40 "$PYTHON" -m benchmarks.decoder_traffic --device $device --precision $precision --size "${sizes%% *}"
step long-pieces 60 "$PYTHON" -m benchmarks.long_pieces --device $device --precision $precision --seconds $seconds \
    --size "${sizes%% *}"
step precision 30 "$PYTHON" -m benchmarks.decoder_precision --device $device --size "${sizes%% *}"
step training 60 "$PYTHON" benchmarks/training_throughput.py --device $device --size "${sizes%% *}" --seconds 5 --batch 16
if [ "$device" = cuda ]; then
    step riffusion 40 "$PYTHON" -m benchmarks.riffusion_speed --unet cuda
fi

echo
echo "logs: $LOG"
cat "$table"
! grep -q failed "$table"
