using System.Text.Json;
using NeuralStyle.Infra.Tests.Bicep;
using NeuralStyle.Infra.Tests.Deployment;

namespace NeuralStyle.Infra.Tests.Documents;

/// <summary>docs/settings.md names every setting that there is, and no other.</summary>
public class SettingsPageTests(InfraBicep bicep)
{
    private static readonly HashSet<string> Named = [.. new MarkdownPage("docs/settings.md").Code];

    [Fact]
    public void HostJson_EveryKey_IsExplained() => Assert.Empty(Leaves(Repository.ReadJson("host.json"), "").Except(Named));

    [Fact]
    public void HostJson_KeysThatAreExplained_AreThere() => Assert.Empty(
        Named.Where(name => name.StartsWith("extensions.", StringComparison.Ordinal)).Except(Leaves(Repository.ReadJson("host.json"), "")));

    [Fact]
    public void SampleSettings_EachOne_IsExplained_AndNoOtherOfTheProcessor()
    {
        var sample = Repository.ReadJson("local.settings.sample.json").GetProperty("Values").EnumerateObject().Select(setting => setting.Name).ToList();

        Assert.Empty(sample.Except(Named));
        Assert.Empty(Named.Where(name => name.StartsWith("Processor__", StringComparison.Ordinal) && !name.Contains('=', StringComparison.Ordinal)).Except(sample));
    }

    [Fact]
    public void Parameters_EachOne_IsExplained_WithItsVariableAndItsValues()
    {
        var page = Repository.Read("docs/settings.md");
        var azd = ParameterFiles.Read("infra/main.parameters.json");
        var dev = ParameterFiles.Read("infra/dev.parameters.json");
        var prod = ParameterFiles.Read("infra/prod.parameters.json");
        foreach (var parameter in bicep["infra/main.bicep"].Parameters.Where(parameter => parameter.Name != "thisMonth"))
        {
            var variable = azd[parameter.Name].TrimStart('$', '{').Split('=', '}')[0];
            var row = Assert.Single(page.Split('\n'), line => line.StartsWith($"| `{parameter.Name}` |", StringComparison.Ordinal));

            Assert.StartsWith($"| `{parameter.Name}` | `{variable}` | {parameter.Decorators["description"][0]}", row, StringComparison.Ordinal);
            Assert.EndsWith($"| {Cell(dev[parameter.Name])} | {Cell(prod[parameter.Name])} |", row, StringComparison.Ordinal);
        }
    }

    private static string Cell(string value) => value.Length == 0 ? "empty" : $"`{value}`";

    private static IEnumerable<string> Leaves(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(property => Leaves(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
        : [path];
}
