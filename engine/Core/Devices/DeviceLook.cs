using System.Globalization;
using NeuralStyle.Engine.Stylization;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Devices;

/// <summary>Looks whether a device is there, and computes nothing on it: it may be at work.</summary>
public sealed class DeviceLook
{
    private readonly Func<int, GpuFacts?> _facts;

    /// <summary>Looks at this machine.</summary>
    public DeviceLook()
        : this(NvidiaDriver.Ask)
    {
    }

    /// <param name="facts">What the driver says of the GPU of a number; null where it doesn't answer.</param>
    internal DeviceLook(Func<int, GpuFacts?> facts) => _facts = facts;

    /// <summary>Whether a device is there, and what it is.</summary>
    public DeviceReport At(string device)
    {
        ArgumentNullException.ThrowIfNull(device);
        var tensors = $"libtorch {__version__}";
        var gpu = device.StartsWith("cuda", StringComparison.Ordinal) ? _facts(NumberOf(device)) : null;
        try
        {
            ComputeDevice.Open(device);
            return new DeviceReport(device, true) { Tensors = tensors, Gpu = gpu };
        }
        catch (Exception exception) when (exception is DeviceException or EngineException)
        {
            return new DeviceReport(device, false) { Tensors = tensors, Gpu = gpu, Reason = $"{exception.Message}{Advice(device, gpu)}" };
        }
    }

    /// <summary>A driver that sees a GPU which the tensor library doesn't is another trouble than no GPU.</summary>
    private static string Advice(string device, GpuFacts? gpu)
    {
        if (!device.StartsWith("cuda", StringComparison.Ordinal))
            return string.Empty;
        return gpu is null
            ? $" No NVIDIA driver answers for it ({NvidiaDriver.Library}): the machine has no GPU, or it was not handed to this container."
            : $" The driver ({gpu.Driver}) has a {gpu.Name}, so this build of the tensor library has no CUDA, or needs a newer driver.";
    }

    private static int NumberOf(string device) =>
        int.TryParse(device.AsSpan(Math.Min(device.Length, "cuda:".Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
