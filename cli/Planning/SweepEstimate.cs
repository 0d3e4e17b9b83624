using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Planning;

/// <summary>What a planned sweep would cost on this machine.</summary>
/// <param name="Trials">Each distinct trial, in the order in which they would run.</param>
/// <param name="Seconds">Sum of the trials.</param>
/// <param name="PeakMebibytes">The largest of the trials.</param>
internal sealed record SweepEstimate(IReadOnlyList<TrialEstimate> Trials, double Seconds, double PeakMebibytes)
{
    /// <summary>Estimates a plan. A content image that can't be read is taken as square, the largest it could be; its trials will say so.</summary>
    public static SweepEstimate Of(SweepPlan plan, string folder, double multiplyAddsPerSecond)
    {
        var sizes = plan.Trials.Select(trial => trial.Content.Name).Distinct().ToDictionary(name => name, name => SizeOf(name, folder));
        var trials = plan.Trials.Select(trial => Of(trial, sizes[trial.Content.Name], multiplyAddsPerSecond)).ToList();
        return new SweepEstimate(trials, trials.Sum(trial => trial.Seconds), trials.Max(trial => trial.Mebibytes));
    }

    private static TrialEstimate Of(Trial trial, PictureSize content, double multiplyAddsPerSecond)
    {
        var parameters = trial.Parameters;
        var size = SizeOf(parameters, content);
        var cost = TrialCosts.Of(parameters, size.Width, size.Height);
        return new TrialEstimate(
            trial, size.Width, size.Height, parameters.TotalEvaluations, cost.SecondsAt(multiplyAddsPerSecond), cost.PeakBytes / (1024.0 * 1024));
    }

    /// <summary>The size at the trial's own scale.</summary>
    private static PictureSize SizeOf(TrialParameters parameters, PictureSize content)
    {
        if (parameters.Mode != TrialMode.Texture)
            return content.WithLongestSide(parameters.ImageSize, enlarge: true);
        var (width, height) = parameters.TextureSize.At(parameters.ImageSize, parameters.ImageSize);
        return new PictureSize(width, height);
    }

    private static PictureSize SizeOf(string name, string folder)
    {
        try
        {
            return new ImageReader().Read(name, File.ReadAllBytes(Path.Combine(folder, name))).Size;
        }
        catch (EngineException)
        {
            return new PictureSize(1, 1);
        }
    }
}
