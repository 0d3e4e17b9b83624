using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests.Settings;

/// <summary>
/// A value that a manifest sets and that does nothing in any trial: a mistake, since its author expects something of it. What a
/// preset sets is none, and neither is a value that one trial of the sweep has use for.
/// </summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Reads">What else it looks at, and what the defaults of that depend on.</param>
/// <param name="Parts">The parts of a setting's value that each need a use, by their names in the message; none of a neutral one.</param>
/// <param name="HasUse">Whether a setting has use for a part.</param>
/// <param name="Message">What is wrong with a part.</param>
internal sealed record IdleValue(
    ParameterDefinition Parameter,
    IReadOnlyList<ParameterDefinition> Reads,
    Func<Setting, IEnumerable<string>> Parts,
    Func<Setting, string, bool> HasUse,
    Func<Setting, string, string> Message)
{
    /// <summary>A value that has use as a whole or not at all.</summary>
    public static IdleValue Whole(
        ParameterDefinition parameter, IReadOnlyList<ParameterDefinition> reads, Func<Setting, bool> hasUse, string why) => new(
        parameter,
        reads,
        setting => setting.Of<object>(parameter) is var value && value.Equals(NeutralValues.Of(parameter)) ? [] : [parameter.Label(value)],
        (setting, _) => hasUse(setting),
        (_, value) => $"{parameter} {value} has no use: {why}");

    /// <summary>Reports it, once a place and part.</summary>
    public void Report(SettingSpace space, ProblemList problems)
    {
        ParameterDefinition[] all = [Parameter, .. Reads];
        if (!space.Knows(all))
            return;

        var parts = space.Over(all)
            .SelectMany(setting => Parts(setting).Select(part => (Place: setting.PlaceOf(Parameter), Part: part, Setting: setting)))
            .Where(found => found.Place is not null)
            .GroupBy(found => (found.Place, found.Part));
        foreach (var group in parts.Where(group => !group.Any(found => HasUse(found.Setting, found.Part))))
        {
            var place = group.Key.Place!.Value;
            problems.Add(place.Line, place.Column, place.Path, Message(group.First().Setting, group.Key.Part));
        }
    }
}
