namespace NeuralStyle.Functions.Sweeps;

/// <summary>What comes of something that is asked of a sweep.</summary>
public enum RequestVerdict
{
    /// <summary>It is to be asked.</summary>
    Ask,

    /// <summary>It is to be cancelled, and has ended by itself.</summary>
    NothingToCancel,

    /// <summary>It is to go on, and was not paused.</summary>
    NotPaused,

    /// <summary>It holds already.</summary>
    AskedBefore,

    /// <summary>It ended, and so can neither be paused nor resumed.</summary>
    Ended,

    /// <summary>It is being cancelled, and so can neither be paused nor resumed.</summary>
    BeingCancelled,
}
