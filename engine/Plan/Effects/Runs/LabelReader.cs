using System.Text.RegularExpressions;
using NeuralStyle.Plan.Layers;

namespace NeuralStyle.Plan.Effects.Runs;

/// <summary>
/// Reads published labels: parts between commas, each <c>factor = value</c>, <c>factor value</c>, the name of a layer (of the factor whose
/// values are lists of layers), or a word with <c>default</c> in it. What is none of these is said to be unread.
/// </summary>
internal sealed partial class LabelReader
{
    private readonly IReadOnlyList<string> _factors;
    private readonly string? _layers;

    /// <summary>Reads labels of some runs.</summary>
    /// <param name="runs">The runs, whose factors the labels are about.</param>
    public LabelReader(RecordedRuns runs)
    {
        _factors = [.. runs.Executed.SelectMany(run => run.Factors.Keys).Distinct()];
        var lists = _factors.Where(factor => runs.Executed.Any(run => run.Factors.TryGetValue(factor, out var value)
            && FactorValue.IsLayers(value) && FactorValue.Items(value).Length > 1)).ToList();
        _layers = lists is [var single] ? single : null;
    }

    /// <summary>What a label says.</summary>
    public LabelReading Read(string label)
    {
        var claims = new List<LabelClaim>();
        var unread = new List<string>();
        var saysDefault = false;
        foreach (var part in FactorValue.Items(label))
        {
            if (LayerName.TryParse(part, out _) && LayersGoOn(claims) is { } factor)
                AddLayer(claims, factor, part);
            else if (Default().IsMatch(part))
                saysDefault = true;
            else if (ClaimOf(part) is { } claim)
                claims.Add(claim);
            else
                unread.Add(part);
        }

        return new LabelReading(claims, saysDefault, unread);
    }

    /// <summary>The factor that a layer without a name is of: that of the layers before it, or the one whose values are lists.</summary>
    private string? LayersGoOn(List<LabelClaim> claims) =>
        claims is [.., var last] && FactorValue.IsLayers(last.Value) ? last.Factor : _layers;

    private static void AddLayer(List<LabelClaim> claims, string factor, string layer)
    {
        if (claims is [.., var last] && last.Factor == factor)
            claims[^1] = last with { Value = $"{last.Value}, {layer}" };
        else
            claims.Add(new LabelClaim(factor, layer));
    }

    private LabelClaim? ClaimOf(string part)
    {
        var equals = part.Split('=', 2, StringSplitOptions.TrimEntries);
        if (equals.Length == 2)
            return equals[1].Length > 0 && FactorNames.Find(equals[0], _factors) is { } named ? new LabelClaim(named, equals[1]) : null;

        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // The value is one word, the name may be several: Image size 112.
        return words.Length > 1 && FactorNames.Find(string.Concat(words[..^1]), _factors) is { } factor ? new LabelClaim(factor, words[^1]) : null;
    }

    [GeneratedRegex(@"\bdefaults?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Default();
}
