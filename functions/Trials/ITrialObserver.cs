using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Is told how a trial goes, on the engine's thread. A run that goes on from a checkpoint tells the evaluations and events of before it
/// once more, and then that it goes on.
/// </summary>
public interface ITrialObserver
{
    /// <summary>An evaluation was done.</summary>
    void OnEvaluation(EvaluationRecord evaluation);

    /// <summary>The image of an evaluation that the trial's policy keeps, as PNG.</summary>
    void OnSnapshot(int evaluation, byte[] png);

    /// <summary>Something out of the ordinary happened.</summary>
    void OnEvent(TrialEvent trialEvent);

    /// <summary>A checkpoint to go on from; replaces the one before.</summary>
    void OnCheckpoint(byte[] checkpoint);
}
