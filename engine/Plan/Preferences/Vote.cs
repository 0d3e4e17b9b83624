namespace NeuralStyle.Plan.Preferences;

/// <summary>One answer to the question which of two trials is better.</summary>
/// <param name="A">Id of the first trial.</param>
/// <param name="B">Id of the second trial.</param>
/// <param name="Choice">The answer.</param>
/// <param name="At">When it was given, UTC.</param>
public sealed record Vote(string A, string B, VoteChoice Choice, DateTimeOffset At);
