using NeuralStyle.Engine.Devices;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Devices;

public sealed class DeviceVerdictTests
{
    [Theory]
    [InlineData("CUDA error: unspecified launch failure", true, true)]
    [InlineData("CUDA error: unspecified launch failure", false, true)]
    [InlineData("CUDA out of memory. Tried to allocate 2.00 GiB.", false, false)]
    [InlineData("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED", false, true)]
    [InlineData("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED", true, false)]
    public void IsBrokenBy_TextAndWhetherTheDeviceComputes_Decide(string text, bool computes, bool broken)
    {
        Assert.Equal(broken, new DeviceVerdict(() => computes).IsBrokenBy(text));
    }

    [Fact]
    public void IsBrokenBy_TextThatTells_DoesNotAskTheDevice()
    {
        // A lost context may answer only after minutes.
        var verdict = new DeviceVerdict(() => throw new InvalidOperationException("asked"));

        Assert.True(verdict.IsBrokenBy("CUDA error: an illegal memory access was encountered"));
        Assert.False(verdict.IsBrokenBy("CUDA error: out of memory"));
    }

    [Fact]
    public void On_Cpu_ItsOwnErrorsAreTheTrials()
    {
        Assert.False(DeviceVerdict.On(device("cpu")).IsBrokenBy("mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)"));
    }

    [Fact]
    public void Require_Broken_SaysWhatWasSeenInOneLine()
    {
        var error = new TensorLibraryError("CUDA error: misaligned address\nCUDA kernel errors might be asynchronously reported");

        var exception = Assert.Throws<DeviceException>(() => new DeviceVerdict(() => true).Require("cuda:0", error));

        Assert.Equal(DeviceTrouble.Broken, exception.Trouble);
        Assert.Equal("Device 'cuda:0' can't be used by this process any more: CUDA error: misaligned address. A new process may use it again.", exception.Message);
        Assert.Same(error, exception.InnerException);
    }
}
