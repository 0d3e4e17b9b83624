namespace NeuralStyle.Cli.Weights;

/// <summary>The folder of downloaded weights.</summary>
internal static class WeightsCache
{
    /// <summary><c>neuralstyle</c> under XDG_CACHE_HOME, or under ~/.cache where that is not set (XDG Base Directory Specification).</summary>
    public static string Folder(CommandContext context)
    {
        // The specification says to ignore paths that are not absolute.
        var root = context.Variable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(root, "neuralstyle");
    }
}
