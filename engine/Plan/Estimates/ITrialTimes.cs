using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Estimates;

/// <summary>Tells how long trials will take.</summary>
public interface ITrialTimes
{
    /// <summary>The seconds of a trial.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="width">Width at its own imageSize, pixels.</param>
    /// <param name="height">Height at its own imageSize, pixels.</param>
    TimeEstimate Estimate(TrialParameters parameters, int width, int height);
}
