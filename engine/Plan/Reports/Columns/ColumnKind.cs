namespace NeuralStyle.Plan.Reports.Columns;

/// <summary>What a column is about.</summary>
internal enum ColumnKind
{
    /// <summary>An input image.</summary>
    Image,

    /// <summary>A parameter that the trials differ in.</summary>
    Parameter,

    /// <summary>A number of the run: losses, evaluations, seconds.</summary>
    Result,

    /// <summary>A measure of the result.</summary>
    Measure,

    /// <summary>State and identity.</summary>
    State,
}
