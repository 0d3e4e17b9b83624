namespace NeuralStyle.Functions.Verification;

/// <summary>A file of a sweep contradicts another, or what it was made of.</summary>
/// <param name="file">The file, with its container.</param>
/// <param name="problem">What it says, and what is true.</param>
internal sealed class LieException(string file, string problem) : Exception($"{file}: {problem}")
{
    /// <summary>The file.</summary>
    public string File => file;

    /// <summary>What it says, and what is true.</summary>
    public string Problem => problem;
}
