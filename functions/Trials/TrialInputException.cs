namespace NeuralStyle.Functions.Trials;

/// <summary>
/// What a trial was planned with is not what is there now. Final for this run of the sweep, but nothing about the trial itself:
/// no record is kept, so that a later submission tries again.
/// </summary>
public sealed class TrialInputException(string message) : Exception(message);
