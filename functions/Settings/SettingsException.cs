namespace NeuralStyle.Functions.Settings;

/// <summary>The app's settings can't be used; one line a problem, all of them.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>All problems.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
