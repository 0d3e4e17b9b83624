namespace NeuralStyle.Plan.Trials;

/// <summary>
/// The version of the engine's arithmetic. It goes up when the same trial would end with other pixels, so that results of
/// different arithmetic never share a trial id.
/// </summary>
public static class NumericVersion
{
    /// <summary>Today's arithmetic.</summary>
    public const int Current = 2;
}
