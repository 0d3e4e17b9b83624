namespace NeuralStyle.Plan.Effects.Runs;

/// <summary>What was published of a run.</summary>
/// <param name="Run">The run's name.</param>
/// <param name="Text">The words.</param>
public sealed record PublishedLabel(string Run, string Text);
