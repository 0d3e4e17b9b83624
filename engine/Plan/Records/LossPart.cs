namespace NeuralStyle.Plan.Records;

/// <summary>The losses that have layers.</summary>
public enum LossPart
{
    /// <summary>The content loss.</summary>
    Content,

    /// <summary>The style loss.</summary>
    Style,
}
