namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>All Bicep files of infra/, read once.</summary>
public sealed class InfraBicep : IAsyncLifetime
{
    public IReadOnlyList<BicepFile> Files { get; private set; } = [];

    public BicepFile this[string name] => Files.Single(file => file.Name == name);

    public async ValueTask InitializeAsync() =>
        Files = await BicepReader.ReadAsync(Repository.Files("infra", "*.bicep").Select(Repository.PathOf));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
