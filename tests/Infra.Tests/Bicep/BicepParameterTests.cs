using System.Text.RegularExpressions;

namespace NeuralStyle.Infra.Tests.Bicep;

public partial class BicepParameterTests(InfraBicep bicep)
{
    [Fact]
    public void Parameter_OfEveryFile_IsDescribed()
    {
        var bare =
            from file in bicep.Files
            from parameter in file.Parameters
            where !parameter.Decorators.TryGetValue("description", out var text) || text is not [{ Length: > 10 }]
            select $"{file.Name}:{parameter.Line} {parameter.Name}";

        Assert.Empty(bare);
        Assert.All(bicep.Files, file => Assert.All(file.Parameters, parameter => Assert.Contains(parameter.Name, file.Used)));
    }

    [Fact]
    public void Parameter_Number_HasABound()
    {
        var bare =
            from file in bicep.Files
            from parameter in file.Parameters
            where parameter.Type == "int" && !parameter.Decorators.ContainsKey("minValue")
            select $"{file.Name}:{parameter.Line} {parameter.Name}";

        Assert.Empty(bare);
    }

    // What is not secure is shown in the log of the deployment. Addresses with keys in their query, and whatever is called a key.
    [Fact]
    public void Parameter_WithAKeyInIt_IsSecure()
    {
        var keys = bicep.Files.SelectMany(file => file.Parameters).Where(parameter => KeyName().IsMatch(parameter.Name)
            || parameter.Decorators["description"].Any(text => KeyWord().IsMatch(text))).ToList();

        Assert.Contains(keys, parameter => parameter.Name == "webhook");
        Assert.All(keys, parameter => Assert.True(parameter.Decorators.ContainsKey("secure"), $"{parameter.Name} is not secure."));
        Assert.All(keys, parameter => Assert.True(parameter.Required, $"{parameter.Name} has a default."));
    }

    [GeneratedRegex("key|secret|password|accessToken|webhook|connectionString", RegexOptions.IgnoreCase)]
    private static partial Regex KeyName();

    [GeneratedRegex(@"\b(key|secret|password)\b", RegexOptions.IgnoreCase)]
    private static partial Regex KeyWord();
}
