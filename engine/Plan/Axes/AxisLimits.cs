namespace NeuralStyle.Plan.Axes;

/// <summary>What an axis may ask for.</summary>
public static class AxisLimits
{
    /// <summary>Values of one axis at most; checked before they are made.</summary>
    public const int MaxValues = 10_000;
}
