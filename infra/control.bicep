// The control app: plans sweeps, runs the orchestrations, answers the API, draws sheets. Deployed with its image.

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

@description('The task hub account.')
param hubAccountName string

@description('Application Insights.')
param insightsName string

@description('The workspace that gets the app\'s metrics.')
param workspaceId string

@description('How a manifest in blob storage starts its sweep.')
@allowed(['events', 'polling'])
param startBy string

// Numbers come as text, as do all of azd's values: it puts them into the quotes of control.parameters.json and hands that on as it is.
// main.bicep holds their bounds.
@description('Replicas at most, a number as text.')
param maxReplicas string

@description('Workers at most, a number as text: how many trials a sweep keeps under way, and what estimates of minutes are divided by.')
param workers string

@description('Trials of one size that a worker takes as one batch, a number as text: a window must hold them. This app computes none itself.')
param batch string

@description('What an hour of one worker costs; empty where it is not known.')
param hourlyRate string

@description('Currency of that rate.')
param currency string

@description('Weights files in the image, with ; between two, the same as the worker\'s: a trial is planned for the weights that will run it.')
param weightsPath string = ''

resource hub 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hubAccountName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

// Both watch the same container: with both on, each manifest would come twice.
var idleStart = startBy == 'events' ? 'StartSweep' : 'StartSweepOnEvent'

var settings = {
  TaskHubStorage__blobServiceUri: hub.properties.primaryEndpoints.blob
  TaskHubStorage__queueServiceUri: hub.properties.primaryEndpoints.queue
  TaskHubStorage__tableServiceUri: hub.properties.primaryEndpoints.table
  TaskHubStorage__credential: 'managedidentity'
  TaskHubStorage__clientId: identity.properties.clientId
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'TaskHubStorage'
  // host.json has the worker's numbers; outcomes are small, and many at once are well.
  AzureFunctionsJobHost__extensions__queues__batchSize: '16'
  AzureFunctionsJobHost__extensions__queues__newBatchThreshold: '8'
  // Keys of the API are secrets of the app, where 'az containerapp function keys' finds them.
  AzureWebJobsSecretStorageType: 'containerapp'
  Processor__Dispatch: 'Queue'
  Processor__Window: string(min(int(workers) * int(batch) * 2, 256))
  Processor__Workers: workers
  Processor__HourlyRate: hourlyRate
  Processor__Currency: currency
  Processor__WeightsPath: weightsPath
}

module app 'modules/app.bicep' = {
  name: 'control-app'
  params: {
    name: name
    role: 'control'
    location: location
    environmentName: environmentName
    hostName: hostName
    profile: 'Consumption'
    cpu: '2.0'
    memory: '4Gi'
    imageName: imageName
    registryEndpoint: registryEndpoint
    identityName: identityName
    dataAccountName: dataAccountName
    insightsName: insightsName
    workspaceId: workspaceId
    // In a private installation the environment itself is internal, and this reaches as far as its network.
    external: true
    // The platform makes the rules from the triggers, and with one replica always there none is needed to begin.
    queue: ''
    queueLength: ''
    minReplicas: 1
    maxReplicas: int(maxReplicas)
    graceSeconds: 60
    off: [idleStart]
    settings: settings
  }
}

output CONTROL_FQDN string = app.outputs.fqdn
