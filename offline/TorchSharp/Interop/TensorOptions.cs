using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Mirrors Options in native/creation.cpp. A negative type leaves the choice to libtorch.
[StructLayout(LayoutKind.Sequential)]
internal readonly struct TensorOptions(torch.ScalarType? type, torch.Device device, bool requiresGrad)
{
    private readonly int _type = type is { } known ? (int)known : -1;
    private readonly int _device = (int)device.type;
    private readonly int _index = device.index;
    private readonly int _requiresGrad = requiresGrad ? 1 : 0;
}
