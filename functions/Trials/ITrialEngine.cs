using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// The engine as a trial's execution sees it: files in, file out. One trial at a time; <see cref="EngineThread"/> sees to that.
/// </summary>
public interface ITrialEngine
{
    /// <summary>What trials run on here; null until the first one opened the engine.</summary>
    EnvironmentRecord? Environment { get; }

    /// <summary>Runs a trial to its end, in the calling thread.</summary>
    /// <param name="trial">The setting.</param>
    /// <param name="files">What it reads.</param>
    /// <param name="observer">Is told how it goes, in the same thread.</param>
    /// <param name="cancellation">Ends the run within one evaluation.</param>
    /// <exception cref="Engine.EngineException">The trial can't be run to its end, now or later.</exception>
    TrialImage Run(Trial trial, TrialFiles files, ITrialObserver observer, CancellationToken cancellation);
}
