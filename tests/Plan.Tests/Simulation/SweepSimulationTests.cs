using NeuralStyle.Plan.Simulation;

namespace NeuralStyle.Plan.Tests.Simulation;

public sealed class SweepSimulationTests
{
    /// <summary>Workers that are there, and an orchestrator that takes no time: what is left is the schedule.</summary>
    private static SimulationOptions Warm(int replicas, params double[] seconds) => new()
    {
        TrialSeconds = seconds,
        MinReplicas = replicas,
        MaxReplicas = replicas,
        ActivitiesPerTrial = 0,
        EventsPerSecond = double.MaxValue,
    };

    private static double[] Equal(int count, double seconds) => [.. Enumerable.Repeat(seconds, count)];

    [Theory]
    [InlineData(1, 7, 70)]
    [InlineData(3, 7, 30)]
    [InlineData(4, 8, 20)]
    [InlineData(8, 3, 10)]
    public void Run_WarmWorkersAndEqualTrials_TakeWholeRounds(int replicas, int trials, double expected)
    {
        var result = SweepSimulation.Run(Warm(replicas, Equal(trials, 10)));

        Assert.Equal(expected, result.Makespan, 6);
        Assert.Equal(trials * 10, result.BusySeconds, 6);
        Assert.Equal(replicas * expected, result.ReplicaSeconds, 6);
        Assert.Equal((trials, trials, 0, 0), (result.Trials, result.Runs, result.Kills, result.Starts));
    }

    [Fact]
    public void Run_TrialsOfOtherLengths_AreScheduledInOrder()
    {
        // By hand, two workers: 5 on A to 5, 9 on B to 9, 4 on A to 9, then 2 on A (first started) to 11, 7 on B to 16.
        var result = SweepSimulation.Run(Warm(2, 5, 9, 4, 2, 7));

        Assert.Equal(16, result.Makespan, 6);
        // All are queued at once (a window of 4), but the fifth, when the first has ended: they wait 0, 0, 5, 9 and 4.
        Assert.Equal((4, 9, 9), (Math.Round(result.WaitMedian, 6), Math.Round(result.Wait95, 6), Math.Round(result.WaitLongest, 6)));
    }

    [Fact]
    public void Run_ColdWorkers_FollowTheScheduleComputedByHand()
    {
        var options = new SimulationOptions { TrialSeconds = Equal(3, 10), MaxReplicas = 2, ActivitiesPerTrial = 0, EventsPerSecond = double.MaxValue };

        var result = SweepSimulation.Run(options);

        // Looks at 30 (none becomes one) and 60 (two). The first is ready at 120 and computes to 130, 140, 150; at 150 the second is ready, too late.
        Assert.Equal(150, result.Makespan, 6);
        Assert.Equal((3, 2, 2), (result.Runs, result.Starts, result.PeakReplicas));
        // They were all queued at once.
        Assert.Equal((130, 140), (Math.Round(result.WaitMedian, 6), Math.Round(result.WaitLongest, 6)));
        Assert.Equal(180, result.StartingSeconds, 6);
        Assert.Equal(30, result.BusySeconds, 6);
        Assert.Equal(0, result.Kills);
    }

    [Fact]
    public void Run_OneWorkerFromNothing_TakesPollingColdStartAndWork()
    {
        var options = new SimulationOptions
        {
            TrialSeconds = Equal(50, 7),
            MaxReplicas = 1,
            PollingSeconds = 20,
            PullSeconds = 100,
            StartSeconds = 11,
            ActivitiesPerTrial = 0,
            EventsPerSecond = double.MaxValue,
        };

        Assert.Equal(20 + 111 + (50 * 7), SweepSimulation.Run(options).Makespan, 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_WorkersAreKilled_EachTrialEndsOnceAndWorkIsAccountedFor(int seed)
    {
        var options = new SimulationOptions { TrialSeconds = Equal(400, 60), KillsPerHour = 30, LostSeconds = 20, Seed = seed, MaxReplicas = 8 };

        var result = SweepSimulation.Run(options);

        Assert.Equal(400, result.Trials);
        Assert.Equal(result.Trials + result.Kills, result.Runs);
        Assert.InRange(result.Kills, 50, 1000);
        // A kill loses 20 seconds at most, and nothing that was computed is counted twice.
        Assert.InRange(result.BusySeconds, 400 * 60, (400 * 60) + (20 * result.Kills) + 1e-6);
        Assert.True(result.ReplicaSeconds >= result.BusySeconds + result.StartingSeconds - 1e-6);
        Assert.Equal(result, SweepSimulation.Run(options));
    }

    [Fact]
    public void Run_MoreWorkers_AreNeverSlower()
    {
        var makespans = Enumerable.Range(1, 12).Select(replicas => SweepSimulation.Run(Warm(replicas, Equal(500, 30)) with { Window = 100 }).Makespan).ToList();

        Assert.Equal(makespans.OrderDescending(), makespans);
        Assert.True(makespans[11] < makespans[0] / 11);
    }

    [Fact]
    public void Run_ShortTrials_AreAsFastAsTheOrchestrations()
    {
        // 3 activities each at 100 a second are 33 trials a second, and 50 events a second are more: 30 seconds for 1000.
        var result = SweepSimulation.Run(Warm(50, Equal(1000, 0.1)) with { ActivitiesPerTrial = 3, EventsPerSecond = 50, Window = 1000 });

        Assert.InRange(result.Makespan, 29.9, 30.3);
    }

    [Fact]
    public void Run_WindowSmallerThanTheWorkers_LeavesSomeIdle()
    {
        var narrow = SweepSimulation.Run(Warm(8, Equal(80, 10)) with { Window = 4 });

        Assert.Equal(200, narrow.Makespan, 6);
        Assert.Equal(0.5, narrow.IdleShare, 6);
    }

    [Fact]
    public void Run_FewerWorkersAreEnough_TheyStayForTheScaleInTime()
    {
        var result = SweepSimulation.Run(new SimulationOptions { TrialSeconds = [1], MaxReplicas = 1, ActivitiesPerTrial = 0, EventsPerSecond = double.MaxValue });

        // Started at 30, ready at 120, done at 121; the look at 120 is the last that wants one, the first more than 300 later is at 450.
        Assert.Equal(121, result.Makespan, 6);
        Assert.Equal(450 - 30, result.ReplicaSeconds, 6);
    }

    [Fact]
    public void Run_RungsOfASearch_BeginWhenTheOneBeforeHasEnded()
    {
        // By hand, four workers: a rung of 10, 2, 2 ends at 10, one of 5 at 15, one of 3, 3, 3, 3, 3 at 21.
        var result = SweepSimulation.Run(Warm(4, 10, 2, 2, 5, 3, 3, 3, 3, 3) with { Rungs = [3, 1, 5], Window = 100 });

        Assert.Equal(21, result.Makespan, 6);
        // They are queued when their rung begins: only the last of the third waits.
        Assert.Equal((0, 3), (Math.Round(result.WaitMedian, 6), Math.Round(result.WaitLongest, 6)));
    }

    [Theory]
    [InlineData(new[] { 2, 2 })]
    [InlineData(new[] { 3, 0 })]
    [InlineData(new[] { 4, -1 })]
    public void Problems_RungsOfOtherTrialsThanThereAre_IsSaid(int[] rungs)
    {
        var problem = Assert.Single(new SimulationOptions { TrialSeconds = [1, 1, 1], Rungs = rungs }.Problems());

        Assert.Contains("allowed are 1 and more each, 3 together", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, 30)]
    [InlineData(0, 0.1)]
    public void Problems_KilledOrLookedAtSoOftenThatItWouldHardlyEnd_IsSaid(double kills, double polling)
    {
        var options = new SimulationOptions { TrialSeconds = Equal(1000, 100_000), KillsPerHour = kills, PollingSeconds = polling, MaxReplicas = 1 };

        var problem = Assert.Single(options.Problems());

        Assert.Contains("events; allowed are 1e8", problem, StringComparison.Ordinal);
    }

    // Each makes the sweep last for years, or the scaler look at a queue that does not change for so long.
    public static TheoryData<SimulationOptions> Endless { get; } = new()
    {
        new SimulationOptions { TrialSeconds = Equal(1000, 60), ActivitiesPerSecond = 1e-9 },
        new SimulationOptions { TrialSeconds = Equal(1000, 60), ActivitiesPerSecond = double.Epsilon },
        new SimulationOptions { TrialSeconds = Equal(1000, 60), EventsPerSecond = 1e-9 },
        new SimulationOptions { TrialSeconds = Equal(1_000_000, 2_592_000), Window = 1, MaxReplicas = 1000 },
        new SimulationOptions { TrialSeconds = Equal(100_000, 2_592_000), QueueLength = 1_000_000, MaxReplicas = 1000 },
        new SimulationOptions { TrialSeconds = Equal(1000, 31_622_400), Rungs = [.. Enumerable.Repeat(1, 1000)], MaxReplicas = 1000, PollingSeconds = 1 },
        new SimulationOptions { TrialSeconds = [.. Equal(1000, 1), 31_622_400], MaxReplicas = 1000, PollingSeconds = 0.1 },
        new SimulationOptions { TrialSeconds = [1], PullSeconds = 31_622_400, PollingSeconds = 0.1 },
        new SimulationOptions { TrialSeconds = [1], ScaleInSeconds = 31_622_400, PollingSeconds = 0.1 },
        new SimulationOptions { TrialSeconds = Equal(10_000, 60), KillsPerHour = 60, ReturnSeconds = 31_622_400, MaxReplicas = 1 },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void Problems_LimitsThatLetItHardlyEnd_IsSaid(SimulationOptions options) =>
        Assert.Contains("events; allowed are 1e8", Assert.Single(options.Problems()), StringComparison.Ordinal);

    [Fact]
    public void Problems_LargestThatIsAllowed_AreNone() =>
        Assert.Empty(new SimulationOptions { TrialSeconds = Equal(SimulationOptions.MostTrials, 3600), MaxReplicas = 1000 }.Problems());

    [Fact]
    public void Run_ImpossibleOptions_ThrowsAllThatIsWrong()
    {
        var options = new SimulationOptions { TrialSeconds = [-1], MaxReplicas = 0, PollingSeconds = 0 };

        var exception = Assert.Throws<ArgumentException>(() => SweepSimulation.Run(options));

        Assert.Equal(4, options.Problems().Count);
        Assert.All(options.Problems(), problem => Assert.Contains(problem, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void CostOf_RatesKnownOrNot_IsTheirSumOrNothing()
    {
        var rates = new ReplicaRates { Processors = 8, Gibibytes = 56, GpuSecond = 0.1, ProcessorSecond = 0.01, GibibyteSecond = 0.001 };

        Assert.Equal(100 * (0.1 + 0.08 + 0.056), rates.CostOf(100)!.Value, 9);
        Assert.Null((rates with { GibibyteSecond = null }).CostOf(100));
    }
}
