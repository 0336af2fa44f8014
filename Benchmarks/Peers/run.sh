#!/bin/sh
# Ours and the peers side by side, in one run: builds ours, makes the peers' environment and the inputs, prints ratios.
# Usage: Peers/run.sh [--rounds N] [--repetitions N] [--only WORDS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
venv="$here/.venv"
inputs=${LEVEKAR_BENCH_INPUTS:-"$PWD/.build/bench-inputs"}

swift build -c release --product levekar-bench
ours="$(swift build -c release --show-bin-path)/levekar-bench"
if [ ! -x "$venv/bin/python" ]; then python3 -m venv "$venv"; fi
"$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
if [ ! -f "$inputs/complete" ]; then
  "$ours" inputs "$inputs"
  touch "$inputs/complete"
fi
exec "$venv/bin/python" "$here/run.py" --ours "$ours" --inputs "$inputs" "$@"
