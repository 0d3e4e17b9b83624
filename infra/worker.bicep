// The worker: one trial at a time, or one batch, on one GPU. Nobody reaches it from outside. Deployed with its image.

@description('Name of the app.')
param name string

@description('Where the app lives.')
param location string

@description('Name of the azd environment.')
param environmentName string

@description('The Container Apps environment.')
param hostName string

@description('The image, with its registry.')
param imageName string

@description('Address of the registry.')
param registryEndpoint string

@description('The identity that the app runs as.')
param identityName string

@description('The data account.')
param dataAccountName string

@description('Application Insights.')
param insightsName string

@description('The workspace that gets the app\'s metrics.')
param workspaceId string

@description('The GPU that the environment has.')
@allowed(['Consumption-GPU-NC8as-T4', 'Consumption-GPU-NC24-A100'])
param gpuProfile string

// Numbers come as text, as do all of azd's values: it puts them into the quotes of worker.parameters.json and hands that on as it is.
// main.bicep holds their bounds.
@description('Workers at most, a number as text.')
param maxReplicas string

@description('Trials of one size that a worker takes as one batch, a number as text.')
param batch string

@description('Weights files in the image, with ; between two; empty for vgg19-mini alone.')
param weightsPath string = ''

// A replica has its profile's whole machine: a GPU is not shared.
var machines = {
  'Consumption-GPU-NC8as-T4': {
    cpu: '8.0'
    memory: '56Gi'
  }
  'Consumption-GPU-NC24-A100': {
    cpu: '24.0'
    memory: '220Gi'
  }
}

var names = loadJsonContent('names.json')

var settings = {
  AzureFunctionsJobHost__extensions__queues__batchSize: batch
  // No end by the clock: the host would fail the invocation, whose message comes back, and cancel it, upon which the worker queues the trial
  // anew: two messages of one trial. An engine that stands still is ended by Processor__StallTimeout.
  AzureFunctionsJobHost__functionTimeout: '-1'
  // Its one address asks for no key, and in a container that is no Functions app of the platform keys can't be kept by the platform.
  AzureWebJobsSecretStorageType: 'files'
  Processor__Device: 'cuda'
  Processor__Batch: batch
  Processor__WeightsPath: weightsPath
}

module app 'modules/app.bicep' = {
  name: 'worker-app'
  params: {
    name: name
    role: 'worker'
    location: location
    environmentName: environmentName
    hostName: hostName
    profile: 'gpu'
    cpu: machines[gpuProfile].cpu
    memory: machines[gpuProfile].memory
    imageName: imageName
    registryEndpoint: registryEndpoint
    identityName: identityName
    dataAccountName: dataAccountName
    insightsName: insightsName
    workspaceId: workspaceId
    external: false
    // The scaler gives a replica as many messages as the host takes at once.
    queue: names.queues.trials
    queueLength: batch
    minReplicas: 0
    maxReplicas: int(maxReplicas)
    // The worker stops within seconds, with a checkpoint. Replicas with a GPU were seen killed after a minute whatever stood here.
    graceSeconds: 120
    off: []
    settings: settings
  }
}

output WORKER_FQDN string = app.outputs.fqdn
