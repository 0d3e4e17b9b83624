namespace NeuralStyle.Functions.Orchestrations;

/// <summary>A trial that is to be begun.</summary>
/// <param name="TrialId">The trial.</param>
/// <param name="Begun">How often it was begun before in this run of the sweep, and given back.</param>
public sealed record WaitingTrial(string TrialId, int Begun);
