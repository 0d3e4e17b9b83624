using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Conventions.Translation;

/// <summary>A system whose weights can be given or asked for.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Convention">The convention that a manifest names for it.</param>
/// <param name="Losses">Its losses; they may differ from the convention's.</param>
/// <param name="OtherTv">What its total variation is, where it is none of <see cref="TvConvention"/>; null where it is that of its losses.</param>
public sealed record WeightSystem(string Name, LossConvention Convention, ConventionLosses Losses, string? OtherTv = null)
{
    private const string NoTv = "it has no total variation";

    /// <summary>All systems: the conventions by their names, then systems that follow one under a name of their own.</summary>
    public static IReadOnlyList<WeightSystem> All { get; } =
    [
        .. Enum.GetValues<LossConvention>().Select(convention => Named(EnumNames.Of(convention), convention)),
        Named(
            "neural-style",
            LossConvention.Johnson,
            "it has a gradient of squared differences that is in no loss, where neural-style-pt has a loss of absolute differences"),
        Named("neural-style-pt", LossConvention.Johnson),
        Named("pytorch-tutorial", LossConvention.Johnson, NoTv),
        Named("fast-neural-style", LossConvention.Johnson, NoTv),
        Named("neural-style-tf", LossConvention.Cysmith),
        Named("dlai-team5", LossConvention.Titu1994),
        // MultiLayerEncodingOperator's mean over layers of the mean square of Gram / M: D / (C^2 M^2), averaged.
        Named("pystiche", LossConvention.Gordicaleksa, "it has a mean of squared differences over the pixels that have both neighbors"),
        WithContent("titu1994-type1", LossConvention.Titu1994, ContentLossKind.Titu1994Type1),
        WithContent("titu1994-type2", LossConvention.Titu1994, ContentLossKind.Titu1994Type2),
        WithContent("cysmith2", LossConvention.Cysmith, ContentLossKind.Cysmith2),
        WithContent("cysmith3", LossConvention.Cysmith, ContentLossKind.Cysmith3),
    ];

    /// <summary>All names, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(system => system.Name)];

    /// <summary>The system of a name, or null; case doesn't matter.</summary>
    public static WeightSystem? Find(string name) =>
        All.FirstOrDefault(system => string.Equals(system.Name, name, StringComparison.OrdinalIgnoreCase));

    private static WeightSystem Named(string name, LossConvention convention, string? otherTv = null) =>
        new(name, convention, ConventionLosses.Of(convention), otherTv);

    private static WeightSystem WithContent(string name, LossConvention convention, ContentLossKind content) =>
        new(name, convention, ConventionLosses.Of(convention) with { Content = content });
}
