#!/usr/bin/env bash
# Holds an image that was built against what its container file promises: size, user, port, lists of packages.
# Usage: infra/check-image.sh IMAGE    exits with 1 and says why where a promise is broken.
set -euo pipefail

image=${1:-}
[ -n "$image" ] || { echo "usage: infra/check-image.sh IMAGE" >&2; exit 2; }

ask() { docker image inspect --format "$1" "$image"; }

bytes=$(ask '{{.Size}}')
budget=$(ask '{{index .Config.Labels "neuralstyle.budget-mib"}}')
packages=$(ask '{{index .Config.Labels "neuralstyle.sbom"}}')
user=$(ask '{{.Config.User}}')
# shellcheck disable=SC2016  # a template of Docker's
ports=$(ask '{{range $port, $_ := .Config.ExposedPorts}}{{$port}} {{end}}')

# shellcheck disable=SC2317  # called by promise
unprivileged() { [[ -n $user && $user != root && ! $user =~ ^0(:|$) ]]; }

# shellcheck disable=SC2317  # called by promise
both_lists() { [[ " $packages " == *' /home/site/wwwroot/packages.json '* && " $packages " == *' /opt/neuralstyle/native/packages.json '* ]]; }

broken=0
promise() { # promise SENTENCE CONDITION...
  local sentence=$1
  shift
  if "$@"; then
    echo "check-image: $sentence"
  else
    echo "check-image: BROKEN: $sentence" >&2
    broken=1
  fi
}

[[ $budget =~ ^[0-9]+$ ]] || { echo "check-image: $image has no label neuralstyle.budget-mib with a number, but '$budget'" >&2; exit 1; }
size=$((bytes / 1048576))
promise "$size MiB, of $budget at most" test "$size" -le "$budget"
promise "runs as user '$user', which is not root" unprivileged
promise "listens on '$ports', above 1024" grep -qx '8080/tcp *' <<<"$ports"
promise "names its lists of packages, the app's and the native files': '$packages'" both_lists
exit "$broken"
