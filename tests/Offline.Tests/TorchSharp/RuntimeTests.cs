using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

[Collection(TensorsOneAtATime.Name)]
public class RuntimeTests
{
    [Fact]
    public void ManualSeed_SameSeed_GivesTheSameNumbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var first = randn(5);
        var next = randn(5);
        manual_seed(7);
        Assert.True(first.Equals(randn(5)));
        Assert.False(first.Equals(next));
    }

    [Fact]
    public void Generator_OfItsOwn_IsIndependentOfTheDefault()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(11);
        using var twin = new Generator(11);
        var first = rand(5, generator: generator);
        _ = rand(5);
        Assert.True(first.Equals(rand(5, generator: twin)));
        Assert.InRange(first.min().item<float>(), 0f, 1f);
    }

    [Fact]
    public void RngState_SetAgain_RepeatsTheNumbers()
    {
        using var scope = NewDisposeScope();
        var state = get_rng_state();
        var first = randn(3);
        set_rng_state(state);
        Assert.True(first.Equals(randn(3)));
    }

    [Fact]
    public void NumThreads_Set_IsRead()
    {
        var before = get_num_threads();
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(before);
        Assert.Equal(before, get_num_threads());
    }

    [Theory]
    [InlineData("cpu", DeviceType.CPU, -1)]
    [InlineData("cuda", DeviceType.CUDA, -1)]
    [InlineData("cuda:1", DeviceType.CUDA, 1)]
    public void Device_FromDescription_HasTypeAndIndex(string description, DeviceType type, int index)
    {
        var device = new Device(description);
        Assert.Equal(type, device.type);
        Assert.Equal(index, device.index);
        Assert.Equal(description, device.ToString());
    }

    [Fact]
    public void AllowTf32_Set_IsRead()
    {
        var before = backends.cudnn.allow_tf32;
        backends.cudnn.allow_tf32 = !before;
        Assert.Equal(!before, backends.cudnn.allow_tf32);
        backends.cudnn.allow_tf32 = before;
        var matmul = backends.cuda.matmul.allow_tf32;
        backends.cuda.matmul.allow_tf32 = !matmul;
        Assert.Equal(!matmul, backends.cuda.matmul.allow_tf32);
        backends.cuda.matmul.allow_tf32 = matmul;
    }

    [Fact]
    public void Version_NamesALibtorch() => Assert.Matches(@"^\d+\.\d+\.\d+", __version__);
}
