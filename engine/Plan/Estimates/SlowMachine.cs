using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Estimates;

/// <summary>
/// A machine slower than any that trials are run on: a sweep that it would get done within its limits needs no better estimate. The figures
/// are no measurement; a single core of 2020 is some five times as fast.
/// </summary>
public sealed class SlowMachine : ITrialTimes
{
    private const double MultiplyAddsPerSecond = 1e9;
    private const double SecondsBesideAnEvaluation = 0.1;
    private const double SecondsBesideATrial = 5;

    /// <inheritdoc/>
    public TimeEstimate Estimate(TrialParameters parameters, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var seconds = TrialCosts.Of(parameters, width, height).SecondsAt(MultiplyAddsPerSecond)
            + (SecondsBesideAnEvaluation * parameters.TotalEvaluations) + SecondsBesideATrial;
        return new TimeEstimate(seconds, EstimateSource.Unknown, 0);
    }
}
