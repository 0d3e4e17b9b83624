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

    // What shells give a program ended by Ctrl-C: 128 + SIGINT.
    public const int Interrupted = 130;
}
