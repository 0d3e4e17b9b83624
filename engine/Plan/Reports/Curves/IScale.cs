namespace NeuralStyle.Plan.Reports.Curves;

/// <summary>A vertical axis.</summary>
internal interface IScale
{
    /// <summary>Round values within the axis, ascending.</summary>
    IReadOnlyList<double> Ticks { get; }

    /// <summary>Where a value lies: 0 at the lower end, 1 at the upper; outside of them, or not a number, where the axis can't show it.</summary>
    double Position(double value);

    /// <summary>A tick's label.</summary>
    string LabelOf(double tick);
}
