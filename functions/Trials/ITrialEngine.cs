using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>The engine as trials' executions see it: files in, files out. One call at a time; <see cref="TrialBatches"/> sees to that.</summary>
public interface ITrialEngine
{
    /// <summary>What trials run on here; null until the first one opened the engine.</summary>
    EnvironmentRecord? Environment { get; }

    /// <summary>Runs trials to their ends: one in the calling thread, several as one batch.</summary>
    /// <param name="requests">One, or several of one <see cref="BatchKey"/>.</param>
    /// <returns>How each ended, in the same order. An <see cref="Engine.EngineException"/> means that this trial can't be run to its end, now or later.</returns>
    IReadOnlyList<EngineResult> Run(IReadOnlyList<EngineRequest> requests);
}
