#!/usr/bin/env bash
# Prepares this clone: finds out whether the published packages restore, installs what is missing, builds the native shim.
# Usage: eng/setup.sh [--tests]    --tests also installs what only the tests need (a browser, shellcheck).
# Does nothing twice: a second run takes seconds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

with_tests=false
for argument in "$@"; do
  case "$argument" in
    --tests) with_tests=true ;;
    *) echo "setup: unknown argument '$argument'; allowed is --tests" >&2; exit 2 ;;
  esac
done

say() { echo "setup: $*"; }
fail() { echo "setup: $*" >&2; exit 1; }

command -v dotnet >/dev/null || fail "the .NET SDK 10 is needed: https://dotnet.microsoft.com/download"

# Which packages are there: PackageSource=nuget|offline in the environment forces the answer, else one try decides and is kept.
probe_packages() {
  local folder
  folder=$(mktemp -d)
  cp Directory.Packages.props "$folder/"
  cat > "$folder/probe.csproj" <<'PROBE'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><PackageSource>nuget</PackageSource></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="TorchSharp" />
    <PackageReference Include="NetVips" />
    <PackageReference Include="Microsoft.Azure.Functions.Worker" />
    <PackageReference Include="Microsoft.DurableTask.Abstractions" />
  </ItemGroup>
</Project>
PROBE
  if timeout 120 dotnet restore "$folder/probe.csproj" -v quiet >/dev/null 2>&1; then echo nuget; else echo offline; fi
  rm -rf "$folder"
}

source_name=${PackageSource:-}
if [ -z "$source_name" ] && [ -f PackageSource.props ]; then
  source_name=$(sed -n 's:.*<PackageSource[^>]*>\(.*\)</PackageSource>.*:\1:p' PackageSource.props)
fi
if [ -z "$source_name" ]; then
  say "trying whether the published packages restore"
  source_name=$(probe_packages)
fi
case "$source_name" in
  nuget) say "packages: published (PackageSource=nuget)" ;;
  offline) say "packages: stand-ins of offline/ over this system's libtorch and libvips (PackageSource=offline)" ;;
  *) fail "PackageSource is '$source_name'; allowed are nuget and offline" ;;
esac
# Kept for builds that say nothing themselves: eng/audit.sh asks about the published packages wherever it runs. Written only where it is
# another, since all is built anew then.
cat > PackageSource.props.new <<PROPS
<Project>
  <PropertyGroup>
    <PackageSource Condition="'\$(PackageSource)' == ''">$source_name</PackageSource>
  </PropertyGroup>
</Project>
PROPS
if cmp -s PackageSource.props.new PackageSource.props 2>/dev/null; then
  rm PackageSource.props.new
else
  mv PackageSource.props.new PackageSource.props
fi

# System packages.
wanted=(fonts-dejavu-core)
[ "$source_name" = offline ] && wanted+=(libtorch-dev libopenblas0-openmp libvips42 cmake g++)
command -v node >/dev/null || wanted+=(nodejs)
command -v npm >/dev/null || wanted+=(npm)
$with_tests && ! command -v chromium >/dev/null && wanted+=(chromium)
$with_tests && ! command -v shellcheck >/dev/null && wanted+=(shellcheck)
missing=()
if command -v dpkg-query >/dev/null; then
  for package in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
elif [ "$source_name" = offline ]; then
  fail "the stand-ins are made for Debian; here dpkg is missing. Use PackageSource=nuget."
fi
if [ "${#missing[@]}" -gt 0 ]; then
  [ "$(id -u)" = 0 ] || fail "missing packages; run: sudo apt-get install --no-install-recommends ${missing[*]}"
  say "installing ${missing[*]}"
  log=$(mktemp)
  if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -20 "$log" >&2
    fail "apt-get could not install ${missing[*]}"
  fi
  rm -f "$log"
fi

# Azurite, for local blob storage and queues, and the parser that tests read Bicep with.
if [ ! -f eng/node_modules/.package-lock.json ] || [ eng/package-lock.json -nt eng/node_modules/.package-lock.json ]; then
  say "installing Azurite and a parser of Bicep"
  npm ci --prefix eng --ignore-scripts --no-audit --no-fund --loglevel=error
  touch eng/node_modules/.package-lock.json
fi

# The C shim between the TorchSharp stand-in and libtorch. CMake rebuilds only what changed.
if [ "$source_name" = offline ]; then
  native=offline/TorchSharp/native
  if [ ! -f "$native/build/CMakeCache.txt" ]; then
    say "building the libtorch shim"
    cmake -S "$native" -B "$native/build" -DCMAKE_BUILD_TYPE=Release >/dev/null
  fi
  cmake --build "$native/build" --parallel "$(nproc)" >/dev/null
fi

say "ready"
