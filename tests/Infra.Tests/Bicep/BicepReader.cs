using System.Text.Json;

namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>Reads Bicep through the parser of eng/package.json.</summary>
internal static class BicepReader
{
    private const string Program = "tests/Infra.Tests/Bicep/read-bicep.mjs";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<BicepFile>> ReadAsync(IEnumerable<string> paths)
    {
        var modules = Repository.PathOf("eng/node_modules");
        Assert.True(
            File.Exists(Path.Combine(modules, "tree-sitter-bicep/tree-sitter-bicep.wasm")), "The parser of Bicep is not installed: run eng/setup.sh --tests.");
        var read = await Shell.RunAsync("node", [Repository.PathOf(Program), modules, .. paths]);
        Assert.True(read.ExitCode == 0, read.Error);
        return JsonSerializer.Deserialize<List<BicepFile>>(read.Output, Json) ?? throw new InvalidDataException($"{Program} printed nothing.");
    }
}
