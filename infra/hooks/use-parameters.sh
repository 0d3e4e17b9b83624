#!/usr/bin/env bash
# Gives the chosen azd environment the values of a parameters file: infra/hooks/use-parameters.sh prod
# Name and region stay azd's own (azd env new, azd env set AZURE_LOCATION).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stage=${1:-}
file=$stage.parameters.json
if [ -z "$stage" ] || [ ! -f "$file" ] || [ "$stage" = main ]; then
  echo "usage: infra/hooks/use-parameters.sh dev|prod   (a file infra/NAME.parameters.json)" >&2
  exit 2
fi

# main.parameters.json says which variable is which parameter.
# shellcheck disable=SC2016  # JavaScript, not shell
node -e '
  const fs = require("fs");
  const read = name => JSON.parse(fs.readFileSync(name, "utf8")).parameters;
  const values = read(process.argv[1]);
  for (const [name, { value }] of Object.entries(read("main.parameters.json"))) {
    const variable = /^\$\{(NEURALSTYLE_\w+)/.exec(value);
    if (variable && name in values && values[name].value !== "") console.log(`${variable[1]}\t${values[name].value}`);
  }' "$file" | while IFS=$'\t' read -r variable value; do
  azd env set "$variable" "$value" </dev/null
  echo "use-parameters: $variable=$value"
done
