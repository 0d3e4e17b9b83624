using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization.Passes;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization.Passes;

public sealed class PassBatchTests
{
    private static readonly HashSet<LayerName> Taps = [LayerName.Parse("relu1_2")];

    [Fact]
    public void Backward_AfterAForwardThatFailed_LeavesRequestsAloneThatTheirTrialsLetGoOf()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var network = new FeatureNetwork(new WeightsLibrary(null).Of(NetworkName.Vgg19Mini), CPU, Precision.Float32);
        // Images of two precisions are no batch.
        PassRequest[] requests = [Request(ScalarType.Float32), Request(ScalarType.Float64)];
        var batch = new PassBatch(requests);
        batch.Forward(network);

        foreach (var request in requests)
        {
            Assert.Throws<SharedPassException>(() => request.Differentiate(features => features));
            request.Dispose();
        }

        // It is the thread of one of these trials that comes back to the batch, and it must live to go on alone.
        Assert.Null(Record.Exception(batch.Backward));
    }

    private static PassRequest Request(ScalarType type) => new(zeros([1, 3, 8, 8], dtype: type), Taps, PoolingMode.Max);
}
