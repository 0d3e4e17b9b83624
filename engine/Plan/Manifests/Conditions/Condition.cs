using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests.Conditions;

/// <summary>What must hold of a setting, e.g. <c>{init: noise, styleWeight: '&gt; 1e3'}</c>: each of its terms.</summary>
/// <param name="Terms">The terms, at least one.</param>
public sealed record Condition(IReadOnlyList<ConditionTerm> Terms)
{
    /// <summary>Its place, e.g. <c>skip[0]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Its line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Its column, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The parameters that it looks at.</summary>
    public IEnumerable<ParameterDefinition> Parameters => Terms.OfType<ParameterTerm>().Select(term => term.Parameter);

    /// <summary>The names that it looks at: axes of several parameters, experiments, content, style.</summary>
    internal IEnumerable<string> Names => Terms.Select(term => term.Key);

    /// <summary>Whether it holds of a setting; null where the setting doesn't say.</summary>
    internal bool? Holds(ConditionSubject subject)
    {
        var known = true;
        foreach (var term in Terms)
        {
            switch (term.Holds(subject))
            {
                case false:
                    return false;
                case null:
                    known = false;
                    break;
            }
        }

        return known ? true : null;
    }

    /// <summary>As a manifest writes it.</summary>
    public override string ToString() => string.Join(", ", Terms.Select(term => $"{term.Key} {string.Join(" or ", term.Texts)}"));
}
