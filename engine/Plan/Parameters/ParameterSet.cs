using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Some parameters with values, the others left open. Immutable.</summary>
public sealed class ParameterSet
{
    private readonly ImmutableDictionary<ParameterDefinition, object> _values;

    private ParameterSet(ImmutableDictionary<ParameterDefinition, object> values) => _values = values;

    /// <summary>Leaves everything open.</summary>
    public static ParameterSet Empty { get; } = new(ImmutableDictionary<ParameterDefinition, object>.Empty);

    /// <summary>The parameters that have values, in the catalog's order.</summary>
    public IEnumerable<ParameterDefinition> Defined => ParameterCatalog.All.Where(_values.ContainsKey);

    /// <summary>Every parameter of a trial.</summary>
    public static ParameterSet Of(TrialParameters parameters) =>
        ParameterCatalog.All.Aggregate(Empty, (set, definition) => set.With(definition, definition.ValueOf(parameters)));

    /// <summary>Whether a parameter has a value.</summary>
    public bool Has(ParameterDefinition definition) => _values.ContainsKey(definition);

    /// <summary>The value of a parameter, when it has one.</summary>
    public bool TryGet(ParameterDefinition definition, [NotNullWhen(true)] out object? value) => _values.TryGetValue(definition, out value);

    /// <summary>This set with one more value, or another one.</summary>
    public ParameterSet With(ParameterDefinition definition, object value) => new(_values.SetItem(definition, value));

    /// <summary>This set, with the values of another one instead of its own where the other has them.</summary>
    public ParameterSet With(ParameterSet changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return new(_values.SetItems(changes._values));
    }

    /// <summary>
    /// Whether a parameter is the same in this set and another: left open in both, or of one value, which may be a default in one of them.
    /// </summary>
    public bool Agrees(ParameterSet other, ParameterDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (!Has(definition) && !other.Has(definition))
            || ParameterResolver.ValueIn(this, definition, default).Equals(ParameterResolver.ValueIn(other, definition, default));
    }
}
