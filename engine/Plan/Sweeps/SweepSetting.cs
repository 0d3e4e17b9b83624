using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>A setting while the axes are applied to it.</summary>
/// <param name="Parameters">Its parameters, some perhaps open.</param>
/// <param name="Content">Name of its content image.</param>
/// <param name="Style">Name of its style image.</param>
internal sealed record SweepSetting(ParameterSet Parameters, string Content, string Style);
