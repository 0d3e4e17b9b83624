using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class HostAllocatorTests
{
    [Fact]
    public void Run_LargeTrialEnded_ItsMemoryIsGivenBack()
    {
        Assert.SkipUnless(File.Exists("/proc/self/statm"), "Only Linux says how much memory a process holds.");
        using var stylizer = new Stylizer(new WeightsLibrary(null), new EngineOptions { Threads = 1, TargetCacheBytes = 0 }, TimeProvider.System);
        long during = 0;
        Run(stylizer, 64, _ => { });
        // What the tests of before left to the collector would go meanwhile, and hide what is measured.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Resident();

        Run(stylizer, 512, _ => during = Math.Max(during, Resident()));

        // 200 MiB at work, measured; what is left are the maps' last pages, and what the runtime's own heap grew by.
        Assert.True(during - before > 100, $"{before} MiB, then {during}");
        Assert.True(Resident() - before < (during - before) / 2, $"{before} MiB, then {during}, then {Resident()}");
    }

    [Fact]
    public void GiveBack_NothingKept_DoesNothing() => HostAllocator.Open(keep: false).GiveBack();

    private static void Run(Stylizer stylizer, int size, Action<EvaluationRecord> onEvaluation) => stylizer.Run(
        TestTrials.Of(TestTrials.Parameters with { ImageSize = size, Iterations = 3 }, new WeightsLibrary(null)),
        new TrialPictures { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] },
        new RecordingObserver(onEvaluation),
        null,
        TestContext.Current.CancellationToken);

    /// <summary>MiB.</summary>
    private static long Resident() => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], null) * Environment.SystemPageSize >> 20;
}
