namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Why no further trial is begun in a window.</summary>
internal enum WindowEnding
{
    /// <summary>Each has its outcome.</summary>
    Done,

    /// <summary>The sweep came to a limit, and some were never begun.</summary>
    LeftOut,

    /// <summary>The sweep was cancelled.</summary>
    Cancelled,

    /// <summary>A newer manifest took the sweep's place.</summary>
    Superseded,

    /// <summary>The orchestration is to begin anew and to go on with those that wait.</summary>
    HistoryFull,
}
