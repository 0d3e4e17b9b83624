using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Records;

/// <summary>What happened to one trial; <c>trials/{id}/record.json</c>. Labels and tables are rendered from it.</summary>
public sealed record TrialRecord
{
    /// <summary>Version of this document's form.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The trial.</summary>
    public required string TrialId { get; init; }

    /// <summary><see cref="TrialState.Completed"/> or <see cref="TrialState.Failed"/>.</summary>
    public required TrialState State { get; init; }

    /// <summary>Why it failed; absent when it completed.</summary>
    public string? Reason { get; init; }

    /// <summary>The parameters that were executed.</summary>
    public required TrialParameters Parameters { get; init; }

    /// <summary>The content image that was read.</summary>
    public required ImageReference Content { get; init; }

    /// <summary>The style image that was read.</summary>
    public required ImageReference Style { get; init; }

    /// <summary>The weights that were used.</summary>
    public required WeightsReference Weights { get; init; }

    /// <summary>What it ran on; absent when it failed before the engine began.</summary>
    public EnvironmentRecord? Environment { get; init; }

    /// <summary>
    /// Trials whose images passed the network as one batch with its own, itself included; 1 for a trial that ran alone. In a batch the
    /// last digits of a convolution may differ.
    /// </summary>
    public int Batch { get; init; } = 1;

    /// <summary>Width of the result, pixels; 0 when it failed before the image was read.</summary>
    public int Width { get; init; }

    /// <summary>Height of the result, pixels; 0 when it failed before the image was read.</summary>
    public int Height { get; init; }

    /// <summary>SHA-256 of the result's file, 64 lower-case hex digits; absent when it failed.</summary>
    public string? ImageSha256 { get; init; }

    /// <summary>Name of the output file beside image.png, e.g. <c>output.tif</c>; absent where there is none.</summary>
    public string? OutputFile { get; init; }

    /// <summary>SHA-256 of the output file, 64 lower-case hex digits; absent where there is none.</summary>
    public string? OutputSha256 { get; init; }

    /// <summary>Further style images of a blend that were read.</summary>
    public IReadOnlyList<ImageReference> MoreStyles { get; init; } = [];

    /// <summary>Images that the parameters name that were read.</summary>
    public IReadOnlyList<ImageReference> OtherImages { get; init; } = [];

    /// <summary>SHA-256 of the result that it started from, 64 lower-case hex digits; absent for inits other than trial, and in records of before.</summary>
    public string? InitTrialSha256 { get; init; }

    /// <summary>The layers whose losses the evaluations list.</summary>
    public IReadOnlyList<LossLayer> Layers { get; init; } = [];

    /// <summary>What happened out of the ordinary, in order.</summary>
    public IReadOnlyList<TrialEvent> Events { get; init; } = [];

    /// <summary>The evaluation of the lowest total loss that was kept as the best snapshot; absent where the policy keeps none.</summary>
    public int? BestEvaluation { get; init; }

    /// <summary>Every evaluation, in order.</summary>
    public IReadOnlyList<EvaluationRecord> Evaluations { get; init; } = [];

    /// <summary>What the result is like, in numbers; absent when it failed, and in records of before.</summary>
    public TrialMeasures? Measures { get; init; }

    /// <summary>Evaluations whose images were kept under <c>snapshots/</c>.</summary>
    public IReadOnlyList<int> Snapshots { get; init; } = [];

    /// <summary>
    /// What lies beside the result in the trial's folder, with hashes: the snapshots, film strip and plots; absent in records of before.
    /// The result and the output file have theirs in <see cref="ImageSha256"/> and <see cref="OutputSha256"/>.
    /// </summary>
    public IReadOnlyList<RecordedFile>? Files { get; init; }

    /// <summary>When it began, UTC; of a trial that was broken off, its last run.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Seconds of work, reading of images included; those of runs that were broken off count up to the checkpoint that was gone on from.</summary>
    public required double Seconds { get; init; }
}
