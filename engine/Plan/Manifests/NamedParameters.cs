using System.Collections.Immutable;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Parameters that a manifest sets.</summary>
/// <param name="Values">Their values; those with problems are missing.</param>
/// <param name="Sources">Where they are set, also those whose values have problems.</param>
internal sealed record NamedParameters(ParameterSet Values, ImmutableDictionary<ParameterDefinition, ParameterSource> Sources)
{
    /// <summary>Sets nothing.</summary>
    public static NamedParameters None { get; } =
        new(ParameterSet.Empty, ImmutableDictionary<ParameterDefinition, ParameterSource>.Empty);

    /// <summary>The parameters whose values have problems.</summary>
    public IEnumerable<ParameterDefinition> Unread => Sources.Keys.Where(definition => !Values.Has(definition));

    /// <summary>These and one more, whose value is read.</summary>
    public NamedParameters With(ParameterDefinition definition, ParameterSource source, ProblemList problems) => new(
        ParameterValueReader.Read(definition, source.Value, source.Path, problems) is { } value ? Values.With(definition, value) : Values,
        Sources.SetItem(definition, source));
}
