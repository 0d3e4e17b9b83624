using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests.Conditions;

/// <summary>A setting as conditions look at it.</summary>
/// <param name="ValueOf">The value of a parameter.</param>
/// <param name="NamesOf">
/// The names that it has under a key: of its content image, its style images, its experiment, its point of an axis; null where that is
/// not known.
/// </param>
internal readonly record struct ConditionSubject(Func<ParameterDefinition, object> ValueOf, Func<string, IReadOnlyList<string>?> NamesOf);
