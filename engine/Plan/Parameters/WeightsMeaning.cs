namespace NeuralStyle.Plan.Parameters;

/// <summary>Whose contentWeight and styleWeight are given: the trial's own convention's, or another system's, to be translated layer by layer.</summary>
public enum WeightsMeaning
{
    /// <summary>Those of the trial's own convention.</summary>
    Own,

    /// <summary>Gatys, Ecker and Bethge (2015).</summary>
    Gatys,

    /// <summary>Johnson (neural-style), neural-style-pt, the PyTorch tutorial.</summary>
    Johnson,

    /// <summary>leongatys.</summary>
    Leongatys,

    /// <summary>gordicaleksa.</summary>
    Gordicaleksa,

    /// <summary>titu1994.</summary>
    Titu1994,

    /// <summary>cysmith.</summary>
    Cysmith,

    /// <summary>anh-nn01.</summary>
    AnhNn01,
}
