namespace NeuralStyle.Plan.Trials;

/// <summary>Which evaluations' images a trial keeps beside its final one, e.g. <c>first 10, every 10, last</c>.</summary>
public sealed record SnapshotPolicy
{
    /// <summary>Keep evaluations 1 to this number; 0 for none.</summary>
    public int First { get; init; }

    /// <summary>Keep each multiple of this number; 0 for none.</summary>
    public int Every { get; init; }

    /// <summary>Keep the last evaluation too.</summary>
    public bool Last { get; init; }

    /// <summary>Keeps nothing.</summary>
    public static SnapshotPolicy None { get; } = new();

    /// <summary>Whether the image of an evaluation is kept.</summary>
    /// <param name="evaluation">Evaluation, from 1.</param>
    /// <param name="iterations">Evaluations of the trial.</param>
    public bool Keeps(int evaluation, int iterations) =>
        evaluation <= First || (Every > 0 && evaluation % Every == 0) || (Last && evaluation == iterations);
}
