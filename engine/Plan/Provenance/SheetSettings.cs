namespace NeuralStyle.Plan.Provenance;

/// <summary>What a page of a sheet says of itself in its metadata: the resolved manifest, <c>sweep.json</c>, as it is.</summary>
public static class SheetSettings
{
    /// <summary>The keyword in the PNG.</summary>
    public const string Keyword = "neuralstyle-manifest";
}
