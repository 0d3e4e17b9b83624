using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// Is told how a trial goes. Called on the engine's thread: return soon. A run that goes on from a checkpoint tells the evaluations and
/// events of before it once more, first of all, so that whoever listens has heard them all; snapshots of before it are not handed on
/// again.
/// </summary>
public interface IStylizationObserver
{
    /// <summary>An evaluation was done.</summary>
    void OnEvaluation(EvaluationRecord evaluation);

    /// <summary>
    /// The image of an evaluation that the trial's policy keeps: what the result would be if the trial ended there, with its colors and
    /// transparency, of the size that was computed.
    /// </summary>
    void OnSnapshot(int evaluation, Picture image);

    /// <summary>Something out of the ordinary happened; it will be in the result's events.</summary>
    void OnEvent(TrialEvent trialEvent);

    /// <summary>
    /// A checkpoint, from which <see cref="Stylizer.Run"/> goes on exactly; replaces the one before. Snapshots that were handed on before
    /// it must be stored before it is.
    /// </summary>
    void OnCheckpoint(byte[] checkpoint);
}
