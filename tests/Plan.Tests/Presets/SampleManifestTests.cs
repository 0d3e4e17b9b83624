using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Presets;

public sealed class SampleManifestTests
{
    private static readonly string Folder = Repository.PathOf("samples");
    private static readonly string[] Images =
        ["harbor.png", "impasto.png", "lighthouse.png", "mosaic.png", "shore.png", "town.png", "water.png", "woodcut.png"];

    // What makes the sheet of all presets small is the sheet's own.
    private static readonly ParameterDefinition[] SizesAndLengths =
        [ParameterCatalog.Network, ParameterCatalog.ImageSize, ParameterCatalog.Iterations, ParameterCatalog.Scales];

    public static TheoryData<string> Manifests => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Plan_EachSample_HasTrialsOfTheSamplesImages(string name)
    {
        var plan = Sample.Plan(Parse(name), Images);

        Assert.NotEmpty(plan.Trials);
        Assert.Equal(Path.GetFileNameWithoutExtension(name), plan.Sweep);
    }

    [Fact]
    public void Presets_EachExperiment_IsThePresetOfItsName()
    {
        var manifest = Parse("presets.yaml");
        var plan = Sample.Plan(manifest, Images);
        var trials = plan.Trials.ToDictionary(trial => trial.Id, trial => trial.Parameters);

        Assert.Equal(PresetCatalog.Names, manifest.Experiments.Select(experiment => experiment.Name).Order(StringComparer.Ordinal));
        Assert.All(plan.Cells, cell =>
        {
            // Two styles a preset.
            var name = manifest.Experiments[cell.Coordinates[ExperimentAxis(plan)]].Name;
            var made = trials[cell.TrialId];
            var preset = ParameterResolver.Resolve(PresetCatalog.Find(name)!.Parameters, NetworkName.Vgg19Mini);
            var differing = ParameterCatalog.All.Except(SizesAndLengths).Where(definition => IsUsed(definition, preset))
                .Where(definition => definition.LabelOf(preset) != definition.LabelOf(made))
                .Select(definition => $"{name}: {definition} {definition.LabelOf(preset)}");
            Assert.Empty(differing);
        });
    }

    private static int ExperimentAxis(SweepPlan plan) => plan.Axes.Index().Single(axis => axis.Item.Name == "experiment").Index;

    private static bool IsUsed(ParameterDefinition definition, TrialParameters of) =>
        (of.Optimizer != OptimizerKind.Adam || (definition != ParameterCatalog.LineSearch && definition != ParameterCatalog.HistorySize))
        && (of.TvWeight != 0 || definition != ParameterCatalog.TvConvention)
        && (of.Mode != TrialMode.Reconstruction || !definition.Name.StartsWith("style", StringComparison.Ordinal))
        && (of.Mode != TrialMode.Texture || !definition.Name.StartsWith("content", StringComparison.Ordinal));

    private static Manifest Parse(string name) => ManifestParser.Parse(File.ReadAllText(Path.Combine(Folder, name)), name);
}
