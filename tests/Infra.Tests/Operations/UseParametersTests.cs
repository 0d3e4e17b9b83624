using NeuralStyle.Infra.Tests.Deployment;

namespace NeuralStyle.Infra.Tests.Operations;

public sealed class UseParametersTests : IDisposable
{
    private readonly FakeProgram _azd = new();

    public void Dispose() => _azd.Dispose();

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Script_Stage_GivesAzdEveryValueOfItsFile(string stage)
    {
        await _azd.AddAsync("azd", "exit 0");

        var run = await Shell.RunAsync(Repository.PathOf("infra/hooks/use-parameters.sh"), [stage], _azd.Environment);

        Assert.True(run.ExitCode == 0, run.Error);
        var values = ParameterFiles.Read($"infra/{stage}.parameters.json");
        Assert.Contains($"env set NEURALSTYLE_GPU_MAX_REPLICAS {values["gpuMaxReplicas"]}", _azd.Calls);
        Assert.Contains($"env set NEURALSTYLE_REGISTRY_SKU {values["registrySku"]}", _azd.Calls);
        Assert.Equal(values.Count(value => value.Key is not ("environmentName" or "location") && value.Value.Length > 0), _azd.Calls.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("staging")]
    [InlineData("main")]
    public async Task Script_UnknownStage_SaysWhichThereAre(string stage)
    {
        await _azd.AddAsync("azd", "exit 0");

        var run = await Shell.RunAsync(Repository.PathOf("infra/hooks/use-parameters.sh"), [stage], _azd.Environment);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("dev|prod", run.Error, StringComparison.Ordinal);
        Assert.Empty(_azd.Calls);
    }
}
