namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Why trials have no result through no fault of their own; each says how to go on.</summary>
public static class TrialReasons
{
    /// <summary>Its sweep was cancelled.</summary>
    public const string Cancelled = "The sweep was cancelled. Submit it again to go on.";
}
