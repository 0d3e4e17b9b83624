namespace NeuralStyle.Plan.Effects.Confounding;

/// <summary>Ways in which a comparison says less than it seems to.</summary>
public enum ConfoundingKind
{
    /// <summary>Settings under different names are one and the same.</summary>
    SameSetting,

    /// <summary>A label says what was not executed.</summary>
    LabelContradicted,

    /// <summary>A label does not say something in which its setting differs from the baseline.</summary>
    LabelSilent,

    /// <summary>A setting differs from the baseline in more than one factor.</summary>
    SeveralFactors,

    /// <summary>The value of an axis changes more than one factor.</summary>
    AxisChangesSeveral,

    /// <summary>No two trials differ in an axis only, so that its effect can't be told from others'.</summary>
    NeverAlone,

    /// <summary>No setting has a default that was published.</summary>
    DefaultNeverRan,

    /// <summary>Nobody ran the baseline.</summary>
    NoBaseline,

    /// <summary>A label was published of which no setting is recorded.</summary>
    NotRecorded,
}
