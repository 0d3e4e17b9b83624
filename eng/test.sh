#!/usr/bin/env bash
# Sets up, builds, runs every test, and ends with one line: N passed, N failed, N skipped.
# Tests against the reference values run when NEURALSTYLE_SHARED names their folder, and say that they were skipped otherwise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# See run.sh.
export GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-2000} VIPS_WARNING=${VIPS_WARNING:-1}

eng/setup.sh --tests
echo "test: building"
dotnet build NeuralStyle.sln -c Release -v quiet -nologo

results=artifacts/test-results
rm -rf "$results"
echo "test: running"
code=0
dotnet test NeuralStyle.sln -c Release --no-build --nologo --logger trx --logger "console;verbosity=minimal" --results-directory "$results" -v quiet || code=$?

# A test host that died leaves no result file, and its exit code says so; the sum is of those that wrote one.
sum() { grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'; }
total=$(sum total); passed=$(sum passed); failed=$(sum failed)
if [ "$code" != 0 ] && [ "$failed" = 0 ]; then failed=1; echo "test: a test run ended badly without naming a test" >&2; fi
echo "$passed passed, $failed failed, $((total - passed - $(sum failed))) skipped"
exit "$code"
