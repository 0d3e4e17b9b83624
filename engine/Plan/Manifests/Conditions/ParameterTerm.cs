using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests.Conditions;

/// <summary>What a parameter may be, e.g. <c>noise</c>, <c>!= noise</c>, <c>&gt;= 1e3</c> or <c>1..10</c>.</summary>
public sealed record ParameterTerm : ConditionTerm
{
    private readonly IReadOnlyList<ParameterTest> _tests;

    internal ParameterTerm(ParameterDefinition parameter, IReadOnlyList<ParameterTest> tests)
        : base(parameter.Name)
    {
        Parameter = parameter;
        _tests = tests;
    }

    /// <summary>The parameter.</summary>
    public ParameterDefinition Parameter { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Texts => [.. _tests.Select(test => test.Text)];

    /// <inheritdoc/>
    internal override bool? Holds(ConditionSubject subject)
    {
        var value = subject.ValueOf(Parameter);
        return _tests.Any(test => test.Holds(value));
    }
}
