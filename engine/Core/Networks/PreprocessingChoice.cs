namespace NeuralStyle.Engine.Networks;

/// <summary>Which preprocessing weights expect, and how that is known.</summary>
/// <param name="Preprocessing">The preprocessing.</param>
/// <param name="Reason">How it is known, as a clause: "its metadata says so".</param>
public sealed record PreprocessingChoice(Preprocessing Preprocessing, string Reason);
