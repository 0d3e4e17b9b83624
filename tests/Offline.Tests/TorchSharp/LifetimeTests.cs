using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

[Collection(TensorsOneAtATime.Name)]
public class LifetimeTests
{
    [Fact]
    public void TotalCount_AfterManyScopedEvaluations_IsWhatItWas()
    {
        using var weight = rand(4, 3, 3, 3);
        using var image = rand(1, 3, 8, 8).requires_grad_();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 200; i++)
        {
            using var scope = NewDisposeScope();
            var loss = nn.functional.relu(nn.functional.conv2d(image, weight)).square().mean();
            _ = autograd.grad([loss], [image])[0];
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void NativeMemory_AfterManyScopedTensors_DoesNotGrow()
    {
        const int Megabyte = 1 << 20;
        Fill(8);
        var before = Environment.WorkingSet;
        Fill(64);
        // 64 tensors of 16 MiB would be a gibibyte.
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 200L * Megabyte);

        static void Fill(int count)
        {
            for (var i = 0; i < count; i++)
            {
                using var scope = NewDisposeScope();
                _ = ones(4 * Megabyte);
            }
        }
    }

    [Fact]
    public void Finalizer_OfUnreachableTensors_ReleasesThem()
    {
        var before = Tensor.TotalCount;
        Abandon(100);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.InRange(Tensor.TotalCount, long.MinValue, before + 1);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Abandon(int count)
        {
            for (var i = 0; i < count; i++)
                _ = ones(1);
        }
    }

    [Fact]
    public void InPlaceOperation_ReturnsTheSameWrapper()
    {
        using var scope = NewDisposeScope();
        var tensor = ones(2);
        Assert.Same(tensor, tensor.add_(1));
        Assert.Same(tensor, tensor.mul_(tensor));
        Assert.Same(tensor, tensor.clamp_(0, 3));
        Assert.Same(tensor, tensor.copy_(zeros(2)));
        Assert.Equal(2, scope.DisposablesCount);
    }

    [Fact]
    public void Alias_SharesTheMemory()
    {
        using var scope = NewDisposeScope();
        var tensor = ones(2);
        var alias = tensor.alias();
        alias.fill_(5);
        tensor.Dispose();
        Assert.Equal([5f, 5f], alias.data<float>().ToArray());
    }
}
