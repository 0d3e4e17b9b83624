using System.Text.RegularExpressions;

namespace NeuralStyle.Infra.Tests.Deployment;

/// <summary>No key is asked for, passed on or written down anywhere in the description of the installation.</summary>
public partial class SecretsTests
{
    [Fact]
    public void Infra_AsksForNoKeys()
    {
        var found =
            from file in Files()
            from Match match in Forbidden().Matches(Repository.Read(file))
            select $"{file}: {match.Value}";

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("value: account.listKeys().keys[0].value")]
    [InlineData("adminUserEnabled: true")]
    [InlineData("allowSharedKeyAccess: true")]
    [InlineData("AccountKey=Zm9v")]
    [InlineData("sharedKey: workspace.x")]
    [InlineData("passwordSecretRef: 'p'")]
    [InlineData("secrets: [")]
    [InlineData("?sv=2024-01-01&sig=abc")]
    [InlineData("publicAccess: 'Blob'")]
    [InlineData("module x 'br/public:avm/res/x:1.0'")]
    public void Search_FindsWhatItIsFor(string text) => Assert.Matches(Forbidden(), text);

    private static IEnumerable<string> Files() => Repository.Files("infra", "*.*").Append("azure.yaml")
        .Where(file => Path.GetExtension(file) is ".bicep" or ".json" or ".sh" or ".yaml" or ".Dockerfile");

    [GeneratedRegex(
        @"listKeys|listCredentials|listAccountSas|adminUserEnabled: true|allowSharedKeyAccess: true|AccountKey=|sharedKey:|passwordSecretRef|secrets: \[|[?&]sig=|publicAccess: '(?!None)|'(br|ts)[:/]|BEGIN [A-Z ]*PRIVATE KEY",
        RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
