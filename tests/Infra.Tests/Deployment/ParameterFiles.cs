namespace NeuralStyle.Infra.Tests.Deployment;

/// <summary>Parameter files of Azure Resource Manager: name to value.</summary>
internal static class ParameterFiles
{
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        var document = Repository.ReadJson(file);
        Assert.Equal("1.0.0.0", document.GetProperty("contentVersion").GetString());
        return document.GetProperty("parameters").EnumerateObject().ToDictionary(
            parameter => parameter.Name, parameter => Assert.Single(parameter.Value.EnumerateObject()).Value.ToString());
    }
}
