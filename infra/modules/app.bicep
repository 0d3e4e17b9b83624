// A Functions host in the Container Apps environment, as both of ours are. What differs between them is given.

@description('Name of the app.')
@minLength(2)
@maxLength(32)
param name string

@description('Which of the two it is; names.json says which functions it runs.')
@allowed(['control', 'worker'])
param role string

@description('Where the app lives.')
param location string

@description('Name of the azd environment, for the tags by which azd finds the app.')
param environmentName string

@description('The Container Apps environment.')
param hostName string

@description('The workload profile.')
@allowed(['Consumption', 'gpu'])
param profile string

@description('Cores of a replica, as a number in a string.')
param cpu string

@description('Memory of a replica, such as 4Gi.')
param memory string

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

@description('Whether callers outside the environment may reach it: the internet, or the network of a private installation.')
param external bool

@description('The queue whose length decides how many replicas there are; empty where the platform makes rules from the triggers.')
param queue string

@description('Messages of that queue to a replica, a number as text; empty without a queue.')
param queueLength string

@description('Replicas that are always there.')
@minValue(0)
param minReplicas int

@description('Replicas at most.')
@minValue(1)
param maxReplicas int

@description('Seconds between the request to stop and the end.')
@minValue(10)
@maxValue(600)
param graceSeconds int

@description('Functions of this app that are off all the same.')
param off string[]

@description('Settings of this app alone: name and value.')
param settings object

var names = loadJsonContent('../names.json')

resource host 'Microsoft.App/managedEnvironments@2026-01-01' existing = {
  name: hostName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// The one place that switches functions: one image runs all of them, each app those that names.json gives it.
var functions = items(names.functions)
var switchedOff = filter(functions, item => !contains(item.value, role) || contains(off, item.key))
var switches = map(switchedOff, item => {
  name: 'AzureWebJobs.${item.key}.Disabled'
  value: 'true'
})

var common = {
  ASPNETCORE_URLS: 'http://+:${names.port}'
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  TASK_HUB_NAME: names.taskHub
  // By it telemetry tells the two apps apart.
  OTEL_SERVICE_NAME: names.host.ids[role]
  AzureFunctionsWebHost__hostid: names.host.ids[role]
  AzureWebJobsStorage__accountName: dataAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
}

// For an app of kind functionapp the platform makes the rules and refuses others. It was seen to make none for a queue that is read with a
// user-assigned identity (microsoft/azure-container-apps#1633), and what has no replica then never gets one. So an app that scales from
// nothing is a plain container app, with a rule of its own that names the identity.
var rules = [
  {
    name: 'queue'
    custom: {
      type: 'azure-queue'
      identity: identity.id
      metadata: {
        accountName: dataAccountName
        queueName: queue
        queueLength: queueLength
      }
    }
  }
]

var values = map(items(union(common, settings)), item => {
  name: item.key
  value: item.value
})

resource app 'Microsoft.App/containerApps@2026-01-01' = {
  name: name
  location: location
  kind: empty(queue) ? 'functionapp' : null
  tags: {
    'azd-env-name': environmentName
    'azd-service-name': role
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: host.id
    workloadProfileName: profile
    configuration: {
      activeRevisionsMode: 'Single'
      // The platform scales a functionapp by its triggers only where there is ingress; the environment's own is enough.
      ingress: {
        external: external
        targetPort: names.port
        transport: 'auto'
        allowInsecure: false
        traffic: [
          {
            latestRevision: true
            weight: 100
          }
        ]
      }
      registries: [
        {
          server: registryEndpoint
          identity: identity.id
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: graceSeconds
      containers: [
        {
          name: role
          image: imageName
          env: concat(values, switches)
          resources: {
            cpu: json(cpu)
            memory: memory
          }
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: names.healthPath
                port: names.port
                scheme: 'HTTP'
              }
              initialDelaySeconds: 5
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: {
                path: names.healthPath
                port: names.port
                scheme: 'HTTP'
              }
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 4
            }
            {
              type: 'Readiness'
              httpGet: {
                path: names.readyPath
                port: names.port
                scheme: 'HTTP'
              }
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 4
            }
          ]
        }
      ]
      scale: {
        rules: empty(queue) ? null : rules
        minReplicas: minReplicas
        maxReplicas: maxReplicas
      }
    }
  }
}

resource metrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'metrics-to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output name string = app.name
output fqdn string = app.properties.configuration.ingress.fqdn
