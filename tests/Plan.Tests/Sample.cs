using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests;

/// <summary>A manifest that uses every key, and what is needed to plan it.</summary>
internal static class Sample
{
    public const string Source = "sweep.yaml";

    public const string Text = """
        name: tubingen-starry
        content: [tubingen.jpg]              # names or globs
        style: [starry_night.jpg]
        preset: gatys
        parameters: {imageSize: 256, iterations: 200}
        axes:
          styleWeight: 1e2..1e6 log 5
          styleLayers: prefixes(relu1_1, relu2_1, relu3_1, relu4_1, relu5_1)
          init: [content, noise, gray]
        grid: {rows: styleLayers, columns: styleWeight, pages: init}
        experiments: []
        seed: 7
        snapshots: first 10, every 10, last
        limits: {maxTrials: 256, maxMinutes: 60}
        """;

    public static readonly string[] Images = ["starry_night.jpg", "tubingen.jpg"];

    public static Manifest Parse(string text) => ManifestParser.Parse(text, Source);

    /// <summary>A manifest of two images and the given lines.</summary>
    public static Manifest With(string lines) => Parse($"content: a.jpg\nstyle: b.jpg\n{lines}");

    public static IReadOnlyList<ManifestProblem> ProblemsOf(string text) =>
        Assert.Throws<ManifestException>(() => Parse(text)).Problems;

    public static IReadOnlyList<ManifestProblem> ProblemsWith(string lines) => ProblemsOf($"content: a.jpg\nstyle: b.jpg\n{lines}");

    public static SweepInputs Inputs(Manifest manifest, params string[] available)
    {
        var images = manifest.MatchImages(available.Length > 0 ? available : [.. Images, "a.jpg", "b.jpg"]);
        return new SweepInputs
        {
            Sweep = manifest.Name ?? "a-sweep",
            Images = images,
            ImageHashes = images.All.ToDictionary(name => name, Hash),
            DefaultNetwork = NetworkName.Vgg19Mini,
            Weights = Enum.GetValues<NetworkName>().ToDictionary(network => network, network => new WeightsReference(network, Hash(network.ToString()))),
        };
    }

    public static SweepPlan Plan(Manifest manifest, params string[] available) => SweepPlanner.Plan(manifest, Inputs(manifest, available));

    public static string Hash(string name) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));
}
