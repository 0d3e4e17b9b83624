using NeuralStyle.Engine.Devices;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Devices;

public sealed class DeviceLookTests
{
    private static readonly GpuFacts Tesla = new("Tesla T4", "570.86.15", 16L << 30, 15L << 30);

    [Fact]
    public void At_Cpu_IsAlwaysThere()
    {
        var report = new DeviceLook().At("cpu");

        Assert.Equal((true, null, null), (report.IsPresent, report.Reason, report.Gpu));
        Assert.StartsWith("libtorch ", report.Tensors, StringComparison.Ordinal);
    }

    [Fact]
    public void At_NameOfNoDevice_SaysWhatIsAllowed()
    {
        var report = new DeviceLook().At("tpu");

        Assert.False(report.IsPresent);
        Assert.Contains("allowed are cpu, cuda and cuda:N", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void At_GpuThatIsNotHere_TellsWhetherADriverAnswers()
    {
        Assert.SkipWhen(cuda.is_available(), "There is a GPU here.");

        var none = new DeviceLook(_ => null).At("cuda");
        var unseen = new DeviceLook(number => number == 1 ? Tesla : null).At("cuda:1");

        Assert.Equal((false, null), (none.IsPresent, none.Gpu));
        Assert.Contains("finds 0 CUDA devices", none.Reason, StringComparison.Ordinal);
        Assert.Contains("No NVIDIA driver answers", none.Reason, StringComparison.Ordinal);
        Assert.Equal((false, Tesla), (unseen.IsPresent, unseen.Gpu));
        Assert.Contains("has a Tesla T4", unseen.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Stylizer_DeviceThatIsNotHere_IsNoFailureOfATrial()
    {
        Assert.SkipWhen(cuda.is_available(), "There is a GPU here.");

        var exception = Assert.Throws<DeviceException>(
            () => new Stylizer(new WeightsLibrary(null), new EngineOptions { Device = "cuda" }, TimeProvider.System));

        Assert.Equal(DeviceTrouble.Missing, exception.Trouble);
        Assert.False(typeof(EngineException).IsAssignableFrom(typeof(DeviceException)));
    }
}
