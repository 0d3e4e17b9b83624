namespace NeuralStyle.Plan.Manifests.Conditions;

/// <summary>One key of a condition.</summary>
public abstract record ConditionTerm
{
    private protected ConditionTerm(string key) => Key = key;

    /// <summary>A parameter, <c>content</c>, <c>style</c>, <c>experiment</c>, or an axis of several parameters.</summary>
    public string Key { get; }

    /// <summary>What it may be, one of these: as a manifest writes them.</summary>
    public abstract IReadOnlyList<string> Texts { get; }

    /// <summary>Whether it holds of a setting; null where the setting doesn't say.</summary>
    internal abstract bool? Holds(ConditionSubject subject);
}
