#!/usr/bin/env bash
# The quickstart, from nothing to a comparison sheet: sets up, starts Azurite and `nst serve`, submits samples/quickstart.yaml
# with the sample images, waits, fetches the sheet to out/quickstart, and stops what it started.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source eng/azurite.sh

# Where cores are shared with other work, threads that spin while they wait stall each other; two thousand turns, then sleep.
export GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-2000}
# A damaged image is reported by us, with its name; libvips need not warn too.
export VIPS_WARNING=${VIPS_WARNING:-1}

out=out/quickstart
azurite_pid=
serve_pid=

# shellcheck disable=SC2317  # called by the trap
stop() {
  # TERM lets the host give its message back; nothing is lost if it is killed, it would only resume later.
  for pid in $serve_pid $azurite_pid; do
    kill "$pid" 2>/dev/null || continue
    wait "$pid" 2>/dev/null || true
  done
}
trap stop EXIT
trap 'exit 130' INT TERM

eng/setup.sh
echo "run: building"
dotnet build cli/NeuralStyle.Cli.csproj -c Release -v quiet -nologo
nst="artifacts/bin/NeuralStyle.Cli/release/nst"

mkdir -p out
echo "run: starting Azurite and nst serve (log: out/serve.log)"
start_azurite out/azurite
"$nst" serve >out/serve.log 2>&1 &
serve_pid=$!

echo "run: submitting samples/quickstart.yaml"
code=0
"$nst" submit samples/quickstart.yaml --images samples/harbor.png samples/impasto.png --wait || code=$?
if [ "$code" != 0 ] && [ "$code" != 3 ]; then
  echo "run: the sweep did not finish (exit code $code); the host's log ends with:" >&2
  tail -20 out/serve.log >&2
  exit "$code"
fi
"$nst" fetch quickstart --out "$out"

echo
echo "The sheet:  $PWD/$out/sheet.png"
echo "The report: $PWD/$out/index.html"
exit "$code"
