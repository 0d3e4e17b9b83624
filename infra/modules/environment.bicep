// The Container Apps environment: a profile for the control app, billed by the second, and the GPU's.

@description('Where the environment lives; the GPU must be offered there.')
param location string

@description('Tags of the environment.')
param tags object

@description('Makes the name unique.')
param token string

@description('The GPU that the worker runs on.')
@allowed(['Consumption-GPU-NC8as-T4', 'Consumption-GPU-NC24-A100'])
param gpuProfile string

@description('The subnet of the apps; empty for an environment that is reached over the internet.')
param subnetId string

@description('The workspace that gets the logs of containers and of the platform.')
param workspaceId string

var common = {
  // Logs go by diagnostic settings: the other way would need the workspace's key.
  appLogsConfiguration: {
    destination: 'azure-monitor'
  }
  workloadProfiles: [
    {
      name: 'Consumption'
      workloadProfileType: 'Consumption'
    }
    {
      name: 'gpu'
      workloadProfileType: gpuProfile
    }
  ]
  zoneRedundant: false
}

var inNetwork = {
  vnetConfiguration: {
    infrastructureSubnetId: subnetId
    internal: true
  }
}

resource host 'Microsoft.App/managedEnvironments@2026-01-01' = {
  name: 'cae-${token}'
  location: location
  tags: tags
  properties: empty(subnetId) ? common : union(common, inNetwork)
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs-to-workspace'
  scope: host
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

output name string = host.name
output domain string = host.properties.defaultDomain
output address string = host.properties.staticIp
