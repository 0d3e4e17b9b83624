namespace NeuralStyle.Plan.Parameters;

/// <summary>What to do with a trial that is estimated to need more memory than there is.</summary>
public enum OversizePolicy
{
    /// <summary>It fails before it begins, and says how much it would need.</summary>
    Refuse,

    /// <summary>The image is made smaller until it fits, and the record says so.</summary>
    Shrink,
}
