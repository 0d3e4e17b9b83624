using NeuralStyle.Plan.Effects.Confounding;

namespace NeuralStyle.Plan.Effects.Runs;

/// <summary>
/// What a study of another system published and what it executed, as <see cref="RecordedRunsReader"/> reads it. Factors of all three parts
/// have the same names here, and values their canonical texts.
/// </summary>
public sealed record RecordedRuns
{
    /// <summary>Name of the file that it was read from, for messages.</summary>
    public required string Source { get; init; }

    /// <summary>What its author says that it is; empty when nothing is said.</summary>
    public string What { get; init; } = string.Empty;

    /// <summary>The defaults that were published, by factor.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>The labels that were published, by the name of the run, in their order.</summary>
    public IReadOnlyList<PublishedLabel> Labels { get; init; } = [];

    /// <summary>The runs, at least one.</summary>
    public required IReadOnlyList<ComparedSetting> Executed { get; init; }

    /// <summary>The label of a run, or null. <c>1</c> is the label of <c>01</c>: leading zeros don't matter.</summary>
    /// <param name="run">The run's name.</param>
    public PublishedLabel? LabelOf(string run) => Labels.FirstOrDefault(label => IsSameName(label.Run, run));

    /// <summary>Whether two names are of one run.</summary>
    internal static bool IsSameName(string one, string other) => one.TrimStart('0') == other.TrimStart('0');
}
