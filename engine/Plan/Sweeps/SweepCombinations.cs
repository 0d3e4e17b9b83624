using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>The combinations of the axes of a sweep that its conditions leave.</summary>
internal sealed class SweepCombinations
{
    private readonly IReadOnlyList<SweepAxis> _axes;
    private readonly IReadOnlyList<Condition> _skip;
    private readonly NetworkName _defaultNetwork;
    private readonly HashSet<Condition> _asked;
    private readonly HashSet<Condition> _held = [];

    private SweepCombinations(IReadOnlyList<SweepAxis> axes, IReadOnlyList<Condition> skip, NetworkName defaultNetwork)
    {
        _axes = axes;
        _skip = skip;
        _defaultNetwork = defaultNetwork;
        _asked = [.. axes.SelectMany(axis => axis.Conditions).OfType<Condition>(), .. skip];
    }

    /// <summary>The combinations with their settings, the last axis fastest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="axes">Its axes.</param>
    /// <param name="start">What they change.</param>
    /// <param name="defaultNetwork">The network where none is named.</param>
    /// <param name="problems">Receives conditions that never hold, and that nothing is left.</param>
    public static IReadOnlyList<(int[] Coordinates, SweepSetting Setting)> Of(
        Manifest manifest, IReadOnlyList<SweepAxis> axes, SweepSetting start, NetworkName defaultNetwork, ProblemList problems)
    {
        var combinations = new SweepCombinations(axes, manifest.Skip, defaultNetwork);
        var left = new List<(int[], SweepSetting)>();
        foreach (var coordinates in combinations.All())
        {
            var setting = combinations.SettingOf(coordinates, start);
            if (combinations.IsRun(coordinates, setting))
                left.Add((coordinates, setting));
        }

        foreach (var condition in combinations._asked.Except(combinations._held))
            problems.Add(condition.Line, condition.Column, condition.Path, $"no combination of this sweep has {condition}; the condition does nothing");
        if (left.Count == 0 && combinations._asked.FirstOrDefault() is { } first)
            problems.Add(first.Line, first.Column, first.Path, "all combinations are skipped; nothing is left to run");
        return left;
    }

    private SweepSetting SettingOf(int[] coordinates, SweepSetting start)
    {
        var setting = start;
        foreach (var isBase in (bool[])[true, false])
        {
            for (var axis = 0; axis < _axes.Count; axis++)
            {
                if (_axes[axis].IsBase == isBase)
                    setting = _axes[axis].Changes[coordinates[axis]](setting);
            }
        }

        return setting;
    }

    /// <summary>Whether a combination is run. Every condition is asked, also where another one has decided: each must hold somewhere.</summary>
    private bool IsRun(int[] coordinates, SweepSetting setting)
    {
        var subject = setting.Subject(_defaultNetwork);
        var isRun = true;
        foreach (var rule in _skip)
            isRun &= !Holds(rule, subject);
        for (var axis = 0; axis < _axes.Count; axis++)
        {
            if (_axes[axis].Conditions[coordinates[axis]] is { } condition)
                isRun &= Holds(condition, subject);
        }

        return isRun;
    }

    private bool Holds(Condition condition, ConditionSubject subject)
    {
        var holds = condition.Holds(subject) == true;
        if (holds)
            _held.Add(condition);
        return holds;
    }

    private IEnumerable<int[]> All()
    {
        var coordinates = new int[_axes.Count];
        while (true)
        {
            yield return [.. coordinates];
            var axis = _axes.Count - 1;
            while (axis >= 0 && ++coordinates[axis] == _axes[axis].Changes.Count)
                coordinates[axis--] = 0;
            if (axis < 0)
                yield break;
        }
    }
}
