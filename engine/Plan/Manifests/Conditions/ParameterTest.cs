namespace NeuralStyle.Plan.Manifests.Conditions;

/// <summary>One thing that a value may be.</summary>
/// <param name="Text">As a manifest writes it.</param>
/// <param name="Holds">Whether a value is it.</param>
internal sealed record ParameterTest(string Text, Func<object, bool> Holds);
