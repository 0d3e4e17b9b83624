using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads <c>search</c>, e.g. <c>{method: halving, rungs: [128, 256, 512], keep: 1/3}</c>.</summary>
internal static class SearchReader
{
    /// <summary>The place in the manifest.</summary>
    public const string Path = "search";

    /// <summary>Rungs that a search needs.</summary>
    public const int FewestRungs = 2;

    /// <summary>Rungs that a search may have: with a half kept of 10,000 settings, one is left after 14.</summary>
    public const int MostRungs = 15;

    private const string AllowedRungs = "a list of two or more growing sizes, e.g. [128, 256, 512]";

    private static readonly string[] Keys = ["method", "rungs", "keep"];

    /// <summary>The search; null after a problem.</summary>
    public static SweepSearch? Read(ManifestNode node, ProblemList problems)
    {
        if (problems.ExpectKeys(node, Path, Keys) is not { } keys)
            return null;
        foreach (var missing in Keys.Take(2).Where(key => keys[key] is null))
            problems.Add(node, keys.At(missing), $"'{missing}' is missing; allowed: {(missing == "rungs" ? AllowedRungs : Methods)}");

        var method = keys["method"] is { } methodNode ? ReadMethod(methodNode, keys.At("method"), problems) : null;
        var rungs = keys["rungs"] is { } rungsNode ? ReadRungs(rungsNode, keys.At("rungs"), problems) : null;
        var keep = keys["keep"] is { } keepNode ? ReadKeep(keepNode, keys.At("keep"), problems) : KeptShare.Third;
        return method is { } known && rungs is not null && keep is not null ? new SweepSearch { Method = known, Rungs = rungs, Keep = keep } : null;
    }

    private static string Methods => string.Join(", ", EnumNames.All<SearchMethod>());

    private static SearchMethod? ReadMethod(ManifestNode node, string path, ProblemList problems)
    {
        if (problems.ExpectScalar(node, path, Methods) is not { } scalar)
            return null;
        var text = scalar.Value.Trim();
        if (EnumNames.TryParse<SearchMethod>(text, out var method))
            return method;
        problems.Add(node, path, $"'{Shown.Text(text)}' is not allowed{Suggestion.For(text, EnumNames.All<SearchMethod>())}; allowed: {Methods}");
        return null;
    }

    private static List<int>? ReadRungs(ManifestNode node, string path, ProblemList problems)
    {
        if (node is not SequenceNode list)
        {
            problems.AddWrongKind(node, path, AllowedRungs);
            return null;
        }

        if (list.Items.Count is < FewestRungs or > MostRungs)
        {
            problems.Add(node, path, $"there {(list.Items.Count == 1 ? "is 1 rung" : $"are {list.Items.Count} rungs")}; allowed: {FewestRungs} to {MostRungs} growing sizes, e.g. [128, 256, 512]");
            return null;
        }

        var sizes = ParameterCatalog.ImageSize;
        var (rungs, isWhole) = (new List<int>(), true);
        for (var index = 0; index < list.Items.Count; index++)
        {
            var place = $"{path}[{index}]";
            if (problems.ExpectNumber(list.Items[index], place, sizes.Minimum, sizes.Maximum, whole: true) is not { } size)
            {
                isWhole = false;
            }
            else if (rungs.Count > 0 && size <= rungs[^1])
            {
                problems.Add(list.Items[index], place, $"{NumberText.Format(size)} comes after {rungs[^1]}; the rungs must grow");
                isWhole = false;
            }
            else
            {
                rungs.Add((int)size);
            }
        }

        return isWhole ? rungs : null;
    }

    private static KeptShare? ReadKeep(ManifestNode node, string path, ProblemList problems)
    {
        if (problems.ExpectScalar(node, path, KeptShare.Allowed) is not { } scalar)
            return null;
        var found = new List<ValueProblem>();
        var keep = KeptShare.Parse(scalar.Value, found);
        foreach (var problem in found)
            problems.Add(scalar, path, problem);
        return keep;
    }
}
