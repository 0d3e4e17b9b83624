// The private option: a network for the environment, and private endpoints of both storage accounts in it.

@description('Where the network lives.')
param location string

@description('Tags of every resource.')
param tags object

@description('Makes names unique.')
param token string

@description('Addresses of the network, as CIDR; at least a /22.')
param addresses string

@description('The data account; its blobs and queues get endpoints.')
param dataAccountId string

@description('The task hub account; its blobs, queues and tables get endpoints.')
param hubAccountId string

var services = ['blob', 'queue', 'table']

var endpoints = [
  {
    name: 'data-blob'
    account: dataAccountId
    service: 'blob'
  }
  {
    name: 'data-queue'
    account: dataAccountId
    service: 'queue'
  }
  {
    name: 'hub-blob'
    account: hubAccountId
    service: 'blob'
  }
  {
    name: 'hub-queue'
    account: hubAccountId
    service: 'queue'
  }
  {
    name: 'hub-table'
    account: hubAccountId
    service: 'table'
  }
]

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [addresses]
    }
    subnets: [
      {
        // Each GPU replica takes an address of its own, and a revision that replaces another takes as many again.
        name: 'apps'
        properties: {
          addressPrefix: cidrSubnet(addresses, 23, 0)
          delegations: [
            {
              name: 'container-apps'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addresses, 24, 2)
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for service in services: {
  name: 'privatelink.${service}.${environment().suffixes.storage}'
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (service, index) in services: {
  parent: zones[index]
  name: 'to-${network.name}'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for endpoint in endpoints: {
  name: 'pe-${endpoint.name}-${token}'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: resourceId('Microsoft.Network/virtualNetworks/subnets', network.name, 'endpoints')
    }
    privateLinkServiceConnections: [
      {
        name: endpoint.name
        properties: {
          privateLinkServiceId: endpoint.account
          groupIds: [endpoint.service]
        }
      }
    ]
  }
}]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [for (endpoint, index) in endpoints: {
  parent: privateEndpoints[index]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: endpoint.service
        properties: {
          privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', 'privatelink.${endpoint.service}.${environment().suffixes.storage}')
        }
      }
    ]
  }
  dependsOn: [zones]
}]

output appsSubnetId string = resourceId('Microsoft.Network/virtualNetworks/subnets', network.name, 'apps')
output networkId string = network.id
