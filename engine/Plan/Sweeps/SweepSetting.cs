using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>A setting while the axes are applied to it.</summary>
/// <param name="Parameters">Its parameters, some perhaps open.</param>
/// <param name="Content">Name of its content image; null where the sweep has none.</param>
/// <param name="Styles">Names of its style images: one, all of a blend, or none where the sweep has none.</param>
internal sealed record SweepSetting(ParameterSet Parameters, string? Content, IReadOnlyList<string> Styles);
