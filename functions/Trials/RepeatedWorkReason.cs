namespace NeuralStyle.Functions.Trials;

/// <summary>How work came to be done twice.</summary>
public enum RepeatedWorkReason
{
    /// <summary>The run ended without warning after its last checkpoint; as far as its last progress tells.</summary>
    BrokenOff,

    /// <summary>Another run brought the same trial to its end first: its message came twice, or its lease ran out while it was worked on.</summary>
    Overtaken,
}
