using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Scales;
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
        var costs = parameters.AllScales
            .Select(scale => (Size: SizeAt(scale, parameters, content), Scale: scale))
            .Select(at => TrialCosts.Of(parameters with { ImageSize = at.Scale.ImageSize, Iterations = at.Scale.Iterations }, at.Size.Width, at.Size.Height))
            .ToList();
        var own = SizeAt(parameters.AllScales[^1], parameters, content);
        return new TrialEstimate(
            trial,
            own.Width,
            own.Height,
            parameters.TotalEvaluations,
            costs.Sum(cost => cost.SecondsAt(multiplyAddsPerSecond)),
            costs.Max(cost => cost.PeakBytes) / (1024.0 * 1024));
    }

    private static PictureSize SizeAt(Scale scale, TrialParameters parameters, PictureSize content)
    {
        if (parameters.Mode != TrialMode.Texture)
            return content.WithLongestSide(scale.ImageSize, enlarge: true);
        var (width, height) = parameters.TextureSize.At(scale.ImageSize, parameters.ImageSize);
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
