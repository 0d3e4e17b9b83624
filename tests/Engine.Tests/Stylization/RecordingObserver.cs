using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Engine.Tests.Stylization;

internal sealed class RecordingObserver(Action<EvaluationRecord>? onEvaluation = null) : IStylizationObserver
{
    public List<EvaluationRecord> Evaluations { get; } = [];

    public Dictionary<int, Picture> Snapshots { get; } = [];

    public void OnEvaluation(EvaluationRecord evaluation)
    {
        Evaluations.Add(evaluation);
        onEvaluation?.Invoke(evaluation);
    }

    public void OnSnapshot(int evaluation, Picture image) => Snapshots.Add(evaluation, image);

    public List<TrialEvent> Events { get; } = [];

    public List<byte[]> Checkpoints { get; } = [];

    public void OnEvent(TrialEvent trialEvent) => Events.Add(trialEvent);

    public void OnCheckpoint(byte[] checkpoint) => Checkpoints.Add(checkpoint);
}
