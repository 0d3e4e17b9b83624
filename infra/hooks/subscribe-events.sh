#!/usr/bin/env bash
# After the apps: subscribes the control app to the events of new manifests. azd runs it with its environment's values as variables.
# The Functions host makes the webhook's key when it first runs, so it can't be part of the first step. Running it again changes nothing;
# where sweeps are not started by events it removes the subscription that an earlier deployment made.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() { echo "subscribe-events: $*" >&2; exit 1; }

for name in AZURE_RESOURCE_GROUP SERVICE_CONTROL_NAME DEPLOYED_START_BY; do
  [ -n "${!name:-}" ] || fail "$name is not set; run this by 'azd deploy' or 'azd hooks run postdeploy', or export the values of 'azd env get-values' first"
done
if [ "$DEPLOYED_START_BY" != events ]; then
  echo "subscribe-events: sweeps are started by $DEPLOYED_START_BY; there is nothing to subscribe"
  # Where they were started by events before, the topic is still there, since a deployment removes nothing: its events would go to a function that is off.
  # (Asked of the group, since Event Grid itself refuses where it was never used.)
  topics=$(az resource list --resource-group "$AZURE_RESOURCE_GROUP" --resource-type Microsoft.EventGrid/systemTopics --query '[].name' --output tsv)
  while IFS= read -r topic; do
    [ -n "$topic" ] || continue
    found=$(az eventgrid system-topic event-subscription list --resource-group "$AZURE_RESOURCE_GROUP" --system-topic-name "$topic" \
      --query "[?name=='manifests'].name" --output tsv)
    [ -n "$found" ] || continue
    az eventgrid system-topic event-subscription delete --resource-group "$AZURE_RESOURCE_GROUP" --system-topic-name "$topic" --name manifests --yes --output none
    echo "subscribe-events: removed the subscription of $topic, which is not wanted any more"
  done <<<"$topics"
  exit 0
fi
[ -n "${TOPIC_NAME:-}" ] || fail "TOPIC_NAME is not set, though sweeps are to be started by events; run 'azd provision'"

# Attempts, and seconds between them: the first start of the image takes minutes.
attempts=${NEURALSTYLE_KEY_ATTEMPTS:-40}
pause=${NEURALSTYLE_KEY_PAUSE:-15}

address=$(az containerapp show --resource-group "$AZURE_RESOURCE_GROUP" --name "$SERVICE_CONTROL_NAME" \
  --query properties.configuration.ingress.fqdn --output tsv)
[ -n "$address" ] || fail "$SERVICE_CONTROL_NAME has no address"

# The commands for keys are in preview: an older command line has none, which waiting does not mend.
az containerapp function keys list --help >/dev/null 2>&1 \
  || fail "'az containerapp function keys' is not there: it needs the Azure CLI 2.79 or newer ('az upgrade') and its newest extension ('az extension add --upgrade --name containerapp')"

# What az answered last, and what it said against it. The answer holds keys: only this user reads it.
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One shape or the other, as the version of the extension has it: a list of name and value, or an object.
# shellcheck disable=SC2016  # JavaScript, not shell
find_key='
  const find = value => {
    if (value === null || typeof value !== "object") return undefined;
    if (typeof value.blobs_extension === "string") return value.blobs_extension;
    if (value.name === "blobs_extension" && typeof value.value === "string") return value.value;
    for (const part of Object.values(value)) { const found = find(part); if (found) return found; }
    return undefined;
  };
  // An error of the parser would quote what it read, keys too.
  const parse = text => { try { return JSON.parse(text); } catch { console.error("what az answered is no JSON"); process.exit(1); } };
  const text = require("fs").readFileSync(0, "utf8");
  if (text.trim()) process.stdout.write(find(parse(text)) ?? "");'

key=
for ((attempt = 1; attempt <= attempts; attempt++)); do
  if az containerapp function keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$SERVICE_CONTROL_NAME" \
    --key-type systemKey --output json >"$work/keys" 2>"$work/error"; then
    key=$(node -e "$find_key" <"$work/keys" 2>"$work/error") || key=
  fi
  [ -z "$key" ] || break
  echo "subscribe-events: the host has no key for blob events yet ($attempt of $attempts)"
  sleep "$pause"
done
if [ -z "$key" ]; then
  if [ -s "$work/error" ]; then
    echo "subscribe-events: the last attempt ended with:" >&2
    tail -n 5 "$work/error" >&2
  fi
  fail "no system key blobs_extension in $SERVICE_CONTROL_NAME: did it start? See docs/runbook.md#a-manifest-was-uploaded-and-nothing-starts"
fi

# The key goes through a file that only this user reads: what stands on a command line is seen by others.
parameters=$work/parameters.json
# shellcheck disable=SC2016
WEBHOOK="https://$address/runtime/webhooks/blobs?functionName=Host.Functions.StartSweepOnEvent&code=$key" node -e '
  const schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#";
  const parameters = { topicName: { value: process.env.TOPIC_NAME }, webhook: { value: process.env.WEBHOOK } };
  console.log(JSON.stringify({ $schema: schema, contentVersion: "1.0.0.0", parameters }));' >"$parameters"

az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name events --template-file events.bicep \
  --parameters "@$parameters" --output none
echo "subscribe-events: new manifests start sweeps by events"
