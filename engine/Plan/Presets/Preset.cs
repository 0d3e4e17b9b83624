using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Presets;

/// <summary>Named parameters to begin from.</summary>
/// <param name="Name">Name in the manifest.</param>
/// <param name="Description">What it is, in one line.</param>
/// <param name="Parameters">Its values: all but those with a dependent default, which may be open.</param>
public sealed record Preset(string Name, string Description, ParameterSet Parameters);
