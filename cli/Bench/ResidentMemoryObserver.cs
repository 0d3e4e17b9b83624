using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Cli.Bench;

/// <summary>Notes the resident memory after a number of evaluations, once buffers have found their size.</summary>
internal sealed class ResidentMemoryObserver(int evaluation) : IStylizationObserver
{
    public long BytesAfterWarmUp { get; private set; }

    public void OnEvaluation(EvaluationRecord evaluationRecord)
    {
        if (evaluationRecord.Evaluation == evaluation)
            BytesAfterWarmUp = Environment.WorkingSet;
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
