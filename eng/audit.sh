#!/usr/bin/env bash
# Asks the package sources for known vulnerabilities of all packages that the product, its images and its build use, also of the packages' packages.
# Usage: eng/audit.sh    Ends with 0 where none is known, 1 where some are, 2 where the sources can't tell.
# 'dotnet list package --vulnerable' says "no vulnerable packages" too where a source has no data on vulnerabilities, as many mirrors;
# so it is first asked about a package that has one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# CVE-2024-21907, in all versions before 13.0.1.
known_name=Newtonsoft.Json known_version=12.0.1

control=$(mktemp -d)
trap 'rm -rf "$control"' EXIT
cat > "$control/control.csproj" <<CONTROL
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="$known_name" Version="$known_version" /></ItemGroup>
</Project>
CONTROL

if ! dotnet restore "$control/control.csproj" -v quiet >"$control/log" 2>&1; then
  tail -5 "$control/log" >&2
  echo "audit: the package sources are out of reach; nothing can be said" >&2
  exit 2
fi
if ! dotnet list "$control/control.csproj" package --vulnerable | grep -q "$known_name"; then
  echo "audit: the package sources have no data on vulnerabilities: of $known_name $known_version they know none, which has one. Nothing can be said" >&2
  exit 2
fi

# Of stand-ins nothing is known; what counts are the published packages.
export PackageSource=nuget
found=0
unknown=0

# ask TITLE PROJECT    Restores a project and looks at all of its packages, also of the packages' packages.
ask() {
  local title=$1 project=$2 list
  if ! dotnet restore "$project" -v quiet >"$control/log" 2>&1; then
    tail -5 "$control/log" >&2
    echo "audit: $title: the packages can't be restored; nothing can be said of them" >&2
    unknown=1
    return
  fi
  if ! list=$(dotnet list "$project" package --vulnerable --include-transitive 2>&1); then
    echo "$list" >&2
    echo "audit: $title: the list of packages can't be made; nothing can be said of them" >&2
    unknown=1
    return
  fi
  echo "$list"
  if grep -q '^ *>' <<<"$list"; then found=1; fi
}

ask "the product and its tests" NeuralStyle.sln
# What the images hold beside the app: no project of the solution asks for the GPU's libtorch.
# (A variable, since 'dotnet list' takes no properties.)
export TorchBackend
for TorchBackend in cpu cuda-linux; do
  ask "native files of an image, $TorchBackend" infra/natives/NeuralStyle.Natives.csproj
done

# npm tells by its exit code that there are some, and that it could not ask; its answer tells which.
npm audit --prefix eng --package-lock-only --json >"$control/npm" 2>/dev/null || true
case $(node -e '
  const text = require("fs").readFileSync(process.argv[1], "utf8");
  const total = (() => { try { return JSON.parse(text).metadata.vulnerabilities.total; } catch { return undefined; } })();
  console.log(total === undefined ? "unknown" : total);' "$control/npm") in
  unknown) echo "audit: npm packages: the registry has no data on vulnerabilities; nothing can be said of them" >&2; unknown=1 ;;
  0) echo "audit: npm packages: no known vulnerability" ;;
  *) npm audit --prefix eng --package-lock-only || true; found=1 ;;
esac

if [ "$found" = 1 ]; then exit 1; fi
if [ "$unknown" = 1 ]; then exit 2; fi
echo "audit: no known vulnerability"
