using NeuralStyle.Engine.Optimization;
using NeuralStyle.Engine.Stylization.Checkpoints;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// Changes one image at one scale until its evaluations are used up, or its loss hardly falls any more. Before each step it sets what
/// the schedules say for the step's first evaluation; a line search keeps that to its end, for it looks along one function.
/// </summary>
internal sealed class ScaleDescent : IDisposable
{
    private readonly TrialParameters _parameters;
    private readonly TrialCourse _course;
    private readonly TrialSchedule _schedule;
    private readonly RecoveryLadder _recovery;
    private readonly BestImage? _best;
    private readonly EarlyStop _stop;
    private readonly IObjective _objective;
    private readonly ImageTrail _trail;
    private IOptimizer _optimizer;
    private DescentMethod _method;
    private LossFactors _factors = LossFactors.One;
    private EvaluationBudget _budget = new(1);
    private CancellationToken _cancellation;
    private int _factorsOf;
    private int _goodEvaluation;
    private bool _isAmidStep;

    /// <param name="parameters">The trial's.</param>
    /// <param name="course">Is told of each evaluation and event.</param>
    /// <param name="recovery">What is done about losses that are not finite.</param>
    /// <param name="start">The image to start from, [1,3,H,W]; not changed.</param>
    /// <param name="best">Keeps the best image; null where none is wanted.</param>
    /// <param name="objectiveOf">Makes the objective, of what gives it the schedules' factors and what it tells of each evaluation.</param>
    public ScaleDescent(
        TrialParameters parameters,
        TrialCourse course,
        RecoveryLadder recovery,
        Tensor start,
        BestImage? best,
        Func<Func<LossFactors>, Action<LossValues, Tensor>, IObjective> objectiveOf)
    {
        (_parameters, _course, _recovery, _best) = (parameters, course, recovery, best);
        _schedule = new TrialSchedule(parameters);
        _stop = new EarlyStop(parameters.StopBelow, parameters.StopWindow);
        _objective = objectiveOf(() => _factors, OnEvaluated);
        _method = recovery.Method;
        _optimizer = _method.Create(parameters);
        _trail = new ImageTrail(start, _method.Searches(parameters), parameters.Averaging);
    }

    /// <summary>Values of the image.</summary>
    public long Elements => _trail.Image.numel();

    /// <summary>Whether it was cancelled, so that what is handed to <c>stepped</c> is the last.</summary>
    public bool IsStopped => _budget.IsStopped;

    /// <summary>The evaluations that <see cref="Save"/> knows of, from the trial's first: all, or those before a line search that was broken off.</summary>
    public int Kept => _budget.Kept;

    /// <summary>The result, a new tensor [1,3,H,W]. There must have been an evaluation.</summary>
    public Tensor Result() => _trail.Result();

    /// <summary>What the optimizer knows, for the next scale.</summary>
    public OptimizerState OptimizerState() => _optimizer.Save();

    /// <summary>Begins with what an optimizer of the same kind knew at the scale before.</summary>
    public void WarmStart(OptimizerState state) => _optimizer.Restore(state, _trail.Image);

    /// <summary>Runs it.</summary>
    /// <param name="iterations">Evaluations at this scale, those of a resumed run included.</param>
    /// <param name="stepped">Is called where <see cref="Save"/> is exact: between steps, and when it was cancelled, once more.</param>
    /// <param name="cancellation">Ends it after an evaluation: the one under way, or the next.</param>
    /// <exception cref="StylizationException">The loss is not finite, and nothing helps.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Run(int iterations, Action stepped, CancellationToken cancellation)
    {
        (_budget, _cancellation) = (new EvaluationBudget(_course.ScaleBegan + iterations, _course.Evaluations.Count), cancellation);
        while (!_budget.IsSpent && !_stop.IsDue)
        {
            Step();
            stepped();
        }

        if (_budget.IsStopped)
            throw new OperationCanceledException(cancellation);
        if (_budget.Used < _budget.Limit)
        {
            _course.Report(TrialEventKind.StoppedEarly, FormattableString.Invariant(
                $"The loss fell by less than {_parameters.StopBelow} of itself over {_parameters.StopWindow} evaluations; {_budget.Limit - _budget.Used} of the {iterations} evaluations at this scale were left out."));
        }
    }

    /// <summary>What it knows between two steps, or where the line search that was broken off began.</summary>
    public (DescentState State, DescentTensors Tensors) Save()
    {
        var shape = _trail.Image.shape;
        var state = new DescentState
        {
            Height = shape[2],
            Width = shape[3],
            Rung = _recovery.Rung,
            Tried = [.. _recovery.Tried],
            FactorsOf = _factorsOf,
            IsAmidStep = _isAmidStep,
            GoodEvaluation = _goodEvaluation,
            // The search is made anew, and its evaluations are compared then.
            Compared = _stop.Count - (_budget.Used - _budget.Kept),
            MeanMissing = _trail.Mean?.Missing ?? 1,
            BestEvaluation = _best?.Evaluation ?? 0,
            BestTotal = _best?.Total ?? double.PositiveInfinity,
        };
        var tensors = new DescentTensors(
            HostCopy.Of(_trail.Image),
            HostCopy.Of(_trail.Good),
            _trail.Mean is { } mean ? HostCopy.Of(mean.Sum) : [],
            _best?.Image is { } best ? HostCopy.Of(best) : [],
            _optimizer.Save());
        return (state, tensors);
    }

    /// <summary>Goes on from what another descent knew.</summary>
    /// <param name="checkpoint">Holds it.</param>
    /// <exception cref="CheckpointException">It is of an image of another size, or of another optimizer.</exception>
    public void Restore(Checkpoint checkpoint)
    {
        var (state, tensors) = (checkpoint.Head.Descent, checkpoint.Tensors);
        var shape = _trail.Image.shape;
        if (state.Height != shape[2] || state.Width != shape[3])
            throw new CheckpointException($"its image is {state.Width} x {state.Height} pixels; at this scale it is {shape[3]} x {shape[2]}");

        using var scope = NewDisposeScope();
        _recovery.Restore(state.Rung, state.Tried);
        UseMethod();
        try
        {
            _optimizer.Restore(tensors.Optimizer, _trail.Image);
        }
        catch (ArgumentException exception)
        {
            throw new CheckpointException($"its optimizer's state doesn't fit: {exception.Message}", exception);
        }

        _trail.Restore(Shaped(tensors.Image.AsSpan()), Shaped(tensors.Good.AsSpan()));
        if (_trail.Mean is { } mean)
            mean.Restore(Shaped(tensors.Mean.AsSpan()), state.MeanMissing);
        if (state.BestEvaluation > 0)
            _best?.Restore(state.BestEvaluation, state.BestTotal, Shaped(tensors.Best.AsSpan()));
        (_factorsOf, _goodEvaluation, _isAmidStep) = (state.FactorsOf, state.GoodEvaluation, state.IsAmidStep);
        if (_factorsOf > 0)
            _factors = _schedule.LossesAt(_factorsOf);
        foreach (var evaluation in checkpoint.Head.Course.Evaluations.TakeLast(state.Compared))
            _stop.Add(evaluation.Total);

        Tensor Shaped(ReadOnlySpan<float> values) => tensor(values.ToArray(), shape).to(_trail.Image.device);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        _trail.Dispose();
    }

    // Afterwards the state is sound to go on from, whether the step was finished, broken off or met with trouble.
    private void Step()
    {
        // A search that was broken off is made anew, with the factors of then.
        var first = _isAmidStep ? _factorsOf : _budget.Used + 1;
        _isAmidStep = false;
        SetSchedules(first);
        _trail.BeginStep();
        try
        {
            // A search that the last evaluation cut short is not taken up again, so its half of a state does no harm.
            if (_optimizer.Step(_objective, _trail.Image, _budget) || _budget.Used == _budget.Limit)
                EndStep();
            else
                BreakOff(first);
        }
        catch (NonFiniteLossException trouble)
        {
            Recover(trouble, first);
            _budget.Keep();
        }
    }

    private void EndStep()
    {
        _trail.EndStep(_method.Clamps);
        _goodEvaluation = _budget.Used;
        _budget.Keep();
    }

    private void BreakOff(int first)
    {
        _isAmidStep = true;
        HoldStart(first);
    }

    private void SetSchedules(int evaluation)
    {
        var before = _factors;
        _factors = _schedule.LossesAt(evaluation);
        _optimizer.LearningRate = _method.RateAt(_schedule.LearningRateAt(evaluation));
        if (_factorsOf > 0 && _factors != before)
        {
            _optimizer.OnObjectiveChanged(_factors.IsFarFrom(before));
            _stop.Reset();
        }

        _factorsOf = evaluation;
    }

    private void OnEvaluated(LossValues losses, Tensor image)
    {
        var evaluation = _course.Add(losses);
        _stop.Add(evaluation.Total);
        if (_course.Keeps(evaluation))
            _course.HandOn(evaluation.Evaluation, () => PictureOf(image));
        _best?.Consider(evaluation.Evaluation, evaluation.Total, () => _trail.Shown(image));
        // Looked at here alone, so that a run never ends between the last chance to make a checkpoint and the next evaluation.
        if (_cancellation.IsCancellationRequested)
            _budget.Stop();
    }

    private Images.Picture PictureOf(Tensor image)
    {
        using var scope = NewDisposeScope();
        return ImageTensor.ToPicture(_trail.Shown(image));
    }

    private void Recover(NonFiniteLossException trouble, int firstOfStep)
    {
        // A search evaluates the image where it begins first, unless the search before it has done so.
        if (_trail.Searches && trouble.Evaluation > firstOfStep)
            HoldStart(firstOfStep);
        if (!_trail.HasGood)
            throw _recovery.Failure(trouble, " It was the first at this scale, so there is no image to go back to.");

        var (kind, text) = _recovery.Next(trouble, _goodEvaluation);
        _course.Report(kind, text);
        _trail.GoBack();
        _stop.Reset();
        UseMethod();
    }

    // Where the first search began is good, though no step has ended yet.
    private void HoldStart(int first)
    {
        if (_trail.HasGood)
            return;

        _trail.HoldImage();
        _goodEvaluation = first;
    }

    private void UseMethod()
    {
        _optimizer.Dispose();
        _method = _recovery.Method;
        _optimizer = _method.Create(_parameters);
        _trail.Searches = _method.Searches(_parameters);
        _factorsOf = 0;
    }
}
