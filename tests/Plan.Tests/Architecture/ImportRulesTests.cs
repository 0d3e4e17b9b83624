using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralStyle.Plan.Tests.Architecture;

/// <summary>Who may see whom. The compiler holds the project references; these tests hold the references themselves.</summary>
public partial class ImportRulesTests
{
    [Theory]
    [InlineData("engine/Plan/NeuralStyle.Plan.csproj", "", "YamlDotNet")]
    [InlineData("engine/Core/NeuralStyle.Engine.csproj", "NeuralStyle.Plan", "NetVips TorchSharp")]
    [InlineData("functions/NeuralStyle.Functions.csproj", "NeuralStyle.Engine NeuralStyle.Plan", null)]
    [InlineData("cli/NeuralStyle.Cli.csproj", "NeuralStyle.Functions", null)]
    public void Project_References_AreThoseOfTheDesign(string project, string projects, string? packages)
    {
        var document = XDocument.Load(Repository.PathOf(project));

        Assert.Equal(projects, string.Join(' ', Included(document, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)));
        if (packages is not null)
            Assert.Equal(packages, string.Join(' ', Included(document, "PackageReference").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Functions_PackageReferences_AreAzureDurableTelemetryAndNativeFiles()
    {
        var document = XDocument.Load(Repository.PathOf("functions/NeuralStyle.Functions.csproj"));

        Assert.All(Included(document, "PackageReference"), package => Assert.Matches(
            "^(Azure\\.|Microsoft\\.Azure\\.Functions\\.|Microsoft\\.DurableTask\\.|OpenTelemetry|TorchSharp-|NetVips\\.Native)", package));
    }

    [Fact]
    public void Project_ReferenceToOffline_IsNowhereButInItsTargetsFile()
    {
        var projects = Repository.Files(string.Empty, "*.csproj").Where(name => !name.StartsWith("offline/", StringComparison.Ordinal)).ToList();

        Assert.Contains("functions/NeuralStyle.Functions.csproj", projects);
        Assert.All(projects, name => Assert.DoesNotContain("offline/", Repository.Read(name), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("engine/Plan", @"^(System|YamlDotNet|NeuralStyle\.Plan)\b")]
    [InlineData("engine/Core", @"^(System|TorchSharp|NetVips|NeuralStyle\.(Plan|Engine))\b")]
    [InlineData("functions/Orchestrations", @"^(System|Microsoft\.(Azure\.Functions\.Worker|DurableTask|Extensions\.Logging)|NeuralStyle\.(Plan|Functions\.(Orchestrations|Activities|Messages)))\b")]
    public void Source_Usings_StayWithinTheLayer(string folder, string allowed)
    {
        var strays =
            from name in Repository.Files(folder, "*.cs")
            from Match match in Using().Matches(Repository.Read(name))
            where !Regex.IsMatch(match.Groups["name"].Value, allowed)
            select $"{name}: {match.Groups["name"].Value}";

        Assert.Empty(strays);
    }

    [Theory]
    [InlineData("engine/Plan")]
    [InlineData("engine/Core")]
    public void EngineSource_ConsoleEnvironmentAndDirectives_AreNotUsed(string folder)
    {
        var strays = Repository.Files(folder, "*.cs").Where(name => Outside().IsMatch(Repository.Read(name)));

        Assert.Empty(strays);
    }

    [Fact]
    public void ProductSource_ConditionalCompilation_IsNotUsed()
    {
        var strays = new[] { "engine", "functions", "cli" }
            .SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Where(name => Conditional().IsMatch(Repository.Read(name)));

        Assert.Empty(strays);
    }

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    [GeneratedRegex(@"^(global )?using (static )?(\w+ = )?(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Using();

    [GeneratedRegex(@"\bConsole\.|\bEnvironment\.GetEnvironmentVariable|\bDateTime(Offset)?\.(Utc)?Now\b|\bRandom\.Shared\b|\bGuid\.NewGuid\b")]
    private static partial Regex Outside();

    [GeneratedRegex(@"^\s*#(if|define)\b", RegexOptions.Multiline)]
    private static partial Regex Conditional();
}
