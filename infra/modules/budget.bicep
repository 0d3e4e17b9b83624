// Mail when the month's cost nears the budget, and when it is expected to pass it. A budget stops nothing by itself.

@description('Cost of a month, in the currency that the subscription is billed in.')
@minValue(1)
param amount int

@description('First of the month from which the budget counts, as yyyy-MM-dd; it can not be changed later.')
param start string

@description('Who gets the mail.')
param email string

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'neuralstyle'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: '${start}T00:00:00Z'
    }
    notifications: {
      Actual80: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [email]
      }
      Forecasted100: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [email]
      }
    }
  }
}
