# The worker's image, for a GPU. Build it from the repository's root:
#   docker build -f infra/gpu.Dockerfile -t neuralstyle-gpu --build-arg SDK_IMAGE=NAME@DIGEST --build-arg FUNCTIONS_IMAGE=NAME@DIGEST .
#
# Layers, the seldom changed first, each with what it is expected to weigh (estimates; infra/README.md says on what they rest):
#   the Functions host   1.2 GiB
#   fonts                3 MiB
#   native files         5.6 GiB, of which libtorch with CUDA 12.8 is 5.51
#   weights              none, or 80 to 550 MiB
#   the app              60 MiB, with libvips and TorchSharp's small native part
# Only the last changes with the code. A build without a cache makes the ones before anew, with other times in them. So the target 'runtime' is
# built once for a list of packages, and its name with digest given as RUNTIME_IMAGE: infra/hooks/prepare-images.sh does it before a deployment.
#
# The bases have no defaults: a tag moves, and a digest written here would grow old unseen. The same script resolves them and records them.
ARG SDK_IMAGE
ARG FUNCTIONS_IMAGE
ARG RUNTIME_IMAGE=runtime

# The native files of the packages. Its inputs are the list of versions and a project without code: nothing of ours.
FROM ${SDK_IMAGE} AS natives
WORKDIR /source
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props ./
COPY infra/natives/ infra/natives/
# All times are set to one, so that the same packages give the same layer, which carries the list of them. (A variable, since 'dotnet list' takes
# no properties.)
RUN dotnet publish infra/natives/NeuralStyle.Natives.csproj --configuration Release --runtime linux-x64 --self-contained false \
      -p:PackageSource=nuget -p:TorchBackend=cuda-linux --output /published \
 && mkdir /natives \
 && find /published -type f -name '*.so*' ! -name 'libtorch_python.so' ! -name 'libLibTorchSharp.so' -exec mv -t /natives {} + \
 && TorchBackend=cuda-linux dotnet list infra/natives/NeuralStyle.Natives.csproj package --include-transitive --no-restore --format json >/natives/packages.json \
 && find /natives -exec touch --no-dereference --date=@0 {} + \
 && rm -rf /published /root/.nuget

# What the app stands on: the Functions host, fonts for sheets, native files, weights.
FROM ${FUNCTIONS_IMAGE} AS runtime
USER root
RUN apt-get update \
 && apt-get install --yes --no-install-recommends fontconfig-config fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/*
COPY --from=natives /natives/ /opt/neuralstyle/native/
COPY infra/weights/ /home/weights/
# The Functions host writes here, and would as root only.
RUN mkdir -p /azure-functions-host/Secrets /home/LogFiles /home/data \
 && chown -R "${APP_UID}" /azure-functions-host/Secrets /home/LogFiles /home/data
# Port 80, which the base listens on, is for root.
ENV ASPNETCORE_URLS=http://+:8080 \
    AzureWebJobsScriptRoot=/home/site/wwwroot \
    AzureFunctionsJobHost__Logging__Console__IsEnabled=true \
    FUNCTIONS_WORKER_RUNTIME=dotnet-isolated \
    LD_LIBRARY_PATH=/opt/neuralstyle/native \
    NVIDIA_VISIBLE_DEVICES=all \
    NVIDIA_DRIVER_CAPABILITIES=compute,utility \
    VIPS_WARNING=1
EXPOSE 8080

# The app without libtorch, and the list of what it is made of.
FROM ${SDK_IMAGE} AS app
WORKDIR /source
COPY global.json .editorconfig Directory.Build.props Directory.Build.targets Directory.Packages.props ./
COPY engine/Plan/NeuralStyle.Plan.csproj engine/Plan/
COPY engine/Core/NeuralStyle.Engine.csproj engine/Core/
COPY functions/NeuralStyle.Functions.csproj functions/
RUN dotnet restore functions/NeuralStyle.Functions.csproj --runtime linux-x64 -p:PackageSource=nuget -p:TorchBackend=none
COPY host.json ./
COPY engine/ engine/
COPY functions/ functions/
ARG SOURCE_REVISION=unknown
RUN dotnet publish functions/NeuralStyle.Functions.csproj --configuration Release --runtime linux-x64 --self-contained false --no-restore \
      -p:PackageSource=nuget -p:TorchBackend=none -p:SourceRevisionId="${SOURCE_REVISION}" --output /app \
 && TorchBackend=none dotnet list functions/NeuralStyle.Functions.csproj package --include-transitive --no-restore --format json >/app/packages.json

FROM ${RUNTIME_IMAGE} AS final
ARG FUNCTIONS_IMAGE
ARG SOURCE_REVISION=unknown
LABEL org.opencontainers.image.title="NeuralStyle worker" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.revision="${SOURCE_REVISION}" \
      org.opencontainers.image.base.name="${FUNCTIONS_IMAGE}" \
      neuralstyle.sbom="/home/site/wwwroot/packages.json /opt/neuralstyle/native/packages.json" \
      neuralstyle.budget-mib="7800"
COPY --from=app /app/ /home/site/wwwroot/
# Nobody but root may change what runs; the base image names its unprivileged user.
USER ${APP_UID}
# No HEALTHCHECK: Container Apps has probes of its own (infra/modules/app.bicep), and looks at no other.
