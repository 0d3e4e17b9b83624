using NeuralStyle.Infra.Tests.Bicep;

[assembly: AssemblyFixture(typeof(InfraBicep))]

namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>What can be held of Bicep without its compiler: syntax, names within a file, and what modules are given and give.</summary>
public class BicepSyntaxTests(InfraBicep bicep)
{
    // Those of the language that are used; a name that is none of them is a typing error.
    private static readonly HashSet<string> Known =
    [
        "allowed", "description", "maxLength", "maxValue", "minLength", "minValue", "secure",
        "cidrSubnet", "concat", "contains", "empty", "environment", "filter", "guid", "int", "items", "join", "json", "loadJsonContent",
        "loadTextContent", "map", "min", "replace", "resourceGroup", "resourceId", "string", "subscription", "subscriptionResourceId",
        "take", "union", "uniqueString", "utcNow",
    ];

    [Fact]
    public void File_OfInfra_Parses()
    {
        Assert.NotEmpty(bicep.Files);
        Assert.Empty(bicep.Files.SelectMany(file => file.Errors.Select(error => At(file, error))));
    }

    [Fact]
    public void File_OfInfra_UsesOnlyWhatItDeclares()
    {
        Assert.Empty(bicep.Files.SelectMany(file => file.Undeclared.Select(name => At(file, name))));
        Assert.Empty(bicep.Files.SelectMany(file => file.Functions.Where(function => !Known.Contains(function)).Select(function => $"{file.Name}: {function}()")));
        Assert.Empty(bicep.Files.SelectMany(file => file.Symbols.CountBy(name => name).Where(name => name.Value > 1).Select(name => $"{file.Name}: {name.Key}")));
    }

    [Fact]
    public void Module_OfInfra_IsALocalFileThatIsGivenWhatItAsksFor()
    {
        var problems =
            from file in bicep.Files
            from module in file.Modules
            let target = bicep.Files.SingleOrDefault(other => other.File == Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file.File)!, module.Path)))
            let problem = target is null
                ? "is no file here"
                : Difference("lacks", target.Parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name).Except(module.Given))
                    ?? Difference("is given unknown", module.Given.Except(target.Parameters.Select(parameter => parameter.Name)))
            where problem is not null
            select $"{file.Name}:{module.Line} {module.Path} {problem}";

        Assert.Empty(problems);
    }

    [Fact]
    public void ModuleOutput_ThatIsUsed_IsThere()
    {
        var problems =
            from file in bicep.Files
            from use in file.ModuleOutputs
            let module = file.Modules.Single(module => module.Symbol == use.Symbol)
            let target = bicep.Files.Single(other => other.File == Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file.File)!, module.Path)))
            where !target.Outputs.Contains(use.Text)
            select $"{file.Name}:{use.Line}:{use.Column} {use.Symbol}.outputs.{use.Text}";

        Assert.Empty(problems);
        Assert.Contains(bicep["infra/main.bicep"].ModuleOutputs, use => use is { Symbol: "dataAccount", Text: "name" });
    }

    [Fact]
    public async Task Reader_BrokenFile_SaysLineAndColumn()
    {
        var path = Path.Combine(Path.GetTempPath(), $"broken-{Guid.NewGuid():N}.bicep");
        await File.WriteAllTextAsync(path, "param a string\nvar b = [a\nvar c = missing\n", TestContext.Current.CancellationToken);
        try
        {
            var file = Assert.Single(await BicepReader.ReadAsync([path]));

            Assert.Contains(file.Errors, error => error.Line is 2 or 3 && error.Column > 0);
            Assert.Contains(file.Undeclared, name => name is { Line: 3, Column: 9, Text: "missing" });
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? Difference(string what, IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        return list.Length == 0 ? null : $"{what} {list}";
    }

    private static string At(BicepFile file, BicepMark mark) => $"{file.Name}:{mark.Line}:{mark.Column} {mark.Text}";
}
