namespace NeuralStyle.Plan.Manifests;

/// <summary>The axes that are not parameters.</summary>
public static class AxisNames
{
    /// <summary>Several content images.</summary>
    public const string Content = "content";

    /// <summary>Several style images.</summary>
    public const string Style = "style";

    /// <summary>Several experiments.</summary>
    public const string Experiment = "experiment";
}
