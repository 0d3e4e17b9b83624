using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>Hears nothing of it.</summary>
internal sealed class SilentObserver : ITrialObserver
{
    public void OnEvaluation(EvaluationRecord evaluation)
    {
    }

    public void OnSnapshot(int evaluation, byte[] png)
    {
    }

    public void OnEvent(TrialEvent trialEvent)
    {
    }

    public void OnCheckpoint(byte[] checkpoint)
    {
    }
}
