namespace NeuralStyle.Plan.Estimates;

/// <summary>Where an estimate of seconds comes from.</summary>
public enum EstimateSource
{
    /// <summary>Nothing is known: no record that compares, and no measurement.</summary>
    Unknown,

    /// <summary>The trial ended before; it is not computed again.</summary>
    Reused,

    /// <summary>Records of the same network, size, layers, optimizer and device.</summary>
    Records,

    /// <summary>Records of the same network, optimizer and device, but of other sizes or layers, scaled by the work of an evaluation.</summary>
    OtherRecords,

    /// <summary>A short measurement of this machine.</summary>
    Measurement,
}
