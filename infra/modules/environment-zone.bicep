// A name for the apps of a private installation: the environment's own domain, which the internet does not know, in its network.

@description('The environment\'s domain; an app is a name below it.')
param domain string

@description('Where the environment answers within its network.')
param address string

@description('The network in which the names are known.')
param networkId string

@description('Tags of every resource.')
param tags object

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: domain
  location: 'global'
  tags: tags
}

// The apps, and the environment itself.
resource names 'Microsoft.Network/privateDnsZones/A@2024-06-01' = [for name in ['*', '@']: {
  parent: zone
  name: name
  properties: {
    ttl: 3600
    aRecords: [
      {
        ipv4Address: address
      }
    ]
  }
}]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: zone
  name: 'to-network'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: networkId
    }
  }
}
