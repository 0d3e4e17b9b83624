using System.Buffers.Binary;
using System.Security.Cryptography;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Tests.Stylization.Checkpoints;

/// <summary>What can't be gone on from is refused with the reason, and the trial begins anew: never a crash, never another image.</summary>
public sealed class CheckpointRefusalTests : IDisposable
{
    private const int HeaderLength = 52;

    private static readonly TrialParameters Parameters = TestTrials.Parameters with { ImageSize = 32, Iterations = 4, HistorySize = 2 };

    private readonly WeightsLibrary _weights = new(null);
    private readonly Stylizer _stylizer;

    public CheckpointRefusalTests() =>
        _stylizer = new Stylizer(_weights, new EngineOptions { Threads = 1, CheckpointInterval = TimeSpan.Zero }, TimeProvider.System);

    public void Dispose() => _stylizer.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_BytesChangedAnywhere_RefusesAndBeginsAnew(int seed)
    {
        var random = new Random(seed);
        var (expected, checkpoint) = Whole();
        // Every place of the header, and as many beyond it.
        var places = Enumerable.Range(0, HeaderLength).Concat(Enumerable.Range(0, HeaderLength).Select(_ => random.Next(HeaderLength, checkpoint.Length)));

        foreach (var place in places.Where(place => place % 3 == seed % 3))
        {
            var damaged = (byte[])checkpoint.Clone();
            damaged[place] ^= (byte)random.Next(1, 256);
            AssertBegunAnew(expected, Run(Parameters, damaged), string.Empty);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(51)]
    [InlineData(52)]
    [InlineData(2000)]
    public void Run_CutShort_RefusesAndBeginsAnew(int length)
    {
        var (expected, checkpoint) = Whole();

        AssertBegunAnew(expected, Run(Parameters, checkpoint[..length]), "bytes");
    }

    [Fact]
    public void Run_BytesAppended_RefusesAndBeginsAnew()
    {
        var (expected, checkpoint) = Whole();

        AssertBegunAnew(expected, Run(Parameters, [.. checkpoint, 0]), "it says that it has");
    }

    [Fact]
    public void Run_OlderVersion_RefusesNamingBoth()
    {
        var (expected, checkpoint) = Whole();
        BinaryPrimitives.WriteInt32LittleEndian(checkpoint.AsSpan(8), 0);

        AssertBegunAnew(expected, Run(Parameters, checkpoint), "version 0; this engine reads version 2");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Run_DamagedBeforeItWasHashed_NeverCrashes(int seed)
    {
        var random = new Random(seed);
        var (expected, checkpoint) = Whole();
        for (var i = 0; i < 25; i++)
        {
            var damaged = (byte[])checkpoint.Clone();
            // In the lengths and the head, where a change is one of structure; a changed pixel can't be told from a pixel.
            var headLength = BinaryPrimitives.ReadInt32LittleEndian(damaged.AsSpan(HeaderLength));
            damaged[HeaderLength + random.Next(0, headLength + 8)] ^= (byte)(1 << random.Next(8));
            SHA256.HashData(damaged.AsSpan(HeaderLength), damaged.AsSpan(20));

            var result = Run(Parameters, damaged);

            Assert.Equal(expected.Evaluations.Count, result.Evaluations.Count);
        }
    }

    [Fact]
    public void Run_OfAnotherTrial_RefusesNamingBoth()
    {
        var (_, checkpoint) = Whole();
        var other = Parameters with { Seed = 8 };
        var expected = Run(other, null);

        AssertBegunAnew(expected, Run(other, checkpoint), TestTrials.Of(Parameters, _weights).Id);
    }

    [Fact]
    public void Run_OtherThreads_RefusesNamingBoth()
    {
        var (expected, checkpoint) = Whole();
        using var other = new Stylizer(_weights, new EngineOptions { Threads = 2 }, TimeProvider.System);

        var result = Run(Parameters, checkpoint, stylizer: other);

        var refused = Assert.Single(result.Events);
        Assert.Equal(TrialEventKind.CheckpointRefused, refused.Kind);
        Assert.Contains("1 threads", refused.Text, StringComparison.Ordinal);
        Assert.Contains("2 threads", refused.Text, StringComparison.Ordinal);
        Assert.Equal(expected.Evaluations.Count, result.Evaluations.Count);
    }

    [Fact]
    public void Run_OtherSnapshots_Refuses()
    {
        var (expected, checkpoint) = Whole();

        AssertBegunAnew(expected, Run(Parameters, checkpoint, new SnapshotPolicy { Best = true }), "other snapshots");
    }

    private static void AssertBegunAnew(StylizedImage expected, StylizedImage result, string reason)
    {
        var refused = Assert.Single(result.Events);
        Assert.Equal((0, TrialEventKind.CheckpointRefused), (refused.Evaluation, refused.Kind));
        Assert.Contains(reason, refused.Text, StringComparison.Ordinal);
        Assert.Equal(expected.Image.Planes.ToArray(), result.Image.Planes.ToArray());
    }

    private (StylizedImage Result, byte[] Checkpoint) Whole()
    {
        var observer = new RecordingObserver();
        var result = Run(Parameters, null, observer: observer);
        return (result, observer.Checkpoints[2]);
    }

    private StylizedImage Run(
        TrialParameters parameters,
        byte[]? checkpoint,
        SnapshotPolicy? snapshots = null,
        RecordingObserver? observer = null,
        Stylizer? stylizer = null) =>
        (stylizer ?? _stylizer).Run(
            TestTrials.Of(parameters, _weights, snapshots),
            new TrialPictures { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] },
            observer ?? new RecordingObserver(),
            checkpoint is null ? (ReadOnlyMemory<byte>?)null : checkpoint,
            TestContext.Current.CancellationToken);
}
