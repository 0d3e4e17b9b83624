namespace NeuralStyle.Engine.Optimization;

/// <summary>Where a line search ended, and why.</summary>
/// <param name="Point">The point to go to; may be the one where the search began.</param>
/// <param name="End">Why it ended.</param>
internal readonly record struct SearchResult(SearchPoint Point, SearchEnd End);
