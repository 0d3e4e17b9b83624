namespace NeuralStyle.Cli.Bench;

/// <summary>What a bench measures.</summary>
internal enum BenchPart
{
    /// <summary>One evaluation against the bare loop.</summary>
    Evaluation,

    /// <summary>Time to one loss with one scale and with a ladder.</summary>
    Ladder,

    /// <summary>Whether memory grows over 500 evaluations.</summary>
    Growth,

    /// <summary>The memory of a trial against its estimate.</summary>
    Peak,
}
