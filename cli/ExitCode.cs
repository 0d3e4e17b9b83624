namespace NeuralStyle.Cli;

/// <summary>What <c>nst</c> ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Unexpected = 1;
    public const int BadInput = 2;
    // Also what nst verify found to be untrue.
    public const int FailedTrials = 3;
    public const int StorageOutOfReach = 4;

    // Of a process that can't compute any more, as with a lost GPU, where a new one may.
    public const int WorkerUnfit = Functions.Workers.WorkerCondition.ExitCode;

    // What shells give a program ended by Ctrl-C: 128 + SIGINT.
    public const int Interrupted = 130;
}
