using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Stylization;

/// <summary>One trial of a batch.</summary>
/// <param name="Trial">The setting.</param>
/// <param name="Pictures">What it reads, each at its own size.</param>
/// <param name="Observer">Is told how it goes, on the trial's thread.</param>
/// <param name="Checkpoint">What to go on from; null to begin.</param>
/// <param name="Cancellation">Ends this trial within one evaluation; the others go on.</param>
public sealed record BatchedTrial(
    Trial Trial, TrialPictures Pictures, IStylizationObserver Observer, ReadOnlyMemory<byte>? Checkpoint, CancellationToken Cancellation);
