namespace NeuralStyle.Plan.Parameters;

/// <summary>When the image is brought back to 0..1.</summary>
public enum ClampMode
{
    /// <summary>Only in what is saved. The default of L-BFGS, whose curvature a change behind its back would spoil.</summary>
    Saved,

    /// <summary>After every step. The default of Adam.</summary>
    Step,
}
