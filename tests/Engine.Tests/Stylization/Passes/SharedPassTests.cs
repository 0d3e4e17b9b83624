using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization.Passes;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization.Passes;

public sealed class SharedPassTests : IDisposable
{
    private static readonly LayerName Shallow = LayerName.Parse("relu1_2");
    private static readonly LayerName Deep = LayerName.Parse("relu3_1");

    private readonly WeightsLibrary _weights = new(null);
    private readonly FeatureNetwork _network;

    public SharedPassTests() => _network = new FeatureNetwork(_weights.Of(NetworkName.Vgg19Mini), CPU, Precision.Float32);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void GradientOf_OtherTapsSizesAndPoolingAtOnce_IsThatOfEachAlone()
    {
        Asked[] asked =
        [
            new(1, 24, PoolingMode.Max, [Shallow]),
            new(2, 24, PoolingMode.Max, [Shallow, Deep]),
            new(3, 24, PoolingMode.Average, [Deep]),
            new(4, 32, PoolingMode.Max, [Deep]),
        ];

        var together = Together(asked);

        for (var index = 0; index < asked.Length; index++)
        {
            using var scope = NewDisposeScope();
            using var alone = asked[index].Ask(new SinglePass(_network));
            Assert.Null(together[index].Failure);
            Assert.True(alone.abs().max().item<float>() > 0);
            Assert.True((together[index].Gradient! - alone).abs().max().item<float>() <= 1e-5 * alone.abs().max().item<float>());
        }
    }

    [Fact]
    public void GradientOf_OneFailsInItsLosses_OthersHaveTheirGradientsAndItItsOwnFailure()
    {
        Asked[] asked = [new(1, 24, PoolingMode.Max, [Shallow]), new(2, 24, PoolingMode.Max, [Deep]) { Failure = new InvalidTimeZoneException("mine") }];

        var together = Together(asked);

        Assert.Same(asked[1].Failure, together[1].Failure);
        Assert.Null(together[0].Failure);
        Assert.NotNull(together[0].Gradient);
    }

    [Fact]
    public void GradientOf_PassFailsForAll_EachThatCanGoesOnAloneAndIsTold()
    {
        // One image of double precision, which the batch can't hold: neither can it alone, but the others can.
        Asked[] asked = [new(1, 24, PoolingMode.Max, [Shallow]), new(2, 24, PoolingMode.Max, [Shallow]) { Type = ScalarType.Float64 }];

        var together = Together(asked);

        Assert.NotNull(together[0].Gradient);
        Assert.Contains("goes on alone", together[0].Told, StringComparison.Ordinal);
        Assert.NotNull(together[1].Failure);
    }

    [Fact]
    public void GradientOf_MemberLeaves_OthersNoLongerWaitForIt()
    {
        Asked[] asked = [new(1, 24, PoolingMode.Max, [Shallow]), new(2, 24, PoolingMode.Max, [Shallow]) { Rounds = 0 }];
        asked[0] = asked[0] with { Rounds = 3 };

        Assert.NotNull(Together(asked)[0].Gradient);
    }

    [Fact]
    public void GradientOf_ManyRounds_NoTensorIsLeft()
    {
        Asked[] asked = [new(1, 24, PoolingMode.Max, [Shallow]) { Rounds = 4 }, new(2, 24, PoolingMode.Max, [Deep]) { Rounds = 6 }];
        // The first pass brings the network's convolutions to the device, to stay.
        Ask();
        var before = LiveTensors.CountSettled();

        Ask();

        Assert.Equal(before, LiveTensors.Count());

        void Ask()
        {
            foreach (var answer in Together(asked))
                answer.Gradient!.Dispose();
        }
    }

    /// <summary>Asks on a thread each, as trials do.</summary>
    private Answer[] Together(Asked[] asked)
    {
        var pass = new SharedPass(_network, asked.Length);
        var answers = new Answer[asked.Length];
        Thread[] threads = [.. asked.Select((one, index) => new Thread(() => answers[index] = AskMember(one, pass.Members[index])))];
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            Assert.True(thread.Join(TimeSpan.FromSeconds(30)), "The members wait for each other.");
        return answers;
    }

    private static Answer AskMember(Asked asked, MemberPass member)
    {
        string? told = null;
        member.LeftBatch = why => told = why;
        using (member)
        {
            try
            {
                Tensor? gradient = null;
                for (var round = 0; round < asked.Rounds; round++)
                {
                    gradient?.Dispose();
                    gradient = asked.Ask(member).DetachFromDisposeScope();
                }

                return new Answer(gradient, null, told);
            }
#pragma warning disable CA1031 // The test looks at it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                return new Answer(null, failure, told);
            }
        }
    }

    private sealed record Answer(Tensor? Gradient, Exception? Failure, string? Told);

    private sealed record Asked(int Seed, int Size, PoolingMode Pooling, LayerName[] Taps)
    {
        public Exception? Failure { get; init; }

        public ScalarType Type { get; init; } = ScalarType.Float32;

        public int Rounds { get; init; } = 1;

        /// <summary>The gradient of half the sum of squares of the features.</summary>
        public Tensor Ask(IFeaturePass pass)
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            using var generator = new Generator((ulong)Seed);
            var image = rand([1, 3, Size, Size], generator: generator).to(Type);
            return pass.GradientOf(image, Taps.ToHashSet(), Pooling, features => Failure is { } failure
                ? throw failure
                : features.ToDictionary(feature => feature.Key, feature => feature.Value.clone())).MoveToOuterDisposeScope();
        }
    }
}
