// Everything but the two apps, which are deployed with their images: control.bicep and worker.bicep.
targetScope = 'subscription'

@description('Name of this installation, such as dev or prod; part of the resource group\'s name and a tag of every resource.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Where everything lives. The GPU must be offered there. It can not be changed later.')
@allowed(['australiaeast', 'swedencentral', 'westeurope', 'westus3'])
param location string

@description('The GPU of a worker: a T4 with 16 GB, or an A100 with 80 GB. Not every region has both.')
@allowed(['Consumption-GPU-NC8as-T4', 'Consumption-GPU-NC24-A100'])
param gpuProfile string = 'Consumption-GPU-NC8as-T4'

@description('Workers at most, each with one GPU. Quota must allow as many.')
@minValue(1)
@maxValue(100)
param gpuMaxReplicas int = 1

@description('Trials of one size that a worker takes as one batch. The Functions host takes no more messages at once than the most here.')
@minValue(1)
@maxValue(32)
param gpuBatch int = 1

@description('Replicas of the control app at most. One is always there: Durable Functions on Azure Storage does not wake by itself.')
@minValue(1)
@maxValue(4)
param controlMaxReplicas int = 1

@description('How a manifest in blob storage starts its sweep: Event Grid tells at once; polling works in a private network too, and looks every ten seconds.')
@allowed(['events', 'polling'])
param startBy string = 'events'

@description('public: storage and the API answer on the internet, to those who sign in. private: only inside a network of this installation. It can not be changed later.')
@allowed(['public', 'private'])
param network string = 'public'

@description('Addresses of the network of a private installation, as CIDR; at least a /22. They can not be changed later.')
param networkAddresses string = '10.80.0.0/16'

@description('How many copies of the data there are, and where.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param redundancy string = 'Standard_LRS'

@description('Tier of the registry. Basic holds 10 GiB; Premium can stream images, which shortens the cold start, once that is switched on for a repository: docs/azure.md.')
@allowed(['Basic', 'Standard', 'Premium'])
param registrySku string = 'Standard'

@description('Days after which an input image that was not changed is removed; 0 keeps them.')
@minValue(0)
param inputDays int = 0

@description('Days after which results and trials that were not changed move to the cool tier.')
@minValue(1)
param coolDays int = 30

@description('Days after which results and trials that were not changed are removed; 0 keeps them.')
@minValue(0)
param resultDays int = 90

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('Who is told of alerts and of the budget, by mail; empty for nobody.')
param alertEmail string = ''

@description('Budget of a month, in the currency that the subscription is billed in; 0 for none.')
@minValue(0)
param monthlyBudget int = 0

@description('First of the month from which the budget counts, as yyyy-MM-dd; empty for this month. It must stay what it was.')
param budgetStart string = ''

@description('This month: not to be given.')
param thisMonth string = utcNow('yyyy-MM-01')

@description('Minutes that a trial may wait for a worker before an alert.')
@minValue(1)
param queueWaitMinutes int = 30

@description('Hours of GPU replicas in 24 hours before an alert.')
@minValue(1)
param gpuHoursADay int = 4

@description('What an hour of one worker costs, for the estimates; empty where it is not known. Current prices: the pricing page of Container Apps.')
param hourlyRate string = ''

@description('Currency of that rate; only a label.')
param currency string = ''

@description('Object id of the person or group that submits sweeps; empty for none.')
param operatorPrincipalId string = ''

@description('Whether that is a person, a group, or a pipeline.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorPrincipalType string = 'User'

var token = uniqueString(subscription().id, environmentName, location)
var tags = {
  'azd-env-name': environmentName
  application: 'neuralstyle'
}
var isPrivate = network == 'private'
// Event Grid delivers to addresses on the internet only.
var starting = isPrivate ? 'polling' : startBy
var controlName = 'ca-control-${token}'
var workerName = 'ca-worker-${token}'
var budgetFrom = empty(budgetStart) ? thisMonth : budgetStart
var hasBudget = monthlyBudget > 0 && !empty(alertEmail)

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-neuralstyle-${environmentName}'
  location: location
  tags: tags
}

module identities 'modules/identities.bicep' = {
  name: 'identities'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    logDays: logDays
    workerName: workerName
  }
}

module dataAccount 'modules/account.bicep' = {
  name: 'data-account'
  scope: group
  params: {
    name: 'stdata${token}'
    location: location
    tags: tags
    redundancy: redundancy
    publicAccess: !isPrivate
  }
}

// Durable's own: the worker has no business there, and its traffic does not share the data account's limits.
module hubAccount 'modules/account.bicep' = {
  name: 'hub-account'
  scope: group
  params: {
    name: 'sthub${token}'
    location: location
    tags: tags
    redundancy: redundancy
    publicAccess: !isPrivate
  }
}

module store 'modules/store.bicep' = {
  name: 'store'
  scope: group
  params: {
    accountName: dataAccount.outputs.name
    inputDays: inputDays
    coolDays: coolDays
    resultDays: resultDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    sku: registrySku
  }
}

module privateNetwork 'modules/network.bicep' = if (isPrivate) {
  name: 'network'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    addresses: networkAddresses
    dataAccountId: dataAccount.outputs.id
    hubAccountId: hubAccount.outputs.id
  }
}

module host 'modules/environment.bicep' = {
  name: 'environment'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    gpuProfile: gpuProfile
    subnetId: isPrivate ? privateNetwork!.outputs.appsSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
  }
}

module zone 'modules/environment-zone.bicep' = if (isPrivate) {
  name: 'environment-zone'
  scope: group
  params: {
    domain: host.outputs.domain
    address: host.outputs.address
    networkId: privateNetwork!.outputs.networkId
    tags: tags
  }
}

module grants 'modules/grants.bicep' = {
  name: 'grants'
  scope: group
  params: {
    dataAccountName: dataAccount.outputs.name
    hubAccountName: hubAccount.outputs.name
    registryName: registry.outputs.name
    insightsName: monitoring.outputs.insightsName
    controlPrincipalId: identities.outputs.controlPrincipalId
    workerPrincipalId: identities.outputs.workerPrincipalId
    operatorPrincipalId: operatorPrincipalId
    operatorPrincipalType: operatorPrincipalType
  }
  // The roles are on containers and queues, which must be there.
  dependsOn: [store]
}

module topic 'modules/topic.bicep' = if (starting == 'events') {
  name: 'topic'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    accountId: dataAccount.outputs.id
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    workspaceId: monitoring.outputs.workspaceId
    workerName: workerName
    email: alertEmail
    queueWaitMinutes: queueWaitMinutes
    gpuHoursADay: gpuHoursADay
  }
}

module budget 'modules/budget.bicep' = if (hasBudget) {
  name: 'budget'
  scope: group
  params: {
    amount: monthlyBudget
    start: budgetFrom
    email: alertEmail
  }
}

// What the apps' own files need, and people.
output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_CONTAINER_REGISTRY_NAME string = registry.outputs.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.endpoint
output AZURE_CONTAINER_ENVIRONMENT_NAME string = host.outputs.name
output SERVICE_CONTROL_NAME string = controlName
output SERVICE_CONTROL_IDENTITY_NAME string = identities.outputs.controlName
output SERVICE_WORKER_NAME string = workerName
output SERVICE_WORKER_IDENTITY_NAME string = identities.outputs.workerName
output DATA_ACCOUNT_NAME string = dataAccount.outputs.name
output HUB_ACCOUNT_NAME string = hubAccount.outputs.name
output INSIGHTS_NAME string = monitoring.outputs.insightsName
output WORKSPACE_ID string = monitoring.outputs.workspaceId
output TOPIC_NAME string = starting == 'events' ? topic!.outputs.name : ''
output DEPLOYED_START_BY string = starting
output DEPLOYED_GPU_PROFILE string = gpuProfile
output DEPLOYED_GPU_MAX_REPLICAS int = gpuMaxReplicas
output DEPLOYED_GPU_BATCH int = gpuBatch
output DEPLOYED_CONTROL_MAX_REPLICAS int = controlMaxReplicas
output DEPLOYED_HOURLY_RATE string = hourlyRate
output DEPLOYED_CURRENCY string = currency
// Kept by azd for the next time. Without a budget none begins: a month that has passed by then could not be given to a new one.
output NEURALSTYLE_BUDGET_START string = hasBudget ? budgetFrom : budgetStart
