using System.Text;
using NeuralStyle.Cli.Planning;
using NeuralStyle.Plan.Estimates;
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

    /// <summary>The lines of a plan's table; the trials take 0.5 s, 1.5 s and so on, and 100 MiB, 101 MiB and so on.</summary>
    public static Task<string[]> TableAsync(SweepPlan plan, WorkRate? rate = null, int reused = 0, params (string TrialId, string Reason)[] cut) =>
        TableAsync(plan, [], rate, reused, cut);

    /// <summary>The lines of the table of a search, of which some rungs are not known trial by trial.</summary>
    public static async Task<string[]> TableAsync(
        SweepPlan plan, IReadOnlyList<RungForecast> rungs, WorkRate? rate = null, int reused = 0, params (string TrialId, string Reason)[] cut)
    {
        rate ??= new WorkRate();
        var trials = plan.Trials.Select((trial, i) =>
        {
            var time = i < reused ? TimeEstimate.Reused : new TimeEstimate(i + 0.5, EstimateSource.Records, 7);
            return new TrialForecast(
                trial.Id, 256, 192, trial.Parameters.TotalEvaluations, time, (100L + i) << 20, rate.CostOf(time.Seconds!.Value));
        });
        var report = PlanReport.Of(plan, new SweepForecast([.. trials], rate) { Rungs = rungs }, new LimitVerdict([], cut));
        await using var output = new StringWriter();
        await PlanTable.WriteAsync(output, plan, report, rate);
        return output.ToString().Split(Environment.NewLine);
    }
}
