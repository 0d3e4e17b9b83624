using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests.Settings;

/// <summary>Values that can't be together in one trial.</summary>
/// <param name="Reads">The parameters that it looks at, and those that their defaults depend on.</param>
/// <param name="At">Where it is reported: at the first of these that the manifest sets.</param>
/// <param name="Fault">What is wrong with a setting; null when nothing is.</param>
internal sealed record Conflict(
    IReadOnlyList<ParameterDefinition> Reads, IReadOnlyList<ParameterDefinition> At, Func<Setting, string?> Fault)
{
    /// <summary>Reports it, once a place.</summary>
    public void Report(SettingSpace space, ProblemList problems)
    {
        if (!space.Knows(Reads))
            return;

        var found = space.Over(Reads)
            .Select(setting => (Message: Fault(setting), Place: setting.PlaceOfAny(At)))
            .Where(fault => fault.Message is not null)
            .DistinctBy(fault => fault.Place);
        foreach (var (message, place) in found)
            problems.Add(place.Line, place.Column, place.Path, message!);
    }
}
