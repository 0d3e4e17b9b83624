namespace NeuralStyle.Plan.Preferences;

/// <summary>Which of two trials a person likes better.</summary>
public enum VoteChoice
{
    /// <summary>The first.</summary>
    A,

    /// <summary>The second.</summary>
    B,

    /// <summary>Neither.</summary>
    Tie,
}
