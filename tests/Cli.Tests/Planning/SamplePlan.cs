using System.Text;
using NeuralStyle.Cli.Planning;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Tests.Planning;

/// <summary>Plans of manifests over two images that are nowhere.</summary>
internal static class SamplePlan
{
    public static SweepPlan Of(string lines)
    {
        var manifest = ManifestParser.Parse(Encoding.UTF8.GetBytes($"content: a.jpg\nstyle: b.jpg\n{lines}"), "sample.yaml");
        var images = manifest.MatchImages(["a.jpg", "b.jpg"]);
        return SweepPlanner.Plan(manifest, new SweepInputs
        {
            Sweep = "sample",
            Images = images,
            ImageHashes = images.All.ToDictionary(name => name, name => new string(name[0], 64)),
            DefaultNetwork = NetworkName.Vgg19Mini,
            Weights = Enum.GetValues<NetworkName>().ToDictionary(network => network, network => new WeightsReference(network, new string('0', 64))),
        });
    }

    public static async Task<string[]> TableAsync(SweepPlan plan)
    {
        var trials = plan.Trials.Select((trial, i) => new TrialEstimate(trial, 256, 192, trial.Parameters.TotalEvaluations, i + 0.5, 100 + i)).ToList();
        await using var output = new StringWriter();
        await PlanTable.WriteAsync(output, plan, new SweepEstimate(trials, 12.4, 101));
        return output.ToString().Split(Environment.NewLine);
    }
}
