using System.Text.RegularExpressions;
using NeuralStyle.Functions.Api;

namespace NeuralStyle.Functions.Tests.Api;

/// <summary>Calls of the API that docs/azure.md shows are such as the API takes.</summary>
public sealed partial class DocumentedCallTests
{
    [Fact]
    public async Task Call_ThatSendsAManifest_SaysATypeThatTheApiTakes()
    {
        var calls = Curl().Matches(await File.ReadAllTextAsync(Repository.PathOf("docs/azure.md"), TestContext.Current.CancellationToken)).Select(call => call.Value)
            .Where(call => call.Contains("--data", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(calls);
        foreach (var call in calls)
        {
            // What curl sends where it is told nothing.
            var type = ContentType().Match(call) is { Success: true } said ? said.Groups[1].Value : "application/x-www-form-urlencoded";
            var request = FakeRequest.Post("/api/sweeps/any", "name: any", ("Content-Type", type));

            Assert.NotEmpty(await ManifestBody.ReadAsync(request, TestContext.Current.CancellationToken));
        }
    }

    [GeneratedRegex(@"\bcurl [^\n]*")]
    private static partial Regex Curl();

    [GeneratedRegex("-H ['\"]Content-Type: ([^'\"]+)['\"]")]
    private static partial Regex ContentType();
}
