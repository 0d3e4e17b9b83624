using NeuralStyle.Engine.Devices;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>Opens the device that the options name.</summary>
internal static class ComputeDevice
{
    /// <exception cref="StylizationException">The name is none of a device.</exception>
    /// <exception cref="DeviceException">There is no such device here.</exception>
    public static Device Open(string name)
    {
        var parts = name.Split(':');
        var index = 0;
        var known = parts[0] is "cpu" or "cuda" && parts.Length <= 2 && (parts.Length == 1 || int.TryParse(parts[1], out index));
        if (!known)
            throw new StylizationException($"'{name}' is not a device; allowed are cpu, cuda and cuda:N.");

        if (parts[0] == "cpu")
            return device("cpu");

        var devices = cuda.is_available() ? cuda.device_count() : 0;
        return index < devices
            ? device(DeviceType.CUDA, index)
            : throw new DeviceException(
                DeviceTrouble.Missing, $"Device '{name}' is not here: the tensor library finds {devices} CUDA devices; cpu is always there.");
    }
}
