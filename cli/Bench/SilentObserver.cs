using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Cli.Bench;

/// <summary>Listens and says nothing.</summary>
internal sealed class SilentObserver : IStylizationObserver
{
    public static SilentObserver Instance { get; } = new();

    public void OnEvaluation(EvaluationRecord evaluation)
    {
        // The result's list of evaluations is enough.
    }

    public void OnSnapshot(int evaluation, Picture image)
    {
        // The trial keeps no snapshots.
    }

    public void OnEvent(TrialEvent trialEvent)
    {
        // Nothing of interest happens.
    }

    public void OnCheckpoint(byte[] checkpoint)
    {
        // Nothing is resumed.
    }
}
