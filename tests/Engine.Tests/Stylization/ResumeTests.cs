using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Schedules;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Tests.Stylization;

/// <summary>A trial that was killed and resumed is, to the bit, the trial that was not.</summary>
public sealed class ResumeTests
{
    private static readonly SnapshotPolicy Policy = new() { First = 2, Every = 3, Last = true, Best = true };

    private readonly WeightsLibrary _weights = new(null);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Run_KilledAtARandomEvaluation_EndsBitIdentical(int seed)
    {
        var random = new Random(seed);
        var parameters = RandomParameters(seed, random);
        var whole = new RecordingObserver();
        var expected = Run(parameters, whole, null, null);
        // Every second time all but the checkpoint of the cancellation is left out.
        TimeSpan? interval = seed / 5 % 2 == 0 ? TimeSpan.Zero : TimeSpan.FromHours(1);

        byte[]? checkpoint = null;
        var snapshots = new Dictionary<int, Engine.Images.Picture>();
        for (var kill = 0; kill < 2; kill++)
        {
            var killed = Kill(parameters, random.Next(1, expected.Evaluations.Count), interval, checkpoint);
            // The second may come before anything was added to what the first left.
            checkpoint = killed.Checkpoints.LastOrDefault() ?? checkpoint;
            Assert.NotNull(checkpoint);
            foreach (var (evaluation, image) in killed.Snapshots)
                snapshots[evaluation] = image;
        }

        var last = new RecordingObserver();
        var result = Run(parameters, last, null, checkpoint);

        foreach (var (evaluation, image) in last.Snapshots)
            snapshots[evaluation] = image;
        Assert.Equal(expected.Image.Planes.ToArray(), result.Image.Planes.ToArray());
        Assert.Equal(expected.Evaluations.Select(Numbers), result.Evaluations.Select(Numbers));
        Assert.Equal(expected.Evaluations.Select(Numbers), last.Evaluations.Select(Numbers));
        Assert.Contains(result.Events, trialEvent => trialEvent.Kind == TrialEventKind.Resumed);
        Assert.Equal(expected.BestEvaluation, result.BestEvaluation);
        Assert.Equal(expected.Events, result.Events.Where(trialEvent => trialEvent.Kind != TrialEventKind.Resumed));
        Assert.Equal(whole.Snapshots.Keys.Order(), snapshots.Keys.Order());
        Assert.All(whole.Snapshots, snapshot => Assert.Equal(snapshot.Value.Planes.ToArray(), snapshots[snapshot.Key].Planes.ToArray()));
    }

    [Fact]
    public void Run_EveryCheckpointOfARun_EndsBitIdentical()
    {
        var parameters = TestTrials.Parameters with { Iterations = 12, LineSearch = LineSearchKind.StrongWolfe, Averaging = 0.9 };
        var whole = new RecordingObserver();
        var expected = Run(parameters, whole, TimeSpan.Zero, null);
        Assert.True(whole.Checkpoints.Count > 2);

        foreach (var checkpoint in whole.Checkpoints)
        {
            var result = Run(parameters, new RecordingObserver(), null, checkpoint);
            Assert.Equal(expected.Image.Planes.ToArray(), result.Image.Planes.ToArray());
            Assert.Equal(expected.Evaluations.Select(Numbers), result.Evaluations.Select(Numbers));
        }
    }

    [Theory]
    [InlineData(LineSearchKind.Fixed)]
    [InlineData(LineSearchKind.StrongWolfe)]
    public void Run_CancelledAtAnyEvaluation_KeepsAllButTheSearchUnderWay(LineSearchKind search)
    {
        // Noise and a scale more, so that searches take several evaluations; a schedule, so that each begins with one.
        var parameters = TestTrials.Parameters with
        {
            ImageSize = 48,
            Iterations = 9,
            Scales = Ladder("32:9"),
            Init = InitMode.Noise,
            LineSearch = search,
            Averaging = 0.8,
            StyleSchedule = Schedule("linear 0%:0.1, 80%:1"),
        };
        var expected = Run(parameters, new RecordingObserver(), null, null);

        var again = 0;
        for (var evaluation = 1; evaluation < expected.Evaluations.Count; evaluation++)
        {
            var killed = Kill(parameters, evaluation, TimeSpan.FromHours(1), null);
            var result = Run(parameters, new RecordingObserver(), null, Assert.Single(killed.Checkpoints));

            Assert.Equal(expected.Image.Planes.ToArray(), result.Image.Planes.ToArray());
            Assert.Equal(expected.Evaluations.Select(Numbers), result.Evaluations.Select(Numbers));
            again += evaluation - result.Events.Single(trialEvent => trialEvent.Kind == TrialEventKind.Resumed).Evaluation;
        }

        Assert.Equal(search == LineSearchKind.StrongWolfe, again > 0);
    }

    [Fact]
    public void Run_CancelledBeforeItBegins_EvaluatesNothing()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var observer = new RecordingObserver();

        Assert.Throws<OperationCanceledException>(() => Run(TestTrials.Parameters, observer, TimeSpan.FromHours(1), null, cancellation: source.Token));

        Assert.Empty(observer.Evaluations);
    }

    [Fact]
    public void Run_CancelledAtAnyMoment_KeepsWhatWasDone()
    {
        var parameters = TestTrials.Parameters with { ImageSize = 48, Iterations = 4, Scales = Ladder("32:3") };
        var expected = Run(parameters, new RecordingObserver(), null, null);

        // The clock is read all over a run, and above all where a checkpoint is found not to be due yet.
        var (reading, ended) = (0, false);
        while (!ended)
        {
            using var source = new CancellationTokenSource();
            var clock = new SteppedClock();
            var (last, count) = (++reading, 0);
            clock.Read = () =>
            {
                if (++count == last)
                    source.Cancel();
            };
            var observer = new RecordingObserver();
            try
            {
                Run(parameters, observer, TimeSpan.FromHours(1), null, clock, source.Token);
                ended = true;
            }
            catch (OperationCanceledException)
            {
                if (observer.Evaluations.Count == 0)
                    continue;
                var result = Run(parameters, new RecordingObserver(), null, Assert.Single(observer.Checkpoints));
                Assert.Equal(observer.Evaluations.Count, result.Events.Single(trialEvent => trialEvent.Kind == TrialEventKind.Resumed).Evaluation);
                Assert.Equal(expected.Image.Planes.ToArray(), result.Image.Planes.ToArray());
            }
        }

        Assert.True(reading > 10);
    }

    [Fact]
    public void Run_Resumed_SaysFromWhereAndCountsTheSecondsOfBefore()
    {
        var parameters = TestTrials.Parameters with { Iterations = 8 };
        var killed = Kill(parameters, 5, TimeSpan.FromHours(1), null);

        var result = Run(parameters, new RecordingObserver(), null, Assert.Single(killed.Checkpoints));

        var resumed = Assert.Single(result.Events);
        Assert.Equal((5, TrialEventKind.Resumed), (resumed.Evaluation, resumed.Kind));
        Assert.Contains("after 5 evaluations", resumed.Text, StringComparison.Ordinal);
        Assert.Equal(result.Evaluations.Select(evaluation => evaluation.Seconds), result.Evaluations.Select(evaluation => evaluation.Seconds).Order());
    }

    [Fact]
    public void Run_RecoveredFromAnInfiniteLossBefore_EndsBitIdentical()
    {
        var parameters = TestTrials.Parameters with
        {
            Optimizer = OptimizerKind.Adam,
            LearningRate = 1e30,
            Convention = LossConvention.Gatys,
            ContentLoss = ContentLossKind.Gatys,
            StyleLoss = StyleLossKind.Gatys,
            Iterations = 14,
        };
        var expected = Run(parameters, new RecordingObserver(), null, null);

        foreach (var evaluation in Enumerable.Range(1, 10))
        {
            var killed = Kill(parameters, evaluation, TimeSpan.FromHours(1), null);
            var result = Run(parameters, new RecordingObserver(), null, Assert.Single(killed.Checkpoints));
            Assert.Equal(expected.Image.Planes.ToArray(), result.Image.Planes.ToArray());
            Assert.Equal(expected.Events, result.Events.Where(trialEvent => trialEvent.Kind != TrialEventKind.Resumed));
        }
    }

    [Fact]
    public void Run_SizedDownBefore_GoesOnAtThatSizeOnly()
    {
        var parameters = TestTrials.Parameters with { ImageSize = 128, Oversize = OversizePolicy.Shrink };
        var (less, more) = (TrialMemory.Of(parameters, 96, 72), TrialMemory.Of(parameters, 112, 84));
        var whole = new RecordingObserver();
        var expected = Run(parameters, whole, TimeSpan.Zero, null, memory: less);

        var same = Run(parameters, new RecordingObserver(), null, whole.Checkpoints[2], memory: less);
        var other = Run(parameters, new RecordingObserver(), null, whole.Checkpoints[2], memory: more);

        Assert.Equal([TrialEventKind.SizedDown, TrialEventKind.Resumed], same.Events.Select(trialEvent => trialEvent.Kind));
        Assert.Equal(expected.Image.Planes.ToArray(), same.Image.Planes.ToArray());
        Assert.Equal([TrialEventKind.CheckpointRefused, TrialEventKind.SizedDown], other.Events.Select(trialEvent => trialEvent.Kind));
        Assert.Contains("imageSize 96; this run is at 112", other.Events[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoCheckpointsAsked_MakesNone()
    {
        Assert.Empty(Kill(TestTrials.Parameters, 3, null, null).Checkpoints);
    }

    [Fact]
    public void Run_CheckpointIntervalOfTheClockHasPassed_MakesOneThenOnly()
    {
        var clock = new SteppedClock();
        var observer = new RecordingObserver(evaluation =>
        {
            if (evaluation.Evaluation is 4 or 9)
                clock.Advance(TimeSpan.FromSeconds(30));
        });

        Run(TestTrials.Parameters with { Iterations = 12 }, observer, TimeSpan.FromSeconds(30), null, clock);

        Assert.Equal(2, observer.Checkpoints.Count);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    private static TrialParameters RandomParameters(int seed, Random random)
    {
        var parameters = TestTrials.Parameters with { ImageSize = 48, Iterations = random.Next(10, 22), Init = InitMode.Noise };
        parameters = (seed % 5) switch
        {
            0 => parameters with { Optimizer = OptimizerKind.Adam, LearningRate = 0.02, Clamp = ClampMode.Step },
            1 => parameters with { HistorySize = 4 },
            2 => parameters with { LineSearch = LineSearchKind.StrongWolfe },
            3 => parameters with { Optimizer = OptimizerKind.Adam, LearningRate = 0.05, Averaging = 0.9, Scales = Ladder("32:7, 40:6"), Beta2 = 0.99 },
            _ => parameters with { Scales = Ladder("36:9"), LineSearch = random.Next(2) == 0 ? LineSearchKind.Fixed : LineSearchKind.StrongWolfe },
        };
        if (random.Next(2) == 0)
            parameters = parameters with { ContentSchedule = Schedule("step 1:1, 6:0.2, 11:2"), LearningRateSchedule = Schedule("log 0%:1, 100%:0.2") };
        if (random.Next(2) == 0)
            parameters = parameters with { StyleSchedule = Schedule("linear 0%:0.1, 80%:1") };
        if (random.Next(3) == 0)
            parameters = parameters with { Averaging = 0.8 };
        return random.Next(3) == 0 ? parameters with { StopBelow = 0.2, StopWindow = 4 } : parameters;
    }

    private static ScaleLadder Ladder(string text) => ScaleLadderText.Parse(text, []) ?? throw new ArgumentException(text, nameof(text));

    private static Schedule Schedule(string text) => ScheduleText.Parse(text, []) ?? throw new ArgumentException(text, nameof(text));

    private static string Numbers(EvaluationRecord evaluation) =>
        $"{evaluation.Evaluation} {evaluation.Total:R} {evaluation.Content:R} {evaluation.Style:R} {evaluation.Tv:R} {evaluation.Improvement:R} {string.Join(' ', evaluation.Layers)}";

    private RecordingObserver Kill(TrialParameters parameters, int evaluation, TimeSpan? interval, byte[]? checkpoint)
    {
        using var source = new CancellationTokenSource();
        var observer = new RecordingObserver(done =>
        {
            if (done.Evaluation == evaluation)
                source.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Run(parameters, observer, interval, checkpoint, cancellation: source.Token));
        return observer;
    }

    // Each run has an engine of its own, as if in another process.
    private StylizedImage Run(
        TrialParameters parameters,
        RecordingObserver observer,
        TimeSpan? interval,
        byte[]? checkpoint,
        TimeProvider? clock = null,
        CancellationToken? cancellation = null,
        long? memory = null)
    {
        using var stylizer = new Stylizer(
            _weights, new EngineOptions { Threads = 1, CheckpointInterval = interval, MemoryBytes = memory }, clock ?? TimeProvider.System);
        return stylizer.Run(
            TestTrials.Of(parameters, _weights, Policy),
            new TrialPictures { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] },
            observer,
            checkpoint is null ? (ReadOnlyMemory<byte>?)null : checkpoint,
            cancellation ?? TestContext.Current.CancellationToken);
    }
}
