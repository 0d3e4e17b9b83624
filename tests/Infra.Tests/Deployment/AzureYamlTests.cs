using NeuralStyle.Infra.Tests.Bicep;
using YamlDotNet.Serialization;

namespace NeuralStyle.Infra.Tests.Deployment;

public class AzureYamlTests(InfraBicep bicep)
{
    private static readonly Dictionary<object, object> Document = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(Repository.Read("azure.yaml"));

    [Fact]
    public void Services_AreTheTwoApps_EachWithItsBicepParametersAndContainerFile()
    {
        var services = Of(Document, "services");

        Assert.Equal(["control", "worker"], services.Keys.Cast<string>().Order(StringComparer.Ordinal));
        foreach (var (name, value) in services)
        {
            var service = (Dictionary<object, object>)value;
            var docker = Of(service, "docker");

            Assert.Equal("containerapp", service["host"]);
            Assert.True(File.Exists(Repository.PathOf((string)docker["path"])), (string)docker["path"]);
            Assert.Equal("true", docker["remoteBuild"]);
            Assert.True(File.Exists(Repository.PathOf($"infra/{name}.bicep")));
            Assert.True(File.Exists(Repository.PathOf($"infra/{name}.parameters.json")));
            Assert.Contains($"role: '{name}'", Repository.Read($"infra/{name}.bicep"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Services_AskForTheApiVersionOfTheirBicep()
    {
        var version = bicep["infra/modules/app.bicep"].Resources.Single(resource => !resource.Existing && resource.Type.Contains("containerApps@", StringComparison.Ordinal)).Type.Split('@')[1];

        Assert.All(Of(Document, "services").Values.Cast<Dictionary<object, object>>(), service => Assert.Equal(version, service["apiVersion"]));
    }

    // Bases have no default anywhere: what isn't pinned by the hook isn't built.
    [Fact]
    public void BuildArguments_AreThoseOfTheContainerFile_AndVariablesThatTheHookSets()
    {
        var hook = Repository.Read((string)Of(Of(Document, "hooks"), "predeploy")["run"]);
        foreach (var service in Of(Document, "services").Values.Cast<Dictionary<object, object>>())
        {
            var docker = Of(service, "docker");
            var arguments = ((List<object>)docker["buildArgs"]).Cast<string>().Select(argument => argument.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);

            Assert.Equal(["FUNCTIONS_IMAGE", "RUNTIME_IMAGE", "SDK_IMAGE"], arguments.Keys.Order(StringComparer.Ordinal));
            Assert.All(arguments.Keys, name => Assert.Matches($@"\nARG {name}(=runtime)?\n", Repository.Read((string)docker["path"])));
            Assert.All(arguments.Values, value => Assert.Matches(@"^\$\{NEURALSTYLE_[A-Z_]+\}$", value));
            Assert.All(arguments.Values, value => Assert.Matches($@"\n(pin|runtime) {value.Trim('$', '{', '}')} ", hook));
        }
    }

    [Fact]
    public async Task Hooks_AreProgramsOfTheRepository()
    {
        foreach (var hook in Of(Document, "hooks").Values.Cast<Dictionary<object, object>>())
            Assert.Equal(0, (await Shell.RunAsync("test", ["-x", Repository.PathOf((string)hook["run"])])).ExitCode);

        Assert.Equal(["postdeploy", "predeploy"], Of(Document, "hooks").Keys.Cast<string>().Order(StringComparer.Ordinal));
        Assert.Equal("infra", Of(Document, "infra")["path"]);
        Assert.True(File.Exists(Repository.PathOf($"infra/{Of(Document, "infra")["module"]}.bicep")));
    }

    private static Dictionary<object, object> Of(Dictionary<object, object> node, string key) => (Dictionary<object, object>)node[key];
}
