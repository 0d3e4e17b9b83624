using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NeuralStyle.Infra.Tests.Bicep;

namespace NeuralStyle.Infra.Tests.Deployment;

public partial class ParameterFileTests(InfraBicep bicep)
{
    // What azd knows by itself; SERVICE_..._IMAGE_NAME is set while it deploys.
    private static readonly string[] OfAzd = ["AZURE_ENV_NAME", "AZURE_LOCATION", "SERVICE_CONTROL_IMAGE_NAME", "SERVICE_WORKER_IMAGE_NAME"];

    [Theory]
    [InlineData("infra/main.parameters.json")]
    [InlineData("infra/dev.parameters.json")]
    [InlineData("infra/prod.parameters.json")]
    public void MainFile_GivesEveryParameterButTheMonth(string file) => Assert.Equal(
        bicep["infra/main.bicep"].Parameters.Select(parameter => parameter.Name).Except(["thisMonth"]), ParameterFiles.Read(file).Keys);

    [Theory]
    [InlineData("infra/dev.parameters.json")]
    [InlineData("infra/prod.parameters.json")]
    public void MainFile_Values_AreAllowed(string file)
    {
        foreach (var (name, value) in ParameterFiles.Read(file))
        {
            var parameter = bicep["infra/main.bicep"].Parameters.Single(parameter => parameter.Name == name);
            if (parameter.Decorators.TryGetValue("allowed", out var allowed))
                Assert.Contains(value, allowed);
            if (parameter.Type == "int")
            {
                var number = int.Parse(value, CultureInfo.InvariantCulture);
                Assert.InRange(number, Bound(parameter, "minValue") ?? int.MinValue, Bound(parameter, "maxValue") ?? int.MaxValue);
            }
        }
    }

    [Fact]
    public void AzdFile_Defaults_AreThoseOfDev()
    {
        var dev = ParameterFiles.Read("infra/dev.parameters.json");
        var azd = ParameterFiles.Read("infra/main.parameters.json").Select(parameter => (parameter.Key, Match: Variable().Match(parameter.Value))).ToList();

        Assert.All(azd, parameter => Assert.True(parameter.Match.Success, parameter.Key));
        Assert.Equal(azd.Count, azd.Select(parameter => parameter.Match.Groups["name"].Value).Distinct().Count());
        Assert.All(azd.Where(parameter => parameter.Match.Groups["default"].Success), parameter => Assert.Equal(dev[parameter.Key], parameter.Match.Groups["default"].Value));
        Assert.Equal(["environmentName", "location"], azd.Where(parameter => !parameter.Match.Groups["default"].Success).Select(parameter => parameter.Key));
    }

    [Theory]
    [InlineData("control")]
    [InlineData("worker")]
    public void AppFile_IsGivenWhatItsBicepAsksFor_FromOutputsOfMain(string app)
    {
        var given = ParameterFiles.Read($"infra/{app}.parameters.json");
        var variables = given.Values.Select(value => Variable().Match(value)).ToList();

        Assert.Equal(bicep[$"infra/{app}.bicep"].Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal), given.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(variables.Where(variable => !variable.Groups["default"].Success).Select(variable => variable.Groups["name"].Value)
            .Except(bicep["infra/main.bicep"].Outputs).Except(OfAzd));
    }

    // Of an app's file azd replaces variables within their quotes and hands the rest to Azure as it is: a number would come as text, and be
    // refused. Only for main does it look at the types.
    [Theory]
    [InlineData("control")]
    [InlineData("worker")]
    public void AppFile_VariableInQuotes_IsForAParameterThatIsText(string app)
    {
        var quoted = Repository.ReadJson($"infra/{app}.parameters.json").GetProperty("parameters").EnumerateObject()
            .Where(parameter => parameter.Value.GetProperty("value").ValueKind == JsonValueKind.String).Select(parameter => parameter.Name).ToList();

        Assert.All(quoted, name => Assert.Equal("string", bicep[$"infra/{app}.bicep"].Parameters.Single(parameter => parameter.Name == name).Type));
        Assert.Contains("batch", quoted);
    }

    [Fact]
    public void AppFiles_WhatBothAppsMustAgreeOn_IsTheSameInBoth()
    {
        var control = ParameterFiles.Read("infra/control.parameters.json");
        var worker = ParameterFiles.Read("infra/worker.parameters.json");

        // A trial is planned for the weights that run it, and a window must hold a batch.
        Assert.All(["weightsPath", "batch", "dataAccountName", "hostName"], (string name) => Assert.Equal(control[name], worker[name]));
        Assert.Contains("Processor__WeightsPath: weightsPath", Repository.Read("infra/control.bicep"), StringComparison.Ordinal);
        Assert.Contains("Processor__WeightsPath: weightsPath", Repository.Read("infra/worker.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Allowed_OfTheSameParameter_AreTheSameInEveryFile()
    {
        var lists = bicep.Files.SelectMany(file => file.Parameters)
            .Where(parameter => parameter.Name is "gpuProfile" or "startBy" or "redundancy" && parameter.Decorators.ContainsKey("allowed"))
            .GroupBy(parameter => parameter.Name, parameter => string.Join(' ', parameter.Decorators["allowed"].Order(StringComparer.Ordinal)));

        Assert.All(lists, list => Assert.Single(list.Distinct()));
    }

    private static int? Bound(BicepParameter parameter, string name) =>
        parameter.Decorators.TryGetValue(name, out var bound) ? int.Parse(bound[0], CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^\$\{(?<name>[A-Z_]+)(=(?<default>[^}]*))?\}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
