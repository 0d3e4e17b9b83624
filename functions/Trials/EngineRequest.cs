using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>A trial for the engine to run.</summary>
/// <param name="Trial">The setting.</param>
/// <param name="Files">What it reads.</param>
/// <param name="Observer">Is told how it goes, on the thread that runs the trial.</param>
/// <param name="Cancellation">Ends the run within one evaluation.</param>
public sealed record EngineRequest(Trial Trial, TrialFiles Files, ITrialObserver Observer, CancellationToken Cancellation);
