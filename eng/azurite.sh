# shellcheck shell=bash
# Sourced by run.sh. Starts Azurite on free ports with its data in a folder, and exports AzureWebJobsStorage for it.
# The node process itself is started and ended, so that nothing stays behind.

free_port() {
  node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'
}

# start_azurite FOLDER: sets azurite_pid.
start_azurite() {
  local blob queue table
  blob=$(free_port); queue=$(free_port); table=$(free_port)
  mkdir -p "$1"
  node eng/node_modules/azurite/dist/src/azurite.js --location "$1" --silent --disableTelemetry --skipApiVersionCheck \
    --blobHost 127.0.0.1 --queueHost 127.0.0.1 --tableHost 127.0.0.1 \
    --blobPort "$blob" --queuePort "$queue" --tablePort "$table" >"$1/azurite.log" 2>&1 &
  azurite_pid=$!

  # The account and key are Azurite's published ones: no secret.
  local account=devstoreaccount1
  local key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
  AzureWebJobsStorage="DefaultEndpointsProtocol=http;AccountName=$account;AccountKey=$key"
  AzureWebJobsStorage+=";BlobEndpoint=http://127.0.0.1:$blob/$account;QueueEndpoint=http://127.0.0.1:$queue/$account"
  export AzureWebJobsStorage

  for _ in $(seq 100); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$blob") 2>/dev/null && (exec 3<>"/dev/tcp/127.0.0.1/$queue") 2>/dev/null; then return 0; fi
    kill -0 "$azurite_pid" 2>/dev/null || break
    sleep 0.1
  done
  echo "Azurite did not start:" >&2
  cat "$1/azurite.log" >&2
  return 1
}
