using NeuralStyle.Cli.Weights;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Networks.Formats;
using NeuralStyle.Engine.Safetensors;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Tests.Weights;

public sealed class WeightsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nst-weights").FullName;
    private readonly Dictionary<string, string> _variables = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Info_File_SaysWhatItHolds()
    {
        var (code, output, _) = await RunAsync("weights", "info", Sample());

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("format                  safetensors", output, StringComparison.Ordinal);
        Assert.Contains("network                 vgg19 or vgg16", output, StringComparison.Ordinal);
        Assert.Contains("preprocessing           caffe: the file's metadata says so", output, StringComparison.Ordinal);
        Assert.Contains("conv1_2                 [2, 2, 3, 3] float32, conv1_2", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Info_Json_IsOneDocument()
    {
        var (_, output, _) = await RunAsync("weights", "info", Sample(), "--json");

        var root = System.Text.Json.JsonDocument.Parse(output).RootElement;
        Assert.Equal(2, root.GetProperty("layers").GetArrayLength());
        Assert.Equal("caffe", root.GetProperty("preprocessing").GetProperty("preprocessing").GetString());
    }

    [Fact]
    public async Task Convert_ToTorchSharpAndBack_KeepsTheNumbers()
    {
        var (dat, back) = (Path.Combine(_folder, "w.dat"), Path.Combine(_folder, "back.safetensors"));

        var first = await RunAsync("weights", "convert", Sample(), dat, "--network", "vgg16");
        var refused = await RunAsync("weights", "convert", dat, back, "--network", "vgg16");
        var second = await RunAsync("weights", "convert", dat, back, "--network", "vgg16", "--preprocessing", "caffe", "--layers", "conv1_1..conv1_2", "--dtype", "float32");

        Assert.Equal((ExitCode.Done, ExitCode.BadInput, ExitCode.Done), (first.Code, refused.Code, second.Code));
        Assert.Contains("doesn't tell what preprocessing", refused.Error, StringComparison.Ordinal);
        var (before, after) = (WeightsFile.Parse("a", await Bytes(Sample())), WeightsFile.Parse("b", await Bytes(back)));
        Assert.Equal(NetworkName.Vgg16, after.Network);
        var layer = LayerName.Parse("conv1_2");
        Assert.Equal(before.Read(NetworkName.Vgg16).Of(layer).Kernel, after.Read(NetworkName.Vgg16).Of(layer).Kernel);
    }

    [Theory]
    [InlineData("w.pth", "conv1_1..conv1_2", "extension")]
    [InlineData("w.dat", "conv1_2..conv1_2", "allowed is conv1_1..convB_I")]
    [InlineData("w.dat", "relu1_2", "allowed is conv1_1..convB_I")]
    [InlineData("w.dat", "conv2_1", "holds no layer conv2_1")]
    public async Task Convert_WhatCannotBe_SaysWhatIsAllowed(string output, string layers, string expected)
    {
        var (code, _, error) = await RunAsync("weights", "convert", Sample(), Path.Combine(_folder, output), "--layers", layers, "--network", "vgg19");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, output)));
    }

    [Fact]
    public async Task Get_UnknownNetwork_IsBadUsage() =>
        Assert.Equal(ExitCode.BadInput, (await RunAsync("weights", "get", "vgg19-mini")).Code);

    [Fact]
    public void CacheFolder_FollowsXdg()
    {
        _variables["XDG_CACHE_HOME"] = "/var/cache/me";
        Assert.Equal("/var/cache/me/neuralstyle", WeightsCache.Folder(Context(TextWriter.Null, TextWriter.Null)));
        _variables["XDG_CACHE_HOME"] = "relative";
        Assert.EndsWith("/.cache/neuralstyle", WeightsCache.Folder(Context(TextWriter.Null, TextWriter.Null)), StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsPaths_BothVariables_AreJoined()
    {
        Assert.Null(Context(TextWriter.Null, TextWriter.Null).WeightsPaths);
        _variables["NEURALSTYLE_VGG16"] = "b";
        Assert.Equal("b", Context(TextWriter.Null, TextWriter.Null).WeightsPaths);
        _variables["NEURALSTYLE_VGG19"] = "a";
        Assert.Equal("a;b", Context(TextWriter.Null, TextWriter.Null).WeightsPaths);
    }

    [Theory]
    [InlineData(NetworkName.Vgg19, nameof(WeightsSource.Torchvision))]
    [InlineData(NetworkName.Vgg16, nameof(WeightsSource.Torchvision))]
    [InlineData(NetworkName.Vgg19, nameof(WeightsSource.Caffe))]
    [InlineData(NetworkName.Vgg16, nameof(WeightsSource.Caffe))]
    public void Published_EachFile_CarriesItsHashInItsName(NetworkName network, string source)
    {
        var weights = PublishedWeights.Of(network, Enum.Parse<WeightsSource>(source));

        Assert.StartsWith($"{EnumNames.Of(network)}-", weights.FileName, StringComparison.Ordinal);
        Assert.Contains(weights.Sha256[..8], weights.FileName, StringComparison.Ordinal);
        Assert.Equal("https", weights.Address.Scheme);
    }

    private static Task<byte[]> Bytes(string path) => File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

    private string Sample()
    {
        var path = Path.Combine(_folder, "sample.safetensors");
        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(i => i / 64f)];
        NamedTensor[] tensors =
        [
            new("conv1_1.weight", [2, 3, 3, 3], Values(54)), new("conv1_1.bias", [2], Values(2)),
            new("conv1_2.weight", [2, 2, 3, 3], Values(36)), new("conv1_2.bias", [2], Values(2)),
        ];
        File.WriteAllBytes(path, SafetensorsFile.Write(tensors, NumberType.Float32, new Dictionary<string, string> { ["preprocessing"] = "caffe" }));
        return path;
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await NstCommandLine.RunAsync(arguments, Context(output, error));
        return (code, output.ToString(), error.ToString());
    }

    private CommandContext Context(TextWriter output, TextWriter error) =>
        new(output, error, false, _variables.GetValueOrDefault, TimeProvider.System);
}
