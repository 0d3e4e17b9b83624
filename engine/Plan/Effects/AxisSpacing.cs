namespace NeuralStyle.Plan.Effects;

/// <summary>How the values of an axis lie on a plot.</summary>
public enum AxisSpacing
{
    /// <summary>They are no numbers: side by side.</summary>
    Categorical,

    /// <summary>Numbers, evenly spaced by their differences.</summary>
    Linear,

    /// <summary>Numbers above 0, evenly spaced by their ratios.</summary>
    Log,
}
