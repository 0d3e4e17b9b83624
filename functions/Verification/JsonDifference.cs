using System.Text.Json;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Functions.Verification;

/// <summary>Where two documents say different things.</summary>
internal static class JsonDifference
{
    private const string Absent = "nothing";

    /// <summary>The first difference, as <c>path says X; Y is true</c>; null where they say the same.</summary>
    /// <param name="said">The document in doubt.</param>
    /// <param name="truth">The one that it is held against.</param>
    /// <typeparam name="T">Their kind.</typeparam>
    public static string? Between<T>(T said, T truth) =>
        Between(string.Empty, JsonSerializer.SerializeToElement(said, PlanJson.Compact), JsonSerializer.SerializeToElement(truth, PlanJson.Compact));

    private static string? Between(string path, JsonElement said, JsonElement truth)
    {
        if (said.ValueKind != truth.ValueKind)
            return Message(path, said, truth);
        return said.ValueKind switch
        {
            JsonValueKind.Object => OfObjects(path, said, truth),
            JsonValueKind.Array => OfArrays(path, said, truth),
            JsonValueKind.Number or JsonValueKind.String => said.GetRawText() == truth.GetRawText() ? null : Message(path, said, truth),
            _ => null,
        };
    }

    private static string? OfObjects(string path, JsonElement said, JsonElement truth)
    {
        var names = truth.EnumerateObject().Concat(said.EnumerateObject()).Select(property => property.Name).Distinct();
        foreach (var name in names)
        {
            var place = path.Length == 0 ? name : $"{path}.{name}";
            JsonElement? left = said.TryGetProperty(name, out var found) ? found : null;
            JsonElement? right = truth.TryGetProperty(name, out found) ? found : null;
            if (left is null || right is null)
                return Message(place, left, right);
            if (Between(place, left.Value, right.Value) is { } difference)
                return difference;
        }

        return null;
    }

    private static string? OfArrays(string path, JsonElement said, JsonElement truth)
    {
        var (left, right) = (said.GetArrayLength(), truth.GetArrayLength());
        for (var index = 0; index < Math.Min(left, right); index++)
        {
            if (Between($"{path}[{index}]", said[index], truth[index]) is { } difference)
                return difference;
        }

        return left == right ? null : $"{path} has {left} entries; true are {right}";
    }

    private static string Message(string path, JsonElement? said, JsonElement? truth) =>
        $"{(path.Length == 0 ? "it" : path)} says {Text(said)}; true is {Text(truth)}";

    private static string Text(JsonElement? value) => value is { } known ? Shown.Text(known.GetRawText()) : Absent;
}
