using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Preferences;

/// <summary>An axis of a finer sweep.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Values">Its values; a single one is fixed.</param>
/// <param name="Why">Where they come from, in words.</param>
internal sealed record FinerAxis(ParameterDefinition Parameter, IReadOnlyList<object> Values, string Why);
