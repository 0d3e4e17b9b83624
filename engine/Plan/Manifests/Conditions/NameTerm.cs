namespace NeuralStyle.Plan.Manifests.Conditions;

/// <summary>What an image, an experiment or a point of an axis may be called; <c>*</c> and <c>?</c> stand for letters.</summary>
public sealed record NameTerm : ConditionTerm
{
    internal NameTerm(string key, IReadOnlyList<string> patterns)
        : base(key) => Texts = patterns;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Texts { get; }

    /// <inheritdoc/>
    internal override bool? Holds(ConditionSubject subject) =>
        subject.NamesOf(Key)?.Any(name => Texts.Any(pattern => pattern == name || Glob.Matches(pattern, name)));
}
