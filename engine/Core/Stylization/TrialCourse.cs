using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Stylization.Checkpoints;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Stylization;

/// <summary>Follows one trial: numbers and times its evaluations, and hands on evaluations, snapshots and events.</summary>
internal sealed class TrialCourse(Trial trial, TrialPictures pictures, IStylizationObserver observer, TimeProvider clock)
{
    private readonly List<EvaluationRecord> _evaluations = [];
    private readonly List<TrialEvent> _events = [];
    private readonly HashSet<int> _snapshots = [];
    private readonly long _startedAt = clock.GetTimestamp();
    private readonly int _planned = trial.Parameters.TotalEvaluations;
    private double _secondsBefore;

    /// <summary>Every evaluation, in order.</summary>
    public IReadOnlyList<EvaluationRecord> Evaluations => _evaluations;

    /// <summary>What happened out of the ordinary, in order.</summary>
    public IReadOnlyList<TrialEvent> Events => _events;

    /// <summary>Seconds worked, earlier runs included.</summary>
    public double Seconds => _secondsBefore + clock.GetElapsedTime(_startedAt).TotalSeconds;

    /// <summary>Evaluations done before the present scale.</summary>
    public int ScaleBegan { get; private set; }

    /// <summary>A scale begins with the next evaluation.</summary>
    public void BeginScale() => ScaleBegan = _evaluations.Count;

    /// <summary>An evaluation was done.</summary>
    public EvaluationRecord Add(LossValues losses)
    {
        var first = _evaluations.Count > ScaleBegan ? _evaluations[ScaleBegan].Total : losses.Total;
        var evaluation = new EvaluationRecord(_evaluations.Count + 1, losses.Total, losses.Content, losses.Style, losses.Tv, Seconds)
        {
            // A loss that begins at 0 has come down by nothing.
            Improvement = losses.Total == first ? 0 : 100 * (1 - (losses.Total / first)),
            Layers = losses.Layers,
        };
        _evaluations.Add(evaluation);
        observer.OnEvaluation(evaluation);
        return evaluation;
    }

    /// <summary>Whether the policy keeps an evaluation's image: not one of a loss that is not finite, which is no result of anything.</summary>
    public bool Keeps(EvaluationRecord evaluation) =>
        double.IsFinite(evaluation.Total) && trial.Snapshots.Keeps(evaluation.Evaluation, _planned);

    /// <summary>Hands on a snapshot, with the colors and the transparency of a result, unless that of the evaluation was handed on before.</summary>
    public void HandOn(int evaluation, Func<Picture> image)
    {
        if (_snapshots.Add(evaluation))
            observer.OnSnapshot(evaluation, OutputPicture.Snapshot(trial, pictures, image()));
    }

    /// <summary>Reports something out of the ordinary.</summary>
    public void Report(TrialEventKind kind, string text)
    {
        var trialEvent = new TrialEvent(_evaluations.Count, kind, text);
        _events.Add(trialEvent);
        observer.OnEvent(trialEvent);
    }

    /// <summary>What it has come to.</summary>
    /// <param name="evaluations">The evaluations to tell of, from the first: what goes on from here makes the others again.</param>
    public CourseState Save(int evaluations) => new([.. _evaluations.Take(evaluations)], [.. _events], ScaleBegan, Seconds);

    /// <summary>Goes on from the course of an earlier run, and tells the observer of it.</summary>
    public void Resume(CourseState state)
    {
        _evaluations.AddRange(state.Evaluations);
        _events.AddRange(state.Events);
        _snapshots.UnionWith(state.Evaluations.Where(Keeps).Select(evaluation => evaluation.Evaluation));
        (ScaleBegan, _secondsBefore) = (state.ScaleBegan, state.Seconds);
        foreach (var evaluation in state.Evaluations)
            observer.OnEvaluation(evaluation);
        foreach (var trialEvent in state.Events)
            observer.OnEvent(trialEvent);
    }
}
