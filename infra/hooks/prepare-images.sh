#!/usr/bin/env bash
# Before the apps are built: pins what their images stand on by digest, and builds what lies below the app once for a list of packages,
# so that a change of the code pushes megabytes. azd runs it with its environment's values as variables, and it gives azd what it found.
# What is pinned stays: for security updates of the bases, clear their variables first (docs/azure.md).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fail() { echo "prepare-images: $*" >&2; exit 1; }

registry=${AZURE_CONTAINER_REGISTRY_NAME:-}
[ -n "$registry" ] || fail "AZURE_CONTAINER_REGISTRY_NAME is not set; run 'azd provision' first, then this by 'azd deploy' or 'azd hooks run predeploy'"
endpoint=${AZURE_CONTAINER_REGISTRY_ENDPOINT:-$registry.azurecr.io}

# Microsoft's registry tells the digest of a tag to everybody.
digest_of() { # digest_of REPOSITORY TAG
  curl --silent --show-error --fail --head --retry 3 \
    --header 'Accept: application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json' \
    "https://mcr.microsoft.com/v2/$1/manifests/$2" | tr -d '\r' | sed -n 's/^[Dd]ocker-[Cc]ontent-[Dd]igest: *//p'
}

pin() { # pin VARIABLE REPOSITORY TAG
  local variable=$1 repository=$2 tag=$3 digest
  local image=${!variable:-}
  if [ -z "$image" ]; then
    digest=$(digest_of "$repository" "$tag") || fail "mcr.microsoft.com does not answer for $repository:$tag"
    image="mcr.microsoft.com/$repository:$tag@$digest"
    [[ $image =~ @sha256:[0-9a-f]{64}$ ]] || fail "mcr.microsoft.com told no digest of $repository:$tag, but '$digest'"
    azd env set "$variable" "$image" </dev/null
  fi
  [[ $image =~ @sha256:[0-9a-f]{64}$ ]] || fail "$variable is '$image', which is not pinned; allowed is NAME@sha256:DIGEST"
  printf -v "$variable" '%s' "$image"
  echo "prepare-images: $variable=$image"
}

pin NEURALSTYLE_SDK_IMAGE dotnet/sdk 10.0
pin NEURALSTYLE_FUNCTIONS_IMAGE azure-functions/dotnet-isolated 4-dotnet-isolated10.0

# What the target 'runtime' is made of. The container file counts up to its stage 'app', which is the code's.
fingerprint() { # fingerprint CONTAINERFILE
  {
    echo "$NEURALSTYLE_SDK_IMAGE $NEURALSTYLE_FUNCTIONS_IMAGE"
    sed '/ AS app$/,$d' "$1"
    find global.json Directory.Build.props Directory.Build.targets Directory.Packages.props infra/natives infra/weights \
      -type f ! -path '*/obj/*' ! -path '*/bin/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  } | sha256sum | cut -c1-16
}

runtime() { # runtime VARIABLE REPOSITORY CONTAINERFILE
  local variable=$1 repository=$2 file=$3 tag digest
  tag=$(fingerprint "$file")
  ask() { az acr repository show --name "$registry" --image "$repository:$tag" --query digest --output tsv; }
  digest=$(ask 2>/dev/null) || digest=
  if [ -z "$digest" ]; then
    echo "prepare-images: building $repository:$tag from $file; once for a list of packages, and it takes long"
    az acr build --registry "$registry" --file "$file" --target runtime --image "$repository:$tag" --platform linux/amd64 --timeout 14400 \
      --build-arg "SDK_IMAGE=$NEURALSTYLE_SDK_IMAGE" --build-arg "FUNCTIONS_IMAGE=$NEURALSTYLE_FUNCTIONS_IMAGE" .
    digest=$(ask) || fail "$repository:$tag was built and is not in $registry"
  fi
  azd env set "$variable" "$endpoint/$repository@$digest" </dev/null
  echo "prepare-images: $variable=$endpoint/$repository@$digest"
}

runtime NEURALSTYLE_CONTROL_RUNTIME runtime-control infra/control.Dockerfile
runtime NEURALSTYLE_GPU_RUNTIME runtime-gpu infra/gpu.Dockerfile
