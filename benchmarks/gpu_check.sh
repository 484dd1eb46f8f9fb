#!/usr/bin/env bash
# Ten minutes on a machine with a CUDA card: is decoding right there, and how fast is it? One command, one log, and at its
# end a section for RESULTS.md.
#
#     bash benchmarks/gpu_check.sh                 on CUDA, random weights of the real sizes
#     bash benchmarks/gpu_check.sh --published     the same, then fetches the published models (22 GB) and plays with them
#     bash benchmarks/gpu_check.sh --tiny          the same steps on the CPU with tiny weights: whether they run at all
#
# Speed does not depend on what weights say. Each step has a time-out of its own; one that fails or takes too long is named
# in the table, and the others still run. Set PYTHON to choose an interpreter.
set -u
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-.venv/bin/python}
LOG=${LOG:-$(mktemp -d)/gpu_check}
export PYTHONPATH="$PWD/backend:$PWD${PYTHONPATH:+:$PYTHONPATH}"
mkdir -p "$LOG"

device=cuda precision=bf16 sizes="small medium" steps=1500 seconds=180 batches="1 16" denoising="--size real"
if [ "${1:-}" = --tiny ]; then
    device=cpu precision=fp32 sizes=tiny steps=40 seconds=4 batches="1 2" denoising="--steps 2 --seconds 1"
fi

table="$LOG/table.md" figures="$LOG/figures.md"
: >"$figures"
echo "| step | result | s |" >"$table"
echo "|---|---|---|" >>"$table"

step() { # name, most seconds, command ...
    local name=$1 most=$2 began=$SECONDS
    shift 2
    echo "== $name"
    if timeout "$most" "$@" >"$LOG/$name.txt" 2>&1; then result=done; else result="failed or over ${most} s ($?)"; fi
    { echo; echo "$name:"; echo '```'; tail -n 14 "$LOG/$name.txt"; echo '```'; } | tee -a "$figures"
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
step denoising 90 "$PYTHON" -m benchmarks.denoising --device $device --precision $precision $denoising
if [ "$device" = cuda ]; then
    step riffusion 40 "$PYTHON" -m benchmarks.riffusion_speed --unet cuda
fi
if [ "${1:-}" = --published ]; then
    for model in musicgen-small riffusion audioldm2-music ace-step; do
        step "get-$model" 1800 "$PYTHON" -m kinescore models get "$model" --yes
    done
    step published-musicgen 120 "$PYTHON" -m benchmarks.batching --model musicgen-small --device cuda --precision bf16 \
        --seconds 10
    step published-denoising 240 "$PYTHON" -m benchmarks.denoising --device cuda --precision bf16 --seconds 20 \
        --model riffusion=riffusion --model audioldm2=audioldm2-music --model ace_step=ace-step
fi

echo
echo "logs: $LOG; for RESULTS.md:"
echo
echo "## \`bash benchmarks/gpu_check.sh ${1:-}\` ($("$PYTHON" -c 'import torch
print(torch.cuda.get_device_name() if torch.cuda.is_available() else "no CUDA card", "torch", torch.__version__, sep=", ")'))"
echo
cat "$table" "$figures"
! grep -q failed "$table"
