using System.Collections.Immutable;

namespace NeuralStyle.Engine.Optimization;

/// <summary>The pairs that L-BFGS remembers, with what was computed of them; pairs from the oldest to the newest.</summary>
/// <param name="NextSlot">Where the next pair will be stored.</param>
/// <param name="SlotsTouched">Slots that hold values, current or past.</param>
/// <param name="Steps">The differences of the image, each flat.</param>
/// <param name="Differences">The scaled differences of the gradient, each flat.</param>
/// <param name="StepsByDifferences">Dot products of each step with each difference no older than it; by rows, else 0.</param>
/// <param name="DifferencesByDifferences">Dot products of the differences with each other, by rows.</param>
/// <param name="StepsByGradient">Dot products of the steps with the last gradient.</param>
/// <param name="DifferencesByGradient">Dot products of the differences with the last gradient.</param>
public sealed record CurvatureHistoryState(
    int NextSlot,
    int SlotsTouched,
    ImmutableArray<ImmutableArray<float>> Steps,
    ImmutableArray<ImmutableArray<float>> Differences,
    ImmutableArray<double> StepsByDifferences,
    ImmutableArray<double> DifferencesByDifferences,
    ImmutableArray<double> StepsByGradient,
    ImmutableArray<double> DifferencesByGradient);
