namespace NeuralStyle.Cli.Translation;

/// <summary>One thing that <c>nst translate</c> is told.</summary>
/// <param name="Option">Its option, e.g. <c>--content-weight</c>.</param>
/// <param name="Description">What it is.</param>
/// <param name="PastedAs">neural-style's and neural-style-pt's option for it, without the dash; null when they have none.</param>
internal sealed record TranslationArgument(string Option, string Description, string? PastedAs = null);
