using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Reports;

/// <summary>One trial of the report: what was planned, and what came of it.</summary>
public sealed record ReportTrial
{
    /// <summary>The trial as planned.</summary>
    public required Trial Trial { get; init; }

    /// <summary>How far it has come.</summary>
    public required TrialState State { get; init; }

    /// <summary>Why it failed, was dropped or did not run; absent when it completed.</summary>
    public string? Reason { get; init; }

    /// <summary>What happened; absent when it never reached a worker. Its evaluations may have been left out, see <see cref="WithoutEvaluations"/>.</summary>
    public TrialRecord? Record { get; init; }

    /// <summary>The first and the last of its evaluations; absent where there are none.</summary>
    public TrialCourse? Course { get => field ?? TrialCourse.Of(Record); init; }

    /// <summary>How far it is while it runs; absent otherwise.</summary>
    public TrialProgress? Progress { get; init; }

    /// <summary>Its result; absent unless there is one.</summary>
    public ReportPicture? Picture { get; init; }

    /// <summary>Whether it has a film strip of its snapshots.</summary>
    public bool HasFilmStrip { get; init; }

    /// <summary>True when an earlier run's result was taken and nothing was computed.</summary>
    public bool Reused { get; init; }

    /// <summary>
    /// The same trial with its evaluations left out of the record: of thousands of trials they are most of what is held. They are read
    /// again, trial by trial, where they are drawn.
    /// </summary>
    public ReportTrial WithoutEvaluations() =>
        Record is null ? this : this with { Course = TrialCourse.Of(Record), Record = Record with { Evaluations = [] } };
}
