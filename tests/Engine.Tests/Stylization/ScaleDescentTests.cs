using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Stylization.Checkpoints;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Schedules;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization;

public class ScaleDescentTests
{
    private static readonly TrialParameters Adam = TestTrials.Parameters with
    {
        Optimizer = OptimizerKind.Adam,
        LearningRate = 0.1,
        Iterations = 12,
    };

    private static readonly CheckpointMaker Maker = new(1, "tensors", "cpu", 1, "processor");

    private static readonly TrialParameters Lbfgs = TestTrials.Parameters with { Iterations = 12 };

    [Fact]
    public void Run_WeightSchedules_EachEvaluationHasTheFactorsOfItsNumber()
    {
        var schedule = ScheduleOf("linear 1:0.5, 12:1.5");
        var objective = new ScriptedObjective();

        Descend(Adam with { ContentSchedule = schedule, StyleSchedule = ScheduleOf("step 1:1, 4:3"), TvSchedule = ScheduleOf("0%:2, 100%:0") }, objective);

        for (var i = 1; i <= 12; i++)
        {
            Assert.Equal(
                new LossFactors(schedule.FactorAt(i, 12), i < 4 ? 1 : 3, ScheduleOf("0%:2, 100%:0").FactorAt(i, 12)),
                objective.FactorsSeen[i - 1]);
        }
    }

    [Fact]
    public void Run_ScheduleOfALossOfWeightZero_IsIgnored()
    {
        var objective = new ScriptedObjective();

        Descend(Adam with { TvWeight = 0, TvSchedule = ScheduleOf("0%:2, 100%:0") }, objective);

        Assert.All(objective.FactorsSeen, factors => Assert.Equal(LossFactors.One, factors));
    }

    [Fact]
    public void Run_LineSearchUnderASchedule_KeepsItsFactorsToTheEndOfTheSearch()
    {
        // Every third loss is too high, so that searches take several evaluations.
        var objective = new ScriptedObjective { Loss = (evaluation, loss) => evaluation % 3 == 0 ? loss + 1000 : loss };

        Descend(Lbfgs with { LineSearch = LineSearchKind.StrongWolfe, Iterations = 20, ContentSchedule = ScheduleOf("linear 1:1, 20:2") }, objective);

        var groups = objective.FactorsSeen.GroupBy(factors => factors.Content).Select(group => group.Count()).ToList();
        Assert.Equal(20, objective.FactorsSeen.Count);
        Assert.Contains(groups, count => count > 2);
        Assert.True(groups.Count > 2);
    }

    [Theory]
    [InlineData(LineSearchKind.Fixed)]
    [InlineData(LineSearchKind.StrongWolfe)]
    public void Run_LearningRateOfZero_EvaluatesWithoutMoving(LineSearchKind search)
    {
        var objective = new ScriptedObjective();

        Descend(Lbfgs with { LineSearch = search, LearningRateSchedule = ScheduleOf("step 1:0, 6:1") }, objective);

        Assert.Equal(12, objective.Firsts.Count);
        Assert.All(objective.Firsts.Take(5), value => Assert.Equal(0.5f, value));
        Assert.NotEqual(0.5f, objective.Firsts[^1]);
    }

    [Fact]
    public void Run_LearningRateSchedule_ScalesAdamsStep()
    {
        var objective = new ScriptedObjective();

        Descend(Adam with { LearningRateSchedule = ScheduleOf("step 1:1, 2:0.5") }, objective);

        // Adam's first steps are of the learning rate's length.
        Assert.Equal(0.4, objective.Firsts[1], 1e-4);
        Assert.Equal(0.35, objective.Firsts[2], 5e-3);
    }

    [Fact]
    public void Run_BetasAndEpsilon_ReachAdam()
    {
        var (plain, other, blunt) = (new ScriptedObjective(), new ScriptedObjective(), new ScriptedObjective());

        Descend(Adam, plain);
        Descend(Adam with { Beta1 = 0.5, Beta2 = 0.9 }, other);
        Descend(Adam with { Epsilon = 0.5 }, blunt);

        Assert.Equal(plain.Firsts[1], other.Firsts[1], 1e-5);
        Assert.NotEqual(plain.Firsts[5], other.Firsts[5], 1e-3);
        // The gradient is 0.5, so that the first step is halved.
        Assert.Equal(0.45, blunt.Firsts[1], 1e-4);
    }

    [Fact]
    public void Run_LossesNotFinite_EachRungGoesOnFromTheLastGoodImage()
    {
        var objective = new ScriptedObjective { Loss = (evaluation, loss) => evaluation is 4 or 7 or 9 ? double.NaN : loss };
        var observer = new RecordingObserver();

        Descend(Adam with { LearningRate = 0.1 }, objective, observer);

        Assert.Equal(
            [(4, TrialEventKind.Restarted), (7, TrialEventKind.StepReduced), (9, TrialEventKind.OptimizerChanged)],
            observer.Events.Select(trialEvent => (trialEvent.Evaluation, trialEvent.Kind)));
        Assert.Equal(
            [objective.Firsts[2], objective.Firsts[5], objective.Firsts[7]],
            new[] { objective.Firsts[4], objective.Firsts[7], objective.Firsts[9] });
        Assert.Equal(0.01, objective.Firsts[7] - objective.Firsts[8], 1e-5);
        Assert.Equal(0.02, objective.Firsts[9] - objective.Firsts[10], 1e-5);
        Assert.Contains("image of evaluation 3", observer.Events[0].Text, StringComparison.Ordinal);
        Assert.Contains("Evaluation 4 gave a loss of NaN", observer.Events[0].Text, StringComparison.Ordinal);
        Assert.Equal(12, observer.Evaluations.Count);
    }

    [Fact]
    public void Run_LossStaysNotFinite_FailsListingWhatWasTried()
    {
        var objective = new ScriptedObjective { Loss = (evaluation, loss) => evaluation % 2 == 0 ? double.PositiveInfinity : loss };

        var exception = Assert.Throws<StylizationException>(() => Descend(Lbfgs, objective));

        Assert.Contains("Evaluation 8 ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("after evaluation 2, which gave", exception.Message, StringComparison.Ordinal);
        Assert.Contains("L-BFGS forgot its history", exception.Message, StringComparison.Ordinal);
        Assert.Contains("the learning rate became 0.1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Adam took over with a learning rate of 0.02", exception.Message, StringComparison.Ordinal);
        Assert.Equal(8, objective.Firsts.Count);
    }

    [Fact]
    public void Run_GentleAdamStaysNotFinite_HasNoThirdRung()
    {
        var objective = new ScriptedObjective { Loss = (evaluation, loss) => evaluation % 2 == 0 ? double.NaN : loss };

        var exception = Assert.Throws<StylizationException>(() => Descend(Adam with { LearningRate = 0.02, Clamp = ClampMode.Step }, objective));

        Assert.Contains("Evaluation 6 ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("took over", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NotFiniteWithinTheFirstSearch_GoesOnFromWhereItBegan()
    {
        var objective = new ScriptedObjective { Loss = (evaluation, loss) => evaluation == 2 ? double.NaN : loss };
        var observer = new RecordingObserver();

        Descend(Lbfgs with { LineSearch = LineSearchKind.StrongWolfe }, objective, observer);

        Assert.Equal((2, TrialEventKind.Restarted), observer.Events.Select(trialEvent => (trialEvent.Evaluation, trialEvent.Kind)).Single());
        Assert.Equal(objective.Firsts[0], objective.Firsts[2]);
    }

    [Fact]
    public void Restore_BrokenOffInTheFirstSearch_TroubleStillGoesBackToWhereItBegan()
    {
        using var scope = NewDisposeScope();
        using var source = new CancellationTokenSource();
        var parameters = Lbfgs with { LineSearch = LineSearchKind.StrongWolfe };
        var first = new ScriptedObjective { Loss = (_, loss) => CancelAfter(loss, source) };
        var (descent, course) = Descent(parameters, first);
        Assert.Throws<OperationCanceledException>(() => descent.Run(12, () => { }, source.Token));
        Assert.Equal(1, descent.Kept);
        var (state, tensors) = descent.Save();
        descent.Dispose();
        var head = new CheckpointHead("trial", Maker, new SnapshotPolicy(), 4, 0, course.Save(1), state);

        var rest = new ScriptedObjective { Loss = (evaluation, loss) => evaluation == 1 ? double.NaN : loss };
        var observer = new RecordingObserver();
        var (resumed, courseOfResumed) = Descent(parameters, rest, observer);
        using (resumed)
        {
            resumed.Restore(new Checkpoint(head, tensors));
            courseOfResumed.Resume(head.Course);
            resumed.Run(12, () => { }, TestContext.Current.CancellationToken);
        }

        Assert.Equal((2, TrialEventKind.Restarted), observer.Events.Select(trialEvent => (trialEvent.Evaluation, trialEvent.Kind)).Single());
        Assert.Contains("image of evaluation 1", observer.Events[0].Text, StringComparison.Ordinal);
        Assert.Equal(0.5f, rest.Firsts[1]);
    }

    [Fact]
    public void Run_LastEvaluationNotFinite_ResultIsTheLastGoodImage()
    {
        using var scope = NewDisposeScope();
        var objective = new ScriptedObjective { Loss = (evaluation, loss) => evaluation == 12 ? double.NaN : loss };

        using var result = Descend(Adam, objective);

        Assert.Equal(objective.Firsts[10], result.reshape(-1)[0].item<float>());
    }

    [Fact]
    public void Run_LossStandsStill_StopsEarlyAndSaysHowMuchWasLeftOut()
    {
        var objective = new ScriptedObjective { Loss = (evaluation, _) => evaluation < 4 ? 10 - evaluation : 7 };
        var observer = new RecordingObserver();

        Descend(Adam with { StopBelow = 0.01, StopWindow = 3 }, objective, observer);

        Assert.Equal(6, observer.Evaluations.Count);
        var stopped = Assert.Single(observer.Events);
        Assert.Equal((6, TrialEventKind.StoppedEarly), (stopped.Evaluation, stopped.Kind));
        Assert.Contains("6 of the 12 evaluations", stopped.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WeightsStillChange_DoesNotStopEarly()
    {
        var objective = new ScriptedObjective { Loss = (_, _) => 7 };
        var observer = new RecordingObserver();

        Descend(Adam with { StopBelow = 0.01, StopWindow = 3, ContentSchedule = ScheduleOf("linear 1:1, 6:2") }, objective, observer);

        // The weights stand still from evaluation 6 on.
        Assert.Equal(9, observer.Evaluations.Count);
    }

    private static Schedule ScheduleOf(string text) => ScheduleText.Parse(text, []) ?? throw new ArgumentException(text, nameof(text));

    private static Tensor Descend(TrialParameters parameters, ScriptedObjective objective, RecordingObserver? observer = null)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var (descent, _) = Descent(parameters, objective, observer);
        using (descent)
        {
            descent.Run(parameters.Iterations, () => { }, TestContext.Current.CancellationToken);
            return descent.Result().DetachFromDisposeScope();
        }
    }

    private static double CancelAfter(double loss, CancellationTokenSource source)
    {
        source.Cancel();
        return loss;
    }

    private static (ScaleDescent Descent, TrialCourse Course) Descent(
        TrialParameters parameters, ScriptedObjective objective, RecordingObserver? observer = null)
    {
        var trial = TestTrials.Of(parameters, new WeightsLibrary(null));
        var pictures = new TrialPictures { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] };
        var course = new TrialCourse(trial, pictures, observer ?? new RecordingObserver(), TimeProvider.System);
        var descent = new ScaleDescent(
            parameters,
            course,
            new RecoveryLadder(parameters),
            full([1, 3, 4, 4], 0.5),
            null,
            (factors, evaluated) =>
            {
                (objective.Factors, objective.Evaluated) = (factors, evaluated);
                return objective;
            });
        course.BeginScale();
        return (descent, course);
    }
}
